export const vi = {
  receipt: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  supplementRequest: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  refusal: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  pdf: 'Tải bản in A5 (PDF)',
  back: 'Về hồ sơ',
  queue: 'Về hàng việc',
  done: {
    receipt: 'Đã tiếp nhận hồ sơ. Người nộp được báo tin ngay.',
    supplementRequest: 'Đã gửi yêu cầu bổ sung. Người nộp được báo tin ngay.',
    refusal: 'Đã từ chối tiếp nhận. Người nộp được báo tin, kèm lý do và căn cứ.',
  },
  legal: '',
}
