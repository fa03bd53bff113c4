import { localDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Clause, Proof } from '../clause.ts'

const say = (vi: string, en: string): Bilingual => ({ vi, en })

/** Nothing looks while the portal runs: the tests of the software do, and those are not evidence of this installation. */
const untested = (vi: string, en: string): Proof => ({
  standing: 'unknown',
  gap: say(`${vi} Chưa có phép thử chạy tại chỗ.`, `${en} No check runs on the installation itself.`),
})
const missing = (vi: string, en: string): Proof => ({ standing: 'not-met', gap: say(vi, en) })

/** Names are shortened: the wording of the appendix was not obtained. @see Circular 11/2025/TT-BKHCN */
const FUNCTIONS: readonly [vi: string, en: string, Proof][] = [
  [
    'Quản lý tài khoản',
    'Accounts',
    untested('Tài khoản cán bộ theo đăng nhập một lần và vai trò.', 'Officers sign in once, with roles.'),
  ],
  [
    'Danh mục dùng chung',
    'Shared catalogues',
    untested('Đơn vị hành chính có ngày hiệu lực.', 'Administrative units carry dates.'),
  ],
  [
    'Danh mục thủ tục',
    'Procedures',
    { check: 'catalogue', does: say('Thủ tục có phiên bản theo ngày.', 'Procedures have versions by date.') },
  ],
  [
    'Trạng thái hồ sơ',
    'Statuses',
    untested('Trạng thái nối với mã quốc gia, là dữ liệu có ngày.', 'Statuses map to national codes, as dated data.'),
  ],
  [
    'Hồ sơ, biểu mẫu điện tử',
    'Electronic forms',
    {
      check: 'e-forms',
      does: say('Biểu mẫu trong gói dịch vụ; chưa có công cụ vẽ.', 'Forms come in packages; there is no designer yet.'),
    },
  ],
  [
    'Luân chuyển hồ sơ',
    'Passing on',
    untested('Bàn giao giữa các đơn vị, có phiếu kiểm soát.', 'Handovers between units, with a control slip.'),
  ],
  ['Quy trình xử lý', 'Processes', untested('Quy trình nằm trong gói dịch vụ.', 'Processes come in packages.')],
  [
    'Theo dõi tiến trình',
    'Progress',
    {
      check: 'tracking',
      does: say('Ai, lúc nào, bao lâu: đọc từ nhật ký.', 'Who, when and how long: read from the log.'),
    },
  ],
  [
    'Cấu hình trực quan',
    'Visual configuration',
    missing('Chưa có công cụ vẽ quy trình.', 'There is no visual designer yet.'),
  ],
  [
    'Sử dụng chữ ký số',
    'Using signatures',
    { check: 'signing', does: say('Ký và kiểm tra trong bước xử lý.', 'Signed and verified within the process.') },
  ],
  [
    'Tích hợp dịch vụ ký',
    'Signing services',
    { check: 'signing', does: say('Cổng ký từ xa và dấu thời gian.', 'A remote gateway and time stamps.') },
  ],
  [
    'Tiếp nhận',
    'Reception',
    untested('Quầy, mạng và Cổng quốc gia đi chung một đường.', 'Counter, portal and national portal take one path.'),
  ],
  ['Bổ sung', 'Supplements', untested('Yêu cầu và trả lời bổ sung.', 'Requests and answers.')],
  [
    'Phân công',
    'Assignment',
    untested('Nhận việc, giao việc; chưa có ủy quyền.', 'Work is taken and given; no delegation yet.'),
  ],
  [
    'Thẩm định, phối hợp',
    'Consultation',
    untested('Ý kiến trong một cơ quan; chưa liên cơ quan.', 'Opinions within an agency, not yet between them.'),
  ],
  ['Phê duyệt', 'Approval', untested('Duyệt hoặc trả lại.', 'Approved or sent back.')],
  ['Dừng giải quyết', 'Stopping', untested('Từ chối và rút hồ sơ.', 'Refusal and withdrawal.')],
  [
    'Trả kết quả',
    'Returning results',
    untested('Bản điện tử, tại quầy và qua bưu chính.', 'Electronic, at the counter and by post.'),
  ],
  ['In, kết xuất', 'Printing', untested('Các phiếu in theo mẫu.', 'Slips print in their official form.')],
  [
    'Thông báo, nhắc việc',
    'Notices',
    untested('Thư điện tử, SMS, Zalo và trang riêng.', 'E-mail, SMS, Zalo and the personal page.'),
  ],
  [
    'Tra cứu',
    'Search',
    untested('Tìm thủ tục, tra cứu hồ sơ, sổ theo dõi.', 'Search for procedures, tracking, the register.'),
  ],
  [
    'Trợ giúp cán bộ',
    'Help for officers',
    missing('Chưa có trợ lý cho cán bộ.', 'There is no assistant for officers yet.'),
  ],
  ['Tổng hợp báo cáo', 'Reports', missing('Chưa có báo cáo tổng hợp.', 'There are no summary reports yet.')],
  ['Mẫu báo cáo', 'Report templates', missing('Chưa có.', 'None yet.')],
  [
    'Thống kê hồ sơ',
    'Statistics',
    {
      check: 'statistics',
      does: say('Trang số liệu và dữ liệu mở.', 'Statistics and open data.'),
    },
  ],
  ['Theo dõi, truy vấn', 'Oversight', untested('Bảng điều hành cho người lãnh đạo.', 'A board for those who lead.')],
  ['Chỉ đạo, điều hành', 'Directing', missing('Chưa có.', 'None yet.')],
  [
    'Quản trị kho',
    'Repository',
    missing('Kho dữ liệu điện tử chưa có trang quản trị.', 'The repository has no administration yet.'),
  ],
  [
    'Sử dụng kho',
    'Reuse of papers',
    untested('Giấy tờ của tôi dùng lại được khi nộp hồ sơ.', 'A person’s papers can be used again.'),
  ],
  [
    'Kết nối hệ thống',
    'Connections',
    { check: 'registries', does: say('Cơ sở dữ liệu quốc gia về dân cư.', 'The population database.') },
  ],
  [
    'Kết nối cổng quốc gia',
    'National portal',
    { check: 'national-portal', does: say('Hồ sơ, trạng thái, tiến độ.', 'Dossiers, statuses, progress.') },
  ],
]

export const CIRCULAR_11: readonly Clause[] = FUNCTIONS.map(([vi, en, proof], index) => {
  const number = String(index + 1).padStart(2, '0')
  return {
    ...{ id: `11-K-${number}`, law: 'circular-11-2025', says: say(vi, en), proof, from: localDate('2025-08-01') },
    article: say(`Chức năng K-${number}`, `Function K-${number}`),
  }
})
