import { localDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Clause, Proof } from '../clause.ts'

const say = (vi: string, en: string): Bilingual => ({ vi, en })

/** Of Decree 224/2026/NĐ-CP: `15.1.a` is Article 15, clause 1, point a. */
function clause(place: string, says: Bilingual, proof: Proof): Clause {
  const [article = '', number, point] = place.split('.')
  const vi = [`Điều ${article}`, number && `khoản ${number}`, point && `điểm ${point}`]
  const en = [`Article ${article}`, number && `clause ${number}`, point && `point ${point}`]
  return {
    ...{ id: `224-${place.replaceAll('.', '-')}`, law: 'decree-224-2026', says, proof, from: localDate('2026-07-01') },
    article: say(vi.filter(Boolean).join(', '), en.filter(Boolean).join(', ')),
  }
}

export const DECREE_224: readonly Clause[] = [
  clause('11.4', say('Tên miền .gov.vn; dùng IPv6', 'Host names under .gov.vn; IPv6'), {
    check: 'ipv6',
    does: say('Máy chủ nghe cả IPv4 và IPv6.', 'The server listens on IPv4 and IPv6.'),
  }),
  clause(
    '14',
    say(
      'Cung cấp toàn trình; nếu một phần thì công bố lý do',
      'Services are wholly online; where only in part, the reason is published',
    ),
    {
      standing: 'unknown',
      gap: say(
        'Mức độ được ghi theo từng thủ tục; lý do của mức một phần chưa được đòi và chưa được kiểm tra.',
        'The level is recorded for each procedure; the reason for “in part” is neither demanded nor checked yet.',
      ),
    },
  ),
  clause('15.1.a', say('Công khai đầy đủ thông tin dịch vụ', 'Information on services is published in full'), {
    check: 'service-information',
    does: say(
      'Trang thủ tục mở cho mọi người, hai thứ tiếng.',
      'Pages of procedures are open to all, in both languages.',
    ),
  }),
  clause('15.1.b', say('Mã và tên dịch vụ thống nhất với danh mục', 'Codes and names follow the national catalogue'), {
    check: 'catalogue',
    does: say('Mã và tên lấy nguyên từ danh mục quốc gia.', 'Codes and names are taken verbatim from the catalogue.'),
  }),
  clause('15.1.c', say('Biểu mẫu điện tử tương tác', 'Interactive electronic forms'), {
    check: 'e-forms',
    does: say('Mỗi gói dịch vụ mang biểu mẫu của mình.', 'Each service package carries its form.'),
  }),
  clause('15.1.d', say('Khai thác cơ sở dữ liệu để điền sẵn', 'Databases are used to fill forms in advance'), {
    check: 'registries',
    does: say(
      'Hỏi Cơ sở dữ liệu quốc gia về dân cư khi có căn cứ.',
      'Asks the population database where the law allows.',
    ),
  }),
  clause('15.1.đ', say('Thanh toán trực tuyến', 'Online payment'), {
    standing: 'not-met',
    gap: say('Bản này chưa thu phí trực tuyến.', 'This version takes no payments online.'),
  }),
  clause('15.1.e', say('Chữ ký số', 'Digital signatures'), {
    check: 'signing',
    does: say('Người có thẩm quyền ký kết quả qua cổng ký từ xa.', 'Officers sign results through the remote gateway.'),
  }),
  clause('15.1.g', say('Thông báo tình trạng ngay khi đổi', 'Every change of status is told at once'), {
    check: 'tracking',
    does: say(
      'Thông báo theo từng việc; tra cứu không cần đăng nhập.',
      'A notice for each act; tracking without sign-in.',
    ),
  }),
  clause('15.1.h', say('Đồng bộ hồ sơ từ hệ thống của bộ', 'Dossiers in ministries’ systems are synchronised'), {
    standing: 'not-met',
    gap: say('Chưa nhận hồ sơ từ hệ thống chuyên ngành của bộ.', 'Nothing is taken in from ministries’ systems yet.'),
  }),
  clause('15.1.i', say('Ưu tiên hệ thống tập trung của bộ', 'Central systems of ministries come first'), {
    standing: 'unknown',
    gap: say(
      'Nơi nộp được chọn theo từng thủ tục; chưa phép thử nào xem chọn có đúng không.',
      'Where to apply is set for each procedure; no check looks whether it is set rightly.',
    ),
  }),
  clause('15.2', say('Hỗ trợ người khuyết tật; dễ dùng, an toàn', 'Supports people with disabilities; easy and safe'), {
    check: 'accessibility',
    does: say('Công bố mức tiếp cận và những chỗ còn thiếu.', 'Publishes how accessible it is and what falls short.'),
  }),
  clause('16', say('Dịch vụ chủ động, bốn mức', 'Proactive services, four levels'), {
    check: 'proactive',
    does: say('Nhắc việc theo kết quả đã có: mức đầu tiên.', 'Reminders that follow from results: the first level.'),
  }),
  clause(
    '17',
    say('Truy vết được; quyền từ chối dịch vụ chủ động', 'Traceable; the right to refuse proactive services'),
    {
      standing: 'unknown',
      gap: say(
        'Nhật ký hồ sơ nối chuỗi băm, kiểm tra bằng lệnh riêng; nhắc việc từ chối được bằng một lần bấm. Chưa có phép thử chạy tại chỗ.',
        'The log of a dossier is hash-chained and verified by its own command; reminders can be refused in one press. No check runs on the installation itself.',
      ),
    },
  ),
  clause(
    '18.4',
    say('Không đòi giấy tờ đã có trong cơ sở dữ liệu', 'No papers that published databases already hold'),
    {
      standing: 'unknown',
      gap: say(
        'Thành phần có căn cứ thì được thay bằng dữ liệu; chưa phép thử nào đếm thành phần còn đòi thừa.',
        'Components with a legal basis are replaced by data; no check counts what is still asked for needlessly.',
      ),
    },
  ),
  clause('19.1', say('Đo liên tục từng dịch vụ, từng bước', 'Measured continuously, by service and by step'), {
    check: 'statistics',
    does: say(
      'Số liệu tính liên tục từ nhật ký, theo thủ tục, đơn vị và kênh.',
      'Figures are counted continuously from the log, by procedure, unit and channel.',
    ),
  }),
  clause(
    '19.2',
    say('Các chỉ số: toàn trình, đúng hạn, hài lòng', 'Indicators: wholly online, on time, satisfaction'),
    {
      check: 'statistics',
      does: say('Công bố tại trang số liệu và dữ liệu mở.', 'Published on the statistics and open-data pages.'),
    },
  ),
  clause(
    '19.3.d',
    say('Kết nối Cổng quốc gia và nền tảng đo lường', 'Connected to the national portal and platforms'),
    {
      check: 'national-portal',
      does: say('Gửi theo sổ gửi nhận, đối soát mỗi đêm.', 'Sent from a ledger, reconciled every night.'),
    },
  ),
  clause('20', say('Kế hoạch kinh phí hằng năm; nguồn hợp pháp', 'A funding plan every year; lawful sources'), {
    check: 'funding-plan',
    does: say(
      'Lập, ký, gửi, phân bổ, quyết toán và công bố tại đây.',
      'Drafted, signed, sent, allocated, settled and published here.',
    ),
  }),
]
