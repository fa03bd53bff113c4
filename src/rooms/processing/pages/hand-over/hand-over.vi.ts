export const vi = {
  title: 'Chuyển việc cho đồng nghiệp',
  back: 'Về hồ sơ',
  what: (step: string, holder: string) => `Bước “${step}”, ${holder} đang giữ.`,
  whatFree: (step: string) => `Bước “${step}”, chưa có người nhận.`,
  to: 'Chuyển cho',
  toHint: 'Những người giữ đúng vai trò của bước này tại đơn vị, hôm nay.',
  reason: 'Lý do',
  reasonHint: 'Ghi vào nhật ký và phiếu kiểm soát, ví dụ “nghỉ phép đến 30/11”. Công dân không đọc lý do này.',
  confirm: 'Chuyển việc',
  effect: 'Hạn của hồ sơ không đổi. Người nhận thấy hồ sơ trong “Cần tôi làm”.',
  cancel: 'Không chuyển nữa',
  nobody: 'Hôm nay không có ai khác ở đơn vị giữ vai trò của bước này.',
  nobodyNow: 'Nhờ quản trị của cơ quan giao vai trò này cho một đồng nghiệp, rồi chuyển.',
  errors: {
    'nobody-chosen': 'Chọn người nhận việc.',
    'reason-missing': 'Ghi lý do chuyển việc.',
  },
}
