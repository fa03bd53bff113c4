export const vi = {
  home: 'Trang chủ',
  title: 'Giới thiệu',
  description: 'Cổng này của cơ quan nào, làm được gì, và ai chịu trách nhiệm.',
  lead: 'Một cửa nghĩa là bạn nộp hồ sơ ở một nơi và nhận kết quả ở chính nơi đó. Cổng này là cánh cửa ấy ở trên mạng.',
  sections: [
    {
      id: 'do',
      title: 'Ở đây bạn làm được gì',
      paragraphs: [],
      points: [
        'tìm thủ tục bằng lời thường, không dấu cũng được',
        'nộp hồ sơ, bổ sung giấy tờ và nhận kết quả có chữ ký số',
        'xem hồ sơ đang ở đâu và vì sao hẹn ngày ấy, không cần đăng nhập',
        'kiểm tra một giấy tờ do cơ quan cấp là thật hay không',
      ],
    },
    {
      id: 'same',
      title: 'Nộp cách nào cũng như nhau',
      paragraphs: [
        'Hồ sơ nộp trên mạng, tại quầy, qua bưu điện hay từ Cổng Dịch vụ công quốc gia đi chung một hàng và chung một cách tính hạn. Người xử lý không thấy hồ sơ đến bằng đường nào.',
      ],
    },
    {
      id: 'languages',
      title: 'Ngôn ngữ',
      paragraphs: [
        'Cổng có bản tiếng Việt và bản tiếng Anh, mỗi bản một tên miền, cùng một địa chỉ trang. Khi hai bản khác nhau, bản tiếng Việt có giá trị pháp lý.',
      ],
    },
    {
      id: 'label',
      title: 'Nhãn nền tảng số',
      paragraphs: [
        'Phần mềm: Một Cửa, mã nguồn mở, giấy phép Apache 2.0. Cơ quan chủ quản tự công bố mã định danh và loại nền tảng tại đây khi được cấp nhãn; hiện chưa có mã nào được cấp cho bản này.',
      ],
    },
  ],
  facts: {
    agency: 'Cơ quan',
    code: 'Mã cơ quan',
    unit: 'Đơn vị phụ trách',
    person: 'Người chịu trách nhiệm',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    vi: 'Bản tiếng Việt',
    en: 'Bản tiếng Anh',
  },
}
