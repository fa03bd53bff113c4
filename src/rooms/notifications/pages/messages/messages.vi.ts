export const vi = {
  title: 'Tin nhắn',
  lead: 'Những gì chúng tôi đã báo cho bạn, mới nhất ở trên.',
  empty: 'Chưa có tin nhắn nào. Khi hồ sơ của bạn có thay đổi, tin sẽ hiện ở đây và gửi qua thư điện tử.',
  states: {
    queued: 'Đang gửi qua thư điện tử',
    sent: 'Đã gửi qua thư điện tử',
    'no-address': 'Chỉ có ở đây: bạn chưa có địa chỉ thư điện tử',
    failed: 'Chưa gửi được qua thư điện tử',
  },
}
