import type { Criterion } from '../../rating.ts'

export const vi = {
  title: 'Người dân nói gì',
  description: 'Người dân hài lòng đến mức nào về việc giải quyết hồ sơ, theo nơi giải quyết và theo thủ tục.',
  home: 'Trang chủ',
  statistics: 'Số liệu',
  lead: (from: string, to: string): string =>
    `Đánh giá của người dân sau khi hồ sơ có kết quả, từ tháng ${from} đến hết tháng ${to}.`,
  criteria: {
    overall: 'Hài lòng chung',
    ease: 'Dễ làm',
    timeliness: 'Nhanh, đúng hẹn',
    attitude: 'Thái độ phục vụ',
  } satisfies Record<Criterion, string>,
  percent: (value: string): string => `${value}%`,
  ratings: (count: string): string => `${count} đánh giá`,
  few: 'ít, không nêu',
  none: 'chưa có số liệu',
  nothing: 'Chưa có đánh giá nào trong mười hai tháng qua.',
  units: 'Theo nơi giải quyết',
  unit: 'Nơi giải quyết',
  procedures: 'Theo thủ tục',
  procedure: 'Thủ tục',
  comments: 'Lời góp ý',
  commentsLead:
    'Chỉ lãnh đạo và thanh tra đọc được phần này. Lời góp ý không gắn với hồ sơ, với mức đánh giá hay với ngày.',
  noComments: 'Chưa ai góp ý.',
  month: (month: string): string => `tháng ${month}`,
  how: 'Số này tính thế nào',
  howText: [
    'Hài lòng là chọn “Hài lòng” hoặc “Rất hài lòng”. Ai không trả lời một câu thì không tính vào câu ấy.',
    'Đánh giá được cộng theo tháng và nêu ra khi hết tháng. Dưới 5 đánh giá thì không nêu, cũng không nêu số có thể suy ra được nó.',
    'Mỗi hồ sơ được đánh giá một lần. Chúng tôi không giữ ai đã chọn mức nào.',
  ],
  deskTitle: 'Đánh giá của người dân',
  deskLead: 'Các đơn vị bạn phụ trách. Cùng một cách tính như trang công khai.',
  public: 'Trang công khai',
}
