export const vi = {
  help: 'Cần người giúp?',
  call: 'Gọi',
  callAfter: 'và nói tên thủ tục này',
  counter: 'Mang giấy tờ đến quầy một cửa, cán bộ điền cùng bạn',
  saved: 'Mỗi lần “Lưu và đi tiếp”, chúng tôi giữ những gì bạn đã điền. Bạn có thể quay lại trên máy khác.',
}
