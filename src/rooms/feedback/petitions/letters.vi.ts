import type { ToldSender } from './commands/desk.ts'

export const vi = {
  greeting: (name: string): string => `Kính gửi ${name},`,
  subjects: {
    registered: (number: string): string => `Đã nhận phản ánh, kiến nghị số ${number}`,
    refused: (number: string): string => `Về phản ánh, kiến nghị số ${number}`,
    forwarded: (number: string): string => `Đã chuyển phản ánh, kiến nghị số ${number}`,
    answered: (number: string): string => `Đã có kết quả phản ánh, kiến nghị số ${number}`,
  } satisfies Record<ToldSender, unknown>,
  says: {
    registered: 'Chúng tôi đã nhận và vào sổ phản ánh, kiến nghị của ông/bà.',
    refused: 'Chúng tôi không tiếp nhận được phản ánh, kiến nghị này. Lý do và căn cứ ghi ở trang theo dõi.',
    forwarded: 'Việc này thuộc thẩm quyền của cơ quan khác nên chúng tôi đã chuyển đi. Nơi nhận ghi ở trang theo dõi.',
    answered: 'Đã có kết quả xử lý. Xem ở trang theo dõi, và cho chúng tôi biết ông/bà thấy xử lý thế nào.',
  } satisfies Record<ToldSender, string>,
  due: (day: string): string => `Trả lời chậm nhất ${day}.`,
  see: (url: string): string => `Theo dõi: ${url}`,
  look: (url: string): string => `Theo dõi ở ${url}: nhập số trên và mã tra cứu đã cho khi gửi.`,
  explainSubject: 'Đề nghị giải trình',
  explain: (day: string): string => `Có một việc đề nghị anh/chị giải trình, chậm nhất ${day}.`,
  decideSubject: 'Đã có giải trình, cần kết luận',
  decide: 'Cán bộ dưới quyền đã giải trình một phản ánh. Anh/chị xem và kết luận.',
  open: (url: string): string => `Mở: ${url}`,
  reminders: {
    forward: (number: string, day: string): string =>
      `Phản ánh, kiến nghị số ${number}: nếu thuộc cơ quan khác, phải chuyển chậm nhất ${day} (05 ngày làm việc, Nghị định 20/2008/NĐ-CP, Điều 9).`,
    petition: (number: string, day: string): string => `Phản ánh, kiến nghị số ${number}: trả lời chậm nhất ${day}.`,
    explanation: (day: string): string => `Giải trình một phản ánh: hạn ${day}.`,
  },
  remindSubject: 'Nhắc việc: phản ánh, kiến nghị',
  lateSubject: 'Quá hạn: phản ánh, kiến nghị',
}
