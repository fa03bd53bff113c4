/** What a refused act says, by its code: what is so, and what is possible now. */
export const vi = {
  'http.officers-only': {
    title: 'Trang này dành cho cán bộ',
    message: 'Bạn đang đăng nhập bằng tài khoản công dân. Cán bộ đăng nhập ở trang dành cho cán bộ.',
  },
  'http.citizens-only': {
    title: 'Trang này dành cho công dân',
    message: 'Bạn đang đăng nhập bằng tài khoản cán bộ. Đăng xuất rồi đăng nhập bằng VNeID.',
  },
  'processing.held-by-another': {
    title: 'Đồng nghiệp khác đang giữ việc này',
    message: 'Bạn chưa mất gì. Mở lại hồ sơ để xem ai đang giữ; người đó hoặc lãnh đạo có thể chuyển cho bạn.',
  },
  'processing.not-claimed': { title: 'Bạn chưa nhận việc này', message: 'Mở lại hồ sơ và bấm “Nhận việc này” trước.' },
  'processing.step-already-left': {
    title: 'Bước này đã được làm rồi',
    message: 'Có thể bạn đã bấm hai lần, hoặc đồng nghiệp vừa làm. Mở lại hồ sơ để xem hồ sơ đang ở đâu.',
  },
  'processing.waits-for-the-person': {
    title: 'Hồ sơ đang chờ công dân bổ sung',
    message: 'Khi công dân gửi đủ, việc này trở lại hàng việc của bạn.',
  },
  'processing.action-not-offered': {
    title: 'Bước này không có việc đó',
    message: 'Mở lại hồ sơ để xem bây giờ làm được những gì.',
  },
}
