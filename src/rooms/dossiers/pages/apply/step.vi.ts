export const vi = {
  backToCheck: 'Về trang xem lại',
  kept: 'Phiên trước đã hết hạn. Những gì bạn vừa gõ vẫn còn, chưa được lưu: xem lại rồi lưu và đi tiếp.',
  resumed: (time: string) => `Bạn điền tiếp hồ sơ đang dở. Lần lưu gần nhất: ${time}.`,
  startAgain: 'Muốn bỏ và điền lại từ đầu, vào trang của tôi',
  tooManyFiles: (name: string, most: number) =>
    `Mục này nhận nhiều nhất ${most} tệp nên chưa thêm “${name}”. Bỏ bớt một tệp rồi gửi lại.`,
}
