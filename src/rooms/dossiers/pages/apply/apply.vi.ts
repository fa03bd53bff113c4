export const vi = {
  title: 'Bạn chưa nộp được thủ tục này ở đây',
  assurance: {
    'level-1': 'Thủ tục này cần tài khoản định danh mức 1 trở lên.',
    'level-2':
      'Thủ tục này cần tài khoản định danh mức 2. Tài khoản bạn đang dùng là mức 1: chúng tôi chưa biết chắc đó là bạn.',
    organisation: 'Thủ tục này cần tài khoản định danh của tổ chức.',
  },
  raise: 'Lên mức 2: mang căn cước đến công an xã, phường gần nhất. Làm một lần, không mất tiền.',
  personOnly:
    'Thủ tục này dành cho cá nhân. Bạn đang dùng tài khoản của tổ chức: đăng xuất rồi đăng nhập bằng tài khoản của bạn.',
  organisationOnly:
    'Thủ tục này dành cho tổ chức. Bạn đang dùng tài khoản cá nhân: đăng xuất rồi đăng nhập bằng tài khoản của tổ chức.',
  notOnline: 'Thủ tục này chưa nộp được trên mạng. Mang giấy tờ đến quầy một cửa hoặc gửi qua bưu chính.',
  atCounter: 'Bạn vẫn có thể nộp tại quầy một cửa. Cán bộ đối chiếu giấy tờ của bạn ngay ở đó.',
  procedure: 'Xem thủ tục này',
  switchAccount: 'Đăng xuất để đổi tài khoản',
  who: (name: string) => `Bạn đang đăng nhập: ${name}`,
}
