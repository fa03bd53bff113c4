export const vi = {
  title: 'Đã nộp và tiếp nhận',
  code: 'Mã hồ sơ',
  due: (moment: string) => `Hẹn trả ${moment}.`,
  goes: (unit: string) => `Nơi giải quyết: ${unit}.`,
  told: 'Người nộp được báo tin ngay, và thấy hồ sơ trên trang của mình khi đăng nhập VNeID bằng số định danh này.',
  sameDay: 'Thủ tục trả trong ngày: không phải giao giấy hẹn, trừ khi người nộp yêu cầu. Hồ sơ đã được ghi vào sổ.',
  print: 'In giấy tiếp nhận và hẹn trả',
  next: 'Nhận hồ sơ tiếp theo',
  open: 'Mở hồ sơ',
  counter: 'Nhận tại quầy',
}
