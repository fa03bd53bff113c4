export const vi = {
  title: 'Giao diện lập trình (API)',
  description: 'Dữ liệu mở của cổng dành cho phần mềm: danh mục thủ tục, tra cứu trạng thái.',
  home: 'Trang chủ',
  lead: 'Phần mềm của cơ quan khác, của báo chí, của ai cũng được đọc dữ liệu mở của cổng này. Không cần đăng ký.',
  document: 'Tài liệu OpenAPI 3.1',
  rules: 'Đọc trước khi dùng',
  points: [
    'Câu trả lời là JSON, thời điểm theo chuẩn ISO 8601, ngày theo giờ Việt Nam.',
    'Khi không làm được, cổng trả lời bằng application/problem+json. Trường code giữ nguyên qua các phiên bản; hãy dựa vào đó.',
    'Có thể thêm trường mới bất cứ lúc nào. Trường đã có thì không bỏ trong phiên bản v1.',
  ],
  parameters: 'Tham số',
  answers: 'Trả lời',
  fields: 'Các trường',
  example: 'Thử',
  language: 'Tài liệu kỹ thuật dùng tiếng Anh.',
}
