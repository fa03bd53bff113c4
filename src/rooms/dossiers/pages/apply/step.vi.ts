export const vi = {
  backToCheck: 'Về trang xem lại',
  kept: 'Phiên trước đã hết hạn. Những gì bạn vừa gõ vẫn còn, chưa được lưu: xem lại rồi lưu và đi tiếp.',
  resumed: (time: string) => `Bạn điền tiếp hồ sơ đang dở. Lần lưu gần nhất: ${time}.`,
  startAgain: 'Muốn bỏ và điền lại từ đầu, vào trang của tôi',
  tooManyFiles: (name: string, most: number) =>
    `Mục này nhận nhiều nhất ${most} tệp nên chưa thêm “${name}”. Bỏ bớt một tệp rồi gửi lại.`,
  undone: 'Đã hoàn tác thay đổi vừa rồi. Bấm “Hoàn tác” lần nữa để lấy lại.',
  earlier: 'Bạn đã nộp thủ tục này trước đây',
  earlierText: 'Có thể lấy lại các câu trả lời của hồ sơ gần nhất rồi sửa chỗ đã đổi. Giấy tờ thì gửi lại.',
  copy: 'Dùng lại câu trả lời cũ',
  elsewhere: 'Làm tiếp ở nơi khác',
  resumeCode: 'Mã của bản nháp:',
  resumeText: 'Ở nhà thì đăng nhập là thấy lại. Ở quầy một cửa, đọc mã này và đưa căn cước; cán bộ làm tiếp cùng bạn.',
}
