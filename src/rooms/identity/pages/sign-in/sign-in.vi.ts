export const vi = {
  title: 'Đăng nhập',
  idle: 'Đã 30 phút không dùng nên bạn đã được đăng xuất.',
  kept: 'Đã 30 phút không dùng. Những gì bạn điền vẫn còn; đăng nhập để tiếp tục.',
  lead: 'Bạn đăng nhập bằng tài khoản định danh của Nhà nước. Cổng này không giữ mật khẩu nào của bạn.',
  stepsTitle: 'Sẽ có ba bước',
  steps: [
    'Bạn sang trang VNeID và xác nhận ở đó.',
    'VNeID cho chúng tôi biết họ tên, số định danh, ngày sinh và địa chỉ của bạn, để bạn khỏi phải điền lại.',
    'Bạn trở lại đúng trang đang làm.',
  ],
  start: 'Đăng nhập bằng VNeID',
  simulatedTitle: 'Mô phỏng',
  simulated: 'VNeID ở đây là mô phỏng: bạn chọn một người hư cấu. Không có dữ liệu của người thật.',
  withoutTitle: 'Không cần đăng nhập để',
  without: {
    find: 'Tìm thủ tục',
    track: 'Tra cứu hồ sơ theo mã',
    verify: 'Kiểm tra một kết quả',
  },
  noAccount:
    'Chưa có tài khoản? Công an xã, phường nào cũng cấp, miễn phí. Bạn cũng có thể nộp hồ sơ tại bộ phận một cửa.',
  failure: {
    'identity.provider-busy': {
      title: 'Chưa đăng nhập được',
      text: 'VNeID đang bận; hãy thử lại sau 5 phút. Bạn chưa mất gì.',
      again: 'Thử lại',
    },
    'identity.cancelled': {
      title: 'Bạn chưa đăng nhập',
      text: 'Bạn đã hủy ở trang VNeID. Không có gì thay đổi.',
      again: 'Đăng nhập lại',
    },
    'identity.answer-refused': {
      title: 'Chưa đăng nhập được',
      text: 'Chúng tôi không xác nhận được rằng câu trả lời đến từ VNeID, nên không dùng nó. Hãy đăng nhập lại từ đầu.',
      again: 'Đăng nhập lại',
    },
    'identity.stale-attempt': {
      title: 'Lần đăng nhập này đã hết hạn',
      text: 'Đã quá 10 phút, hoặc bạn bắt đầu ở một trình duyệt khác. Hãy đăng nhập lại từ đầu.',
      again: 'Đăng nhập lại',
    },
    'identity.claims-incomplete': {
      title: 'Chưa đăng nhập được',
      text: 'VNeID không cho biết đủ họ tên và loại tài khoản của bạn. Gọi tổng đài VNeID 1900 0368 để kiểm tra tài khoản.',
      again: 'Thử lại',
    },
    'identity.no-provider': {
      title: 'Chưa đăng nhập được',
      text: 'Cổng này chưa được nối với VNeID. Bạn có thể nộp hồ sơ tại bộ phận một cửa.',
      again: 'Thử lại',
    },
  },
  signedOut: {
    title: 'Bạn đã đăng xuất',
    text: 'Bạn đã đăng xuất khỏi cổng này.',
    onward: 'Đang chuyển sang VNeID để đăng xuất cả ở đó.',
    onwardLink: 'Đăng xuất khỏi VNeID',
    home: 'Về trang chủ',
    again: 'Đăng nhập lại',
  },
}
