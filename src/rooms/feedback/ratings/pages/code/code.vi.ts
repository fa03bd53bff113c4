export const vi = {
  title: 'Mã đánh giá',
  back: 'Về hồ sơ',
  lead: 'Xoay màn hình hoặc in trang này cho người dân. Họ quét bằng điện thoại của mình và đánh giá, không cần đăng nhập.',
  scan: 'Quét mã để nói bạn có hài lòng không',
  scanEnglish: 'Scan to say whether you are satisfied',
  alt: (address: string): string => `Mã QR mở trang đánh giá: ${address}`,
  early: 'Hồ sơ chưa có kết quả nên chưa đánh giá được. Đưa mã này khi trả kết quả.',
  note: 'Trang này không cho biết hồ sơ đã được đánh giá hay chưa.',
}
