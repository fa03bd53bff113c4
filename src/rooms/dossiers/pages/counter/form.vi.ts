export const vi = {
  who: 'Người nộp',
  number: 'Số định danh',
  identified: {
    card: 'Đã đối chiếu thẻ căn cước',
    vneid: 'Đã đối chiếu VNeID',
    other: 'Đã đối chiếu giấy tờ tùy thân',
  },
  person: 'Xem hoặc sửa thông tin người nộp',
  fill: 'Đọc câu hỏi cho người nộp, hoặc chép theo tờ giấy họ mang đến. Mỗi trang được lưu khi bạn bấm đi tiếp.',
  leave: 'Người nộp muốn về làm tiếp',
  leaveText:
    'Những gì đã điền vẫn còn. Người nộp đăng nhập VNeID để làm tiếp, hoặc đến bất kỳ quầy nào; quầy này không xem được nữa.',
  stop: 'Dừng ở đây',
}
