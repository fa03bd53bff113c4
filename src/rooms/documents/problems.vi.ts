export const vi = {
  empty: (name: string) => `Tệp “${name}” trống. Chọn lại tệp có nội dung.`,
  tooLarge: (name: string, size: string, limit: string) =>
    `Tệp “${name}” ${size}, lớn hơn mức ${limit}. Chụp lại ở cỡ nhỏ hơn.`,
  tooLargeUnknown: (name: string, limit: string) => `Tệp “${name}” lớn hơn mức ${limit}. Chụp lại ở cỡ nhỏ hơn.`,
  wrongType: (name: string) => `Tệp “${name}” không phải PDF, JPG hoặc PNG. Chụp ảnh tờ giấy rồi gửi ảnh đó.`,
  infected: (name: string) =>
    `Tệp “${name}” có mã độc nên chúng tôi không nhận. Chụp lại tờ giấy bằng máy khác, hoặc mang giấy đến quầy.`,
  unreadable: (name: string) => `Tệp “${name}” chưa tải lên hết. Gửi lại tệp này.`,
  scans: {
    clean: 'Không có vi-rút',
    'not-scanned': 'Chưa quét vi-rút',
    failed: 'Đang chờ quét vi-rút',
    infected: 'Có mã độc, không mở được',
  },
}
