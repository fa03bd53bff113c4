/** Errors say how to repair. `label` is the question as it stands on the page. @see design language, voice */
export const vi = {
  missingText: (label: string) => `Nhập ${lower(label)}.`,
  missingChoice: (label: string) => `Chọn ${lower(label)}.`,
  missingYesNo: 'Chọn Có hoặc Không.',
  missingBoxes: (label: string) => `Chọn ít nhất một ô ở mục “${label}”.`,
  missingDate: (label: string) => `Nhập ${lower(label)}, gồm ngày, tháng và năm.`,
  missingPartialDate: (label: string) => `Nhập ${lower(label)}; ít nhất là năm.`,
  missingDeclaration: 'Đánh dấu vào ô để cam đoan. Nếu không đúng với bạn, xem lại các câu trả lời ở trên.',
  missingRows: (label: string) => `Thêm ít nhất một dòng ở mục “${label}”.`,
  missingFile: (label: string) => `Chọn tệp hoặc chụp ảnh: ${lower(label)}.`,
  missingDay: (label: string) => `${label} còn thiếu ngày.`,
  missingMonth: (label: string) => `${label} còn thiếu tháng.`,
  missingYear: (label: string) => `${label} còn thiếu năm, gồm 4 chữ số.`,
  notADay: (typed: string) => `Không có ngày ${typed} trong lịch. Xem lại ngày, tháng và năm.`,
  past: (label: string, typed: string) => `${label} phải là một ngày đã qua. Bạn đã nhập ${typed}.`,
  notFuture: (label: string, typed: string) => `${label} không thể sau hôm nay. Bạn đã nhập ${typed}.`,
  future: (label: string, typed: string) => `${label} phải là một ngày sắp tới. Bạn đã nhập ${typed}.`,
  notPast: (label: string, typed: string) => `${label} không thể trước hôm nay. Bạn đã nhập ${typed}.`,
  tooEarly: (label: string, typed: string) => `${label} quá xa trong quá khứ. Bạn đã nhập ${typed}.`,
  year: (year: string) => `năm ${year}`,
  tooLong: (most: string, typed: string) => `Viết ngắn lại, nhiều nhất ${most} ký tự. Bạn đã viết ${typed}.`,
  notANumber: (label: string, typed: string) => `${label} phải là số, ví dụ 2. Bạn đã nhập “${typed}”.`,
  notADecimal: (label: string, typed: string, digits: string) =>
    `${label} phải là số, ví dụ 85,5; nhiều nhất ${digits} chữ số sau dấu phẩy. Bạn đã nhập “${typed}”.`,
  notMoney: (label: string, typed: string) => `${label} phải là số tiền, ví dụ 50.000. Bạn đã nhập “${typed}”.`,
  tooSmall: (label: string, least: string) => `${label} ít nhất là ${least}.`,
  tooLarge: (label: string, most: string) => `${label} nhiều nhất là ${most}.`,
  notAnOption: 'Chọn một trong các mục ở dưới.',
  notFound: (typed: string) => `Không có mục nào khớp với “${typed}”. Gõ vài chữ trong tên, có dấu hoặc không dấu.`,
  severalFit: (typed: string) => `Nhiều mục khớp với “${typed}”. Chọn một mục ở dưới.`,
  tooFewRows: (label: string, least: string) => `“${label}” cần ít nhất ${least} dòng.`,
  tooManyRows: (label: string, most: string) => `“${label}” nhiều nhất ${most} dòng. Bỏ bớt dòng rồi lưu lại.`,
  inRow: (row: string, problem: string) => `Dòng ${row}: ${problem}`,
  moreRows: (label: string, rows: string) => `“${label}” còn ${rows} dòng nữa cần sửa.`,
  inLine: (line: string, problem: string) => `Dòng ${line} của phần dán: ${problem}`,
  moreLines: (lines: string) => `Còn ${lines} dòng nữa chưa đúng. Chưa dòng nào được thêm vào bảng.`,
  formula: (label: string) => `${label}: ô này bắt đầu bằng dấu của công thức. Chép giá trị, đừng chép công thức.`,
  noColumn: (typed: string) => `“${typed}” không thuộc cột nào. Xem lại thứ tự các cột.`,
  disagrees: {
    year: 'Số định danh này là của người sinh năm khác. Xem lại số, hoặc ngày sinh ở trên.',
    gender: 'Số định danh này là của người có giới tính khác. Xem lại số, hoặc giới tính ở trên.',
  },
  tooManyFiles: (most: string) => `Nhiều nhất ${most} tệp. Bỏ bớt tệp rồi lưu lại.`,
  formats: {
    name: 'Nhập họ và tên bằng chữ, như trên căn cước.',
    'identity-number': 'Số định danh có 12 chữ số, ở mặt trước căn cước.',
    'old-identity-number': 'Số giấy tờ có 9 hoặc 12 chữ số.',
    phone: 'Số điện thoại có 10 chữ số, bắt đầu bằng 0, ví dụ 0900 000 012.',
    email: 'Nhập địa chỉ thư điện tử đủ tên và tên miền, ví dụ ten@example.com.',
    passport: 'Số hộ chiếu có 6 đến 9 chữ và số, ví dụ C1234567.',
    'tax-code':
      'Mã số thuế có 10 chữ số, 13 chữ số (đơn vị phụ thuộc) hoặc 12 chữ số (số định danh). Xem lại từng chữ số.',
    'account-number': 'Số tài khoản có 6 đến 20 chữ và số, không có dấu.',
    plate: 'Nhập biển số xe như trên biển, ví dụ 30A-123.45.',
  },
}

/** A label in the middle of a sentence: `Họ và tên` → `họ và tên`. Names of two capitals (`CCCD`) stay. */
function lower(label: string): string {
  const [first = '', second = ''] = label
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : first.toLowerCase() + label.slice(1)
}
