export const vi = {
  title: 'Cán bộ đăng nhập',
  idle: 'Đã 30 phút không dùng nên bạn đã được đăng xuất.',
  kept: 'Đã 30 phút không dùng. Những gì bạn điền vẫn còn; đăng nhập để tiếp tục.',
  lead: 'Dành cho cán bộ, công chức của',
  steps: ['Xác nhận bằng tài khoản công vụ.', 'Nhập mã 6 số của ứng dụng xác thực.'],
  start: 'Đăng nhập bằng tài khoản công vụ',
  simulatedTitle: 'Mô phỏng',
  simulated: 'Hệ thống tài khoản công vụ ở đây là mô phỏng: bạn chọn một cán bộ hư cấu.',
  citizen: 'Bạn là người dân? Đăng nhập bằng VNeID',
  failure: {
    'identity.provider-busy': {
      title: 'Chưa đăng nhập được',
      text: 'Hệ thống tài khoản công vụ đang bận; hãy thử lại sau 5 phút.',
      again: 'Thử lại',
    },
    'identity.cancelled': {
      title: 'Bạn chưa đăng nhập',
      text: 'Bạn đã hủy ở trang tài khoản công vụ.',
      again: 'Đăng nhập lại',
    },
    'identity.answer-refused': {
      title: 'Chưa đăng nhập được',
      text: 'Chúng tôi không xác nhận được câu trả lời của hệ thống tài khoản công vụ, nên không dùng nó.',
      again: 'Đăng nhập lại',
    },
    'identity.stale-attempt': {
      title: 'Lần đăng nhập này đã hết hạn',
      text: 'Đã quá 10 phút, hoặc bạn bắt đầu ở một trình duyệt khác. Hãy đăng nhập lại từ đầu.',
      again: 'Đăng nhập lại',
    },
    'identity.not-an-officer-here': {
      title: 'Tài khoản này không thuộc cơ quan này',
      text: 'Cổng này chỉ nhận cán bộ đã được bổ nhiệm tại cơ quan. Nếu bạn làm việc ở đây, nhờ quản trị của cơ quan mở tài khoản.',
      again: 'Đăng nhập bằng tài khoản khác',
    },
    'identity.officer-disabled': {
      title: 'Tài khoản đã bị khóa',
      text: 'Tài khoản không dùng trong 45 ngày thì bị khóa. Nhờ quản trị của cơ quan mở lại.',
      again: 'Đăng nhập bằng tài khoản khác',
    },
    'identity.no-provider': {
      title: 'Chưa đăng nhập được',
      text: 'Cổng này chưa được nối với hệ thống tài khoản công vụ.',
      again: 'Thử lại',
    },
  },
}
