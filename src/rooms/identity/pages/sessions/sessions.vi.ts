export const vi = {
  title: 'Nơi bạn đang đăng nhập',
  lead: 'Nếu có lần đăng nhập không phải của bạn, đăng xuất ở mọi nơi, rồi đổi mật khẩu VNeID.',
  since: 'Đăng nhập lúc',
  lastUsed: 'Dùng lần cuối lúc',
  here: 'Trình duyệt này',
  elsewhere: 'Trình duyệt khác',
  endAll: 'Đăng xuất ở mọi nơi',
}
