/** Refusals that meet those who ask for figures: programs, readers of open data, leaders. */
export const vi = {
  'reporting.day-invalid': { title: 'Ngày chưa đúng', message: 'Viết ngày như 2026-03-31.' },
  'reporting.period-empty': {
    title: 'Kỳ không có ngày nào',
    message: 'Kỳ tính từ ngày from đến trước ngày to, nên from phải là ngày sớm hơn.',
  },
  'reporting.period-too-long': {
    title: 'Kỳ quá dài',
    message: 'Hỏi theo ngày thì nhiều nhất một năm, cách khác thì nhiều nhất mười năm. Hỏi làm nhiều lần.',
  },
  'reporting.by-unknown': {
    title: 'Không chia được như vậy',
    message: 'Chọn by trong số này: total, procedure, unit, channel, day, month.',
  },
  'reporting.channel-unknown': {
    title: 'Không có cách nộp này',
    message: 'Chọn channel trong số này: online, national-portal, counter, post.',
  },
  'reporting.unit-unknown': {
    title: 'Không có đơn vị này',
    message: 'Trong unit, ghi mã đơn vị, như H99.12. Xem danh sách ở trang Số liệu.',
  },
  'reporting.no-such-data': {
    title: 'Không có dữ liệu này',
    message: 'Có thể tháng đó chưa công bố. Danh sách đầy đủ ở trang Dữ liệu mở.',
  },
  'reporting.not-a-leader': {
    title: 'Trang này dành cho người phụ trách đơn vị',
    message: 'Bạn chưa giữ vai trò duyệt hoặc phụ trách ở đơn vị nào. Về hàng việc để xem việc của bạn.',
  },
}
