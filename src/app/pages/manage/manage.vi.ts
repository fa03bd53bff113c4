export const vi = {
  title: 'Quản trị',
  lead: 'Nơi giữ cho cổng chạy đúng: nối với ai, gửi gì, hiện ra thế nào.',
  stuck: (count: string) => `${count} thông điệp cần người xem`,
  doors: [
    {
      href: '/manage/connections',
      title: 'Kết nối với bên ngoài',
      text: 'Cơ quan đang nối với hệ thống nào, từ khi nào, bên kia có trả lời không. Tạm dừng và cho gửi tiếp.',
    },
    {
      href: '/manage/intake',
      title: 'Nơi tiếp nhận hồ sơ',
      text: 'Người dân nộp trên cổng này, Cổng quốc gia hay hệ thống của bộ: cho cả cơ quan và từng thủ tục, từ một ngày.',
    },
    {
      href: '/manage/search-words',
      title: 'Lời người dân dùng khi tìm',
      text: 'Dạy ô tìm kiếm hiểu lời người dân: từ đồng nghĩa, tên cũ, việc trong đời. Thử trước khi lưu.',
    },
    {
      href: '/manage/exchange',
      title: 'Sổ gửi nhận',
      text: 'Từng thông điệp: chờ gì, vì sao, bằng chứng trong nhật ký. Gửi lại hoặc đóng với lý do.',
    },
    {
      href: '/manage/exchange/figures',
      title: 'Số liệu đồng bộ',
      text: 'Bao nhiêu thông điệp đến nơi trong 15 phút và trong 1 ngày, theo từng ngày.',
    },
    {
      href: '/manage/channels',
      title: 'Kênh báo tin',
      text: 'Người dân được báo qua đâu, tin có tới không, và khi nào phải cấp quyền lại cho Zalo.',
    },
    {
      href: '/manage/exchange/reconciliation',
      title: 'Đối soát',
      text: 'Ta nói gì, cổng quốc gia và EMC hiện gì: khác ở đâu, vì sao, sửa thế nào.',
    },
    {
      href: '/manage/funding-plans',
      title: 'Kế hoạch kinh phí',
      text: 'Kế hoạch hằng năm theo Điều 20: lập, thẩm định, ký, gửi, phân bổ, thực hiện, công khai.',
    },
    {
      href: '/manage/surveys',
      title: 'Khảo sát',
      text: 'Hỏi người dân bằng hai thứ tiếng, xem kết quả, tải câu trả lời.',
    },
    {
      href: '/manage/online-wishes',
      title: 'Thủ tục người dân muốn làm trên mạng',
      text: 'Thủ tục nào được mong nhiều nhất, vì sao.',
    },
    {
      href: '/manage/reminders',
      title: 'Quy tắc nhắc việc',
      text: 'Kết quả của thủ tục nào thì nhắc người dân việc gì, khi nào, theo đâu.',
    },
    {
      href: '/manage/components',
      title: 'Các thành phần giao diện',
      text: 'Mọi thành phần của trang, đủ trạng thái, để xem màu và chữ của cơ quan.',
    },
  ],
}
