/** Errors say how to repair. `label` is the question as it stands on the page. @see design language, voice */
export const vi = {
  missingText: (label: string) => `Nhập ${lower(label)}.`,
  missingChoice: (label: string) => `Chọn ${lower(label)}.`,
  missingYesNo: 'Chọn Có hoặc Không.',
  missingBoxes: (label: string) => `Chọn ít nhất một ô ở mục “${label}”.`,
  missingDate: (label: string) => `Nhập ${lower(label)}, gồm ngày, tháng và năm.`,
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
  notMoney: (label: string, typed: string) => `${label} phải là số tiền, ví dụ 50.000. Bạn đã nhập “${typed}”.`,
  tooSmall: (label: string, least: string) => `${label} ít nhất là ${least}.`,
  tooLarge: (label: string, most: string) => `${label} nhiều nhất là ${most}.`,
  notAnOption: 'Chọn một trong các mục ở dưới.',
  tooManyFiles: (most: string) => `Nhiều nhất ${most} tệp. Bỏ bớt tệp rồi lưu lại.`,
  formats: {
    name: 'Nhập họ và tên bằng chữ, như trên căn cước.',
    'identity-number': 'Số định danh có 12 chữ số, ở mặt trước căn cước.',
    'old-identity-number': 'Số giấy tờ có 9 hoặc 12 chữ số.',
    phone: 'Số điện thoại có 10 chữ số, bắt đầu bằng 0, ví dụ 0900 000 012.',
    email: 'Nhập địa chỉ thư điện tử đủ tên và tên miền, ví dụ ten@example.com.',
    passport: 'Số hộ chiếu có 6 đến 9 chữ và số, ví dụ C1234567.',
    'tax-code': 'Mã số thuế có 10 hoặc 12 chữ số.',
  },
}

/** A label in the middle of a sentence: `Họ và tên` → `họ và tên`. Names of two capitals (`CCCD`) stay. */
function lower(label: string): string {
  const [first = '', second = ''] = label
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : first.toLowerCase() + label.slice(1)
}
