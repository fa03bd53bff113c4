import type { Refusal } from '../../channel.ts'

export const vi = {
  title: 'Tin nhắn',
  lead: 'Những gì chúng tôi đã báo cho bạn, mới nhất ở trên.',
  saved: 'Đã lưu. Từ nay chúng tôi báo bạn theo cách này.',
  preferences: 'Chọn cách nhận tin',
  empty: 'Chưa có tin nhắn nào. Khi hồ sơ của bạn có thay đổi, tin sẽ hiện ở đây và gửi theo cách bạn chọn.',
  here: 'Ở đây từ',
  channels: { email: 'Thư điện tử', sms: 'Tin nhắn điện thoại', zalo: 'Zalo' },
  sent: (at: string) => `đã gửi lúc ${at}`,
  waiting: (at: string) => `sẽ gửi lúc ${at}`,
  triedAgain: (at: string) => `chưa gửi được, thử lại lúc ${at}`,
  sending: 'đang gửi',
  unknown: 'có thể đã tới; bên gửi không trả lời nên chúng tôi không gửi lần nữa',
  refused: {
    address: 'không gửi được: địa chỉ hoặc số điện thoại không nhận tin',
    'no-account': 'không gửi được: số điện thoại này không nhận tin qua Zalo',
    'by-operator': 'không gửi được: bên gửi từ chối',
    'no-template': 'không gửi được: cơ quan chưa đăng ký mẫu tin cho việc này',
    settings: 'không gửi được: kênh này của cơ quan đang có lỗi',
    reauthorise: 'không gửi được: kênh này của cơ quan đang có lỗi',
    'not-reached': 'không gửi được: bên gửi không trả lời sau nhiều lần thử',
    'channel-off': 'không gửi: cơ quan đã tắt kênh này',
  } satisfies Record<Refusal, string>,
}
