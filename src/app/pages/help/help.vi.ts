export const vi = {
  home: 'Trang chủ',
  title: 'Trợ giúp',
  description: 'Cách tìm thủ tục, nộp hồ sơ, bổ sung giấy tờ, tra cứu và kiểm tra kết quả; ai giúp bạn.',
  lead: 'Việc nào cũng có người giúp. Chưa quen thì gọi hoặc ra quầy, làm tiếp từ chỗ đang dở.',
  sections: [
    {
      id: 'find',
      title: 'Tìm thủ tục',
      paragraphs: [
        'Gõ điều bạn cần bằng lời thường, ví dụ “làm giấy kết hôn”; không dấu cũng được. Trang thủ tục nói trước bốn điều: bao lâu, bao nhiêu tiền, ai giải quyết, cần chuẩn bị gì.',
      ],
    },
    {
      id: 'apply',
      title: 'Nộp hồ sơ',
      paragraphs: [],
      points: [
        'Đăng nhập bằng VNeID. Cổng này không có mật khẩu riêng.',
        'Trả lời từng trang. Mỗi lần bấm “Lưu và đi tiếp”, phần vừa điền được giữ lại; bạn nghỉ rồi quay lại được.',
        'Giấy tờ nhà nước đã có thì không hỏi lại. Giấy phải gửi thì chụp bằng điện thoại là được.',
        'Xem lại, cam đoan, nộp. Bạn nhận mã ngay.',
      ],
    },
    {
      id: 'supplement',
      title: 'Khi hồ sơ thiếu',
      paragraphs: [
        'Cán bộ nói rõ từng điểm cần sửa trong một lần. Bạn chỉ sửa đúng những điểm ấy. Trong lúc chờ bạn, thời hạn tạm dừng.',
      ],
    },
    {
      id: 'track',
      title: 'Hồ sơ đến đâu rồi',
      paragraphs: [
        'Nhập mã trên giấy hẹn ở trang Tra cứu hồ sơ, không cần đăng nhập. Đăng nhập thì thấy thêm giấy tờ và lời nhắn. Trang luôn nói vì sao hẹn ngày ấy, đếm qua những ngày nào.',
      ],
    },
    {
      id: 'verify',
      title: 'Kiểm tra một giấy tờ',
      paragraphs: [
        'Quét mã QR trên giấy hoặc gửi tệp PDF ở trang kiểm tra. Bạn biết ngay ai ký, lúc nào, và tệp có bị sửa không.',
      ],
    },
    {
      id: 'problem',
      title: 'Khi trang báo lỗi',
      paragraphs: [
        'Trang lỗi có một mã ngắn, ví dụ K7-204-MX. Gọi và đọc mã ấy; chúng tôi tìm được ngay chuyện gì đã xảy ra.',
      ],
    },
  ],
  people: 'Người giúp bạn',
  hotline: '24 giờ mỗi ngày',
  office: 'trong giờ làm việc',
  links: 'Đi nhanh',
  track: 'Tra cứu hồ sơ',
  procedures: 'Tìm thủ tục',
  questions: 'Hỏi đáp',
  petitions: 'Phản ánh, kiến nghị',
  verify: 'Kiểm tra giấy tờ',
  accessibility: 'Khó đọc, khó bấm?',
}
