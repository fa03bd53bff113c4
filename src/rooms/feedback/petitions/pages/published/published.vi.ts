export const vi = {
  lead: 'Người dân phản ánh, kiến nghị gì và cơ quan đã xử lý ra sao. Tên và thông tin cá nhân đã bỏ.',
  search: 'Tìm trong các phản ánh đã xử lý',
  searchHint: 'Có dấu hay không dấu đều được.',
  find: 'Tìm',
  send: 'Gửi phản ánh, kiến nghị',
  track: 'Tra cứu phản ánh đã gửi',
  none: 'Chưa có kết quả nào được đăng.',
  noneFor: (query: string): string => `Chưa thấy gì cho “${query}”. Thử ít chữ hơn.`,
  count: (count: string): string => `${count} kết quả đã đăng`,
  rated: (percent: number, count: string): string =>
    `${percent}% người gửi hài lòng với cách xử lý (${count} lượt đánh giá trong 12 tháng đã qua).`,
  pages: 'Các trang phản ánh',
  publishedOn: (day: string): string => `Đăng ngày ${day}`,
  law: 'Nghị định 20/2008/NĐ-CP, Điều 19: kết quả xử lý được công khai.',
  questions: 'Muốn hỏi chứ không phản ánh? Xem Hỏi đáp',
}
