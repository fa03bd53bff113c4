export const vi = {
  home: 'Trang chủ',
  title: 'Quyền riêng tư',
  description: 'Cổng này giữ dữ liệu gì của bạn, để làm gì, ai xem được và bạn có quyền gì.',
  lead: 'Chúng tôi chỉ hỏi điều cần để giải quyết hồ sơ của bạn, và ghi lại mỗi lần có người mở hồ sơ đó.',
  sections: [
    {
      id: 'what',
      title: 'Chúng tôi giữ gì',
      paragraphs: [],
      points: [
        'Khi bạn chỉ xem trang: không giữ gì về bạn. Cỡ chữ và màu bạn chọn nằm trong máy của bạn.',
        'Khi bạn đăng nhập: họ tên, số định danh, ngày sinh và mức xác thực, do hệ thống định danh điện tử quốc gia gửi sau khi bạn đồng ý. Mật khẩu không đi qua cổng này.',
        'Khi bạn nộp hồ sơ: những gì bạn khai, giấy tờ bạn gửi, và lời trao đổi với cán bộ.',
      ],
    },
    {
      id: 'why',
      title: 'Để làm gì, theo luật nào',
      paragraphs: [
        'Để giải quyết thủ tục bạn yêu cầu, theo Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP và luật của từng thủ tục. Chúng tôi không bán, không quảng cáo, không dùng công cụ theo dõi của bên thứ ba.',
      ],
    },
    {
      id: 'who',
      title: 'Ai xem được',
      paragraphs: [
        'Cán bộ được giao hồ sơ, lãnh đạo ký, và cơ quan phối hợp đúng phần việc của họ. Tra cứu không đăng nhập chỉ thấy giai đoạn và ngày, không thấy tên.',
      ],
    },
    {
      id: 'cookies',
      title: 'Cookie',
      paragraphs: ['Chỉ có bốn loại, đều do cổng này đặt và không theo bạn sang trang khác:'],
      points: [
        'phiên đăng nhập: hết sau 30 phút không dùng, hoặc khi bạn đăng xuất',
        'khóa an toàn cho biểu mẫu: để không ai gửi thay bạn',
        'cỡ chữ: một năm',
        'màu: một năm',
      ],
    },
    {
      id: 'rights',
      title: 'Quyền của bạn',
      paragraphs: [
        'Bạn có quyền biết, xem, sửa, rút lại đồng ý, yêu cầu xóa, hạn chế xử lý và khiếu nại. Dữ liệu từ cơ sở dữ liệu quốc gia mà sai, bạn báo sai ngay tại chỗ hiện ra. Hồ sơ đã có kết quả được lưu theo Luật Lưu trữ và chưa xóa được trước hạn.',
      ],
    },
  ],
  ask: 'Yêu cầu về dữ liệu của bạn',
  askText: 'Chúng tôi trả lời đã nhận trong 2 ngày làm việc. Nói rõ họ tên và điều bạn muốn.',
}
