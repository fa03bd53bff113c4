import { localDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Clause, Proof } from '../clause.ts'

const say = (vi: string, en: string): Bilingual => ({ vi, en })

interface Place {
  article: number
  clause?: number
  point?: string
  part?: string
}

function articleOf({ article, clause, point }: Place): Bilingual {
  const vi = [`Điều ${article}`, clause && `khoản ${clause}`, point && `điểm ${point}`].filter(Boolean).join(', ')
  const en = [`Article ${article}`, clause && `clause ${clause}`, point && `point ${point}`].filter(Boolean).join(', ')
  return { vi, en }
}

/** Of Decree 42/2022/NĐ-CP; Decree 224/2026/NĐ-CP took its place. */
function clause(place: Place, says: Bilingual, { now, ...proof }: Proof & { now: string }): Clause {
  const id = ['42', place.article, place.clause, place.point, place.part].filter((one) => one !== undefined).join('-')
  return {
    ...{ id, law: 'decree-42-2022', article: articleOf(place), says },
    ...{ from: localDate('2022-08-15'), to: localDate('2026-07-01') },
    successor: say(`Điều ${now} Nghị định 224/2026/NĐ-CP`, `Article ${now} of Decree 224/2026/NĐ-CP`),
    proof,
  }
}

export const DECREE_42: readonly Clause[] = [
  clause(
    { article: 13, clause: 1 },
    say(
      'Cổng cung cấp thông tin, dịch vụ công trực tuyến thuộc thẩm quyền của bộ, địa phương',
      'The portal gives information and online services within the competence of the ministry or locality',
    ),
    {
      ...{ now: '15', check: 'catalogue' },
      does: say(
        'Danh mục thủ tục lấy từ cơ sở dữ liệu quốc gia, ghi rõ lúc đối chiếu gần nhất.',
        'The catalogue of procedures comes from the national database and says when it was last compared.',
      ),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'a', part: 'names' },
    say(
      'Tên miền thống nhất: dichvucong.….gov.vn và e-services.….gov.vn',
      'Uniform host names: dichvucong.….gov.vn and e-services.….gov.vn',
    ),
    {
      ...{ now: '11', check: 'host-names' },
      does: say('Tên miền được so với mẫu của nghị định.', 'Host names are held against the pattern of the decree.'),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'a', part: 'languages' },
    say(
      'Giao diện tiếng Việt và giao diện tiếng Anh, mỗi tên miền một thứ tiếng',
      'A Vietnamese and an English interface, one for each host name',
    ),
    {
      ...{ now: '11', check: 'languages' },
      does: say('Cùng một trang trả lời bằng hai thứ tiếng.', 'The same page answers in both languages.'),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'a', part: 'ipv6' },
    say('Sử dụng công nghệ địa chỉ Internet IPv6', 'Uses IPv6 Internet addresses'),
    {
      ...{ now: '11', check: 'ipv6' },
      does: say('Máy chủ nghe cả IPv4 và IPv6.', 'The server listens on IPv4 and IPv6.'),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'b', part: 'agency-portal' },
    say('Kết nối Cổng thông tin điện tử của cơ quan', 'Connected to the agency’s own portal'),
    {
      ...{ now: '15', check: 'agency-portal' },
      does: say(
        'Cung cấp nguồn tin có chữ ký và ô tra cứu nhúng được.',
        'Offers signed feeds and a search box to embed.',
      ),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'b', part: 'national-portal' },
    say('Kết nối Cổng Dịch vụ công quốc gia', 'Connected to the National Public Service Portal'),
    {
      ...{ now: '19', check: 'national-portal' },
      does: say(
        'Mỗi việc của hồ sơ được gửi theo sổ gửi nhận, đối soát mỗi đêm.',
        'Each act of a dossier is sent from a ledger and reconciled every night.',
      ),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'c' },
    say(
      'Kết nối hệ thống giám sát, đo lường dịch vụ Chính phủ số',
      'Connected to the system that measures digital government services',
    ),
    {
      ...{ now: '19', check: 'measurement' },
      does: say('Báo mỗi lần hồ sơ đổi trạng thái.', 'Reports each change of status of a dossier.'),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'd' },
    say('Kết nối cổng dịch vụ chứng thực chữ ký số công cộng', 'Connected to the gateway of public digital signatures'),
    {
      ...{ now: '15', check: 'signing' },
      does: say(
        'Kết quả được ký từ xa; chữ ký được kiểm tra trước khi lưu.',
        'Results are signed remotely; signatures are verified before they are kept.',
      ),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'đ' },
    say('Cấu trúc, bố cục, yêu cầu kỹ thuật theo hướng dẫn', 'Structure, layout and technical demands as guided'),
    {
      ...{ now: '15', check: 'accessibility' },
      does: say('Công bố mức tiếp cận và những chỗ còn thiếu.', 'Publishes how accessible it is and what falls short.'),
    },
  ),
  clause(
    { article: 13, clause: 2, point: 'e' },
    say('Bộ xây dựng công cụ dùng chung để phát triển cổng', 'The ministry builds a shared tool for such portals'),
    {
      ...{ now: '81', standing: 'not-applicable' },
      gap: say('Việc của bộ, không phải của cổng.', 'A duty of the ministry, not of a portal.'),
    },
  ),
  clause(
    { article: 15, clause: 1, point: 'a' },
    say(
      'Cải cách tổ chức, quy trình để ứng dụng tối đa công nghệ',
      'Organisation and processes are reformed to use technology to the full',
    ),
    {
      ...{ now: '18', standing: 'unknown' },
      gap: say(
        'Phần mềm không tự chứng minh được việc cải cách của cơ quan.',
        'Software cannot prove that an agency has reformed.',
      ),
    },
  ),
  clause(
    { article: 15, clause: 1, point: 'b' },
    say('Đối xử công bằng giữa các kênh', 'Equal treatment across channels'),
    {
      ...{ now: '17', check: 'equal-treatment' },
      does: say(
        'Hàng việc và cách tính hạn không nhìn kênh nộp; mỗi đêm các kênh được so với nhau, công khai.',
        'Queues and time limits do not see the channel; every night channels are compared, in public.',
      ),
    },
  ),
  clause(
    { article: 15, clause: 1, point: 'c' },
    say('Liên thông các kênh trong một lần dùng dịch vụ', 'Channels are joined within one use of a service'),
    {
      ...{ now: '17', standing: 'unknown' },
      gap: say(
        'Hồ sơ nộp ở kênh nào cũng tra cứu được trên mạng và làm tiếp được tại quầy; chưa phép thử nào chạy tại chỗ xem việc ấy.',
        'A dossier from any channel can be tracked online and continued at the counter; no check on the installation looks at this.',
      ),
    },
  ),
  clause(
    { article: 15, clause: 1, point: 'd' },
    say('Chủ động, kịp thời, hướng tới cá thể hóa', 'Proactive, timely, towards personal service'),
    {
      ...{ now: '16', check: 'proactive' },
      does: say(
        'Trang riêng, thông báo, và nhắc việc theo kết quả đã có, khi người dân chọn nhận.',
        'A personal page, notices, and reminders that follow from results, for who chooses them.',
      ),
    },
  ),
  clause({ article: 20, clause: 1 }, say('Kinh phí từ các nguồn hợp pháp', 'Funding from lawful sources'), {
    ...{ now: '20', check: 'funding-plan' },
    does: say('Mỗi khoản trong kế hoạch ghi rõ nguồn.', 'Each line of the plan names its sources.'),
  }),
  clause(
    { article: 20, clause: 2 },
    say('Hằng năm lập kế hoạch bảo đảm kinh phí và báo cáo', 'A funding plan every year, reported for allocation'),
    {
      ...{ now: '20', check: 'funding-plan' },
      does: say(
        'Lập, ký, gửi, phân bổ, quyết toán và công bố.',
        'Drafted, signed, sent, allocated, settled, published.',
      ),
    },
  ),
]
