import type { PersonalKind } from '../personal-facts.ts'

export const vi = {
  problem: 'Chưa đăng được',
  noMarksTitle: 'Máy không thấy thông tin cá nhân nào',
  noMarks: 'Máy chỉ thấy được số, địa chỉ thư, ngày sinh và tên. Đọc lại lần nữa: có câu nào cho biết đó là ai không?',
  marksTitle: (count: number): string => `${count} chỗ có thể là thông tin cá nhân`,
  marks: 'Xóa hoặc viết lại từng chỗ. Chỗ nào không phải thông tin cá nhân thì đánh dấu ở dưới.',
  seeMarks: 'Những chỗ đã tô trong bản này',
  dismiss: 'Không phải thông tin cá nhân',
  dismissHint: 'Ví dụ: số điện thoại tổng đài, tên một con đường.',
  dismissOne: (text: string): string => `“${text}” không phải thông tin cá nhân`,
  kinds: {
    number: 'Trông như số định danh, số tài khoản hoặc số giấy tờ',
    phone: 'Trông như số điện thoại',
    email: 'Trông như địa chỉ thư điện tử',
    dossier: 'Trông như mã hồ sơ',
    name: 'Trông như tên người',
    birthday: 'Trông như ngày sinh',
    house: 'Trông như số nhà',
  } satisfies Record<PersonalKind, string>,
  left: (text: string): string =>
    `“${text}” còn trong bản đăng. Xóa đi, hoặc đánh dấu là không phải thông tin cá nhân.`,
  looked: 'Bạn đã đọc lại',
  lookedYes: 'Tôi đã đọc hết. Không câu nào cho biết người gửi là ai.',
  notLooked: 'Đọc lại rồi đánh dấu ô này.',
  empty: 'Không để trống.',
  tooLong: (most: number): string => `Dài quá ${most} chữ cái. Viết ngắn lại.`,
  checkAgain: 'Kiểm lại bản vừa sửa',
}
