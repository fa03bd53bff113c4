export const vi = {
  title: 'Cách nhận tin',
  back: 'Tin nhắn',
  lead: 'Tin luôn có trên cổng. Ngoài ra, chúng tôi báo bạn theo cách bạn chọn dưới đây.',
  question: 'Bạn muốn được báo qua đâu?',
  hint: 'Chọn một hay nhiều cách, hoặc bỏ hết để chỉ xem trên cổng. Khi cách bạn chọn không gửi được, chúng tôi thử thư điện tử hoặc tin nhắn điện thoại.',
  channels: { email: 'Thư điện tử', sms: 'Tin nhắn điện thoại (SMS)', zalo: 'Zalo' },
  to: {
    email: (address: string) => `Tới ${address}. Có đủ nội dung và người xử lý.`,
    sms: (number: string) => `Tới ${number}. Chỉ có mã hồ sơ, tình trạng và tên cổng; không có tên bạn.`,
    zalo: (number: string) =>
      `Tới Zalo của số ${number}. Zalo biết số điện thoại, mã hồ sơ và tình trạng; không biết tên bạn qua chúng tôi.`,
  },
  missing: {
    email: 'Chưa báo được qua thư điện tử: tài khoản VNeID của bạn chưa có địa chỉ thư.',
    sms: 'Chưa báo được qua tin nhắn điện thoại: tài khoản VNeID của bạn chưa có số di động.',
    zalo: 'Chưa báo được qua Zalo: tài khoản VNeID của bạn chưa có số di động.',
  },
  save: 'Lưu cách nhận tin',
}
