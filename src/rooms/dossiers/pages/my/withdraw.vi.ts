export const vi = {
  title: 'Rút hồ sơ này?',
  lead: 'Chúng tôi dừng xử lý và không trả kết quả. Muốn làm lại, bạn phải nộp hồ sơ mới và thời hạn đếm lại từ đầu.',
  papers: 'Giấy tờ bạn đã gửi vẫn ở trang hồ sơ để bạn tải về.',
  reason: 'Lý do rút',
  reasonHint: 'Bạn không phải nói. Nếu nói, chúng tôi làm tốt hơn lần sau.',
  tooLong: (most: number) => `Lý do dài quá ${most} chữ cái. Viết ngắn lại.`,
  confirm: 'Rút hồ sơ',
  keep: 'Không rút, quay lại hồ sơ',
}
