export const vi = {
  title: (year: string): string => `Từ đầu năm ${year} đến nay`,
  receivedOnline: 'hồ sơ tiếp nhận trực tuyến',
  received: 'hồ sơ tiếp nhận, mọi cách nộp',
  finished: 'hồ sơ đã giải quyết',
  onTime: 'đúng hẹn hoặc sớm hơn',
  half: 'làm việc, một nửa xong trong',
  most: 'làm việc, chín phần mười xong trong',
  satisfaction: 'người dân hài lòng',
  source: 'Tính từ nhật ký hồ sơ.',
  how: 'Cách tính từng con số',
  all: 'Xem mọi số liệu',
}
