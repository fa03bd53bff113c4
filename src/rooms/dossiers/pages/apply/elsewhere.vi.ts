export const vi = {
  national: {
    title: 'Thủ tục này nộp trên Cổng Dịch vụ công quốc gia',
    lead: 'Bạn điền và gửi hồ sơ ở đó, bằng chính tài khoản VNeID của bạn.',
    go: 'Đến thủ tục này trên Cổng Dịch vụ công quốc gia',
    after: 'Hồ sơ về thẳng cơ quan này. Mã ở bên đó tra cứu được ở đây.',
  },
  ministry: {
    title: 'Thủ tục này nộp trên hệ thống của bộ, ngành',
    lead: 'Bạn điền và gửi hồ sơ ở đó. Hệ thống của bộ, ngành giữ hồ sơ và báo kết quả.',
    go: 'Đến hệ thống của bộ, ngành',
    after: 'Muốn biết hồ sơ đến đâu, xem trên chính hệ thống đó.',
  },
  counter: 'Bạn cũng có thể nộp tại quầy một cửa.',
  procedure: 'Xem thủ tục này',
  track: 'Tra cứu hồ sơ',
}
