export const vi = {
  title: 'Công khai kinh phí',
  description: 'Kinh phí duy trì và phát triển dịch vụ công trực tuyến: dự toán, thực hiện, quyết toán.',
  lead: 'Tiền để duy trì và phát triển dịch vụ công trực tuyến của cơ quan: được giao bao nhiêu, đã chi bao nhiêu, quyết toán ra sao.',
  law: 'Theo Điều 20 Nghị định 42/2022/NĐ-CP; công khai theo Điều 27 và Điều 34 Thông tư 26/2026/TT-BTC.',
  none: 'Chưa có số liệu nào được công khai.',
  year: (year: string) => `Năm ${year}`,
  at: (at: string) => `Công khai lúc ${at}. Số liệu giữ nguyên như ngày công khai.`,
}
