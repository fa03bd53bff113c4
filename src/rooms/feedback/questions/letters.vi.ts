export const vi = {
  codeSubject: (code: string): string => `Mã gửi câu hỏi: ${code}`,
  codeText: (code: string, minutes: number): string =>
    `Mã của bạn: ${code}\n\nNhập mã này ở trang đang mở để gửi câu hỏi. Mã dùng được trong ${minutes} phút.\nNếu không phải bạn hỏi, bỏ qua thư này: không có gì được gửi đi.`,
  greeting: (name: string): string => (name ? `Chào ${name},` : 'Chào bạn,'),
  takenSubject: 'Đã nhận câu hỏi của bạn',
  taken: (day: string): string => `Chúng tôi đã nhận câu hỏi của bạn và trả lời chậm nhất ${day}.`,
  answeredSubject: 'Câu trả lời cho câu hỏi của bạn',
  answered: 'Chúng tôi trả lời câu hỏi của bạn như sau.',
  asideSubject: 'Về câu hỏi của bạn',
  aside: 'Chúng tôi không trả lời câu hỏi này ở đây, vì:',
  youAsked: 'Bạn đã hỏi:',
  see: (url: string): string => `Xem câu hỏi đang ở đâu: ${url}`,
  remindSubject: (day: string): string => `Câu hỏi cần trả lời chậm nhất ${day}`,
  lateSubject: (day: string): string => `Câu hỏi đã quá hạn trả lời (${day})`,
  remind: (day: string): string =>
    `Có một câu hỏi của người dân phải trả lời chậm nhất ${day} (15 ngày làm việc, Nghị định 43/2011/NĐ-CP, Điều 17).`,
  open: (url: string): string => `Mở câu hỏi: ${url}`,
}
