export const vi = {
  title: 'Liên kết này không mở được biểu mẫu',
  why: {
    unreadable: 'Liên kết bị thiếu hoặc sai chữ. Có thể nó bị cắt khi gửi qua tin nhắn.',
    forged: 'Liên kết này không do Cổng Dịch vụ công quốc gia tạo ra, hoặc đã bị sửa.',
    expired: 'Liên kết đã hết hạn: mỗi liên kết chỉ dùng được trong ít phút.',
    'other-agency': 'Liên kết này dành cho cổng của cơ quan khác.',
    'other-procedure': 'Liên kết này dành cho thủ tục khác.',
    used: 'Liên kết này đã được dùng: mỗi liên kết chỉ mở được một lần.',
    'person-unknown': 'Liên kết không cho biết bạn là ai.',
  },
  safe: 'Những gì bạn đã điền trước đó vẫn còn.',
  again: 'Mở lại từ Cổng Dịch vụ công quốc gia để có liên kết mới.',
  go: 'Về Cổng Dịch vụ công quốc gia',
  signIn: 'Hoặc đăng nhập ở đây để điền tiếp',
  procedure: 'Xem thủ tục này',
}
