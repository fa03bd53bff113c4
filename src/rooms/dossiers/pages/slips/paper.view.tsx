import type { ComponentChildren } from 'preact'
import { dayOf, type LocalDate, type LocalDateTime, timeOf } from '#kernel/local-date.ts'
import { formatDate, formatWeekday } from '#platform/i18n/index.ts'
import type {
  QrImage,
  ReceiptData,
  RefusalData,
  SlipData,
  SlipPaper,
  SupplementRequestData,
} from '#platform/pdf/index.ts'

type AnySlip = SlipData[keyof SlipData]

interface FrameProps {
  title: string
  data: AnySlip
  qr: QrImage
  lead: ComponentChildren
  /** Who signs for the office; undefined on a slip that the log signs. */
  signs?: string
  children: ComponentChildren
}

function longDate(date: LocalDate): string {
  const [year, month = '', day = ''] = date.split('-')
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/** `17:00, thứ Tư, 25/11/2026` */
function sayDue(moment: LocalDateTime): string {
  const day = dayOf(moment)
  return `${timeOf(moment)}, ${formatWeekday(day, 'vi').replace('Thứ', 'thứ')}, ${formatDate(day)}`
}

function Signature({ who, note, name }: { who: string; note: string | undefined; name: string }) {
  return (
    <div>
      <b>{who}</b>
      <br />
      <i>{note}</i>
      <br />
      <br />
      {name}
    </div>
  )
}

/** The paper on the screen: the same data and order as the print. On a phone it reflows. */
export function SlipFrame({ title, data, qr, lead, signs, children }: FrameProps) {
  const { head, applicant } = data
  return (
    <div class="slip-page" lang="vi">
      <article class="slip" aria-labelledby="slip-title">
        <div class="heads">
          <div>
            {head.parentAgency && (
              <>
                {head.parentAgency.toUpperCase()}
                <br />
              </>
            )}
            <b class="u">{head.unit}</b>
            <br />
            Số: {head.number}
          </div>
          <div>
            <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
            <br />
            <b class="u">Độc lập – Tự do – Hạnh phúc</b>
            <br />
            <i>
              {head.place}, {longDate(head.issuedOn)}
            </i>
          </div>
        </div>
        <h1 id="slip-title">{title}</h1>
        <div class="top2">
          <div>
            <div>Mã hồ sơ</div>
            <div class="code num">{data.dossierCode}</div>
            {lead}
          </div>
          <img
            class="qr"
            src={`data:image/svg+xml,${encodeURIComponent(qr.svg)}`}
            alt={qr.alt}
            width="98"
            height="98"
          />
        </div>
        <People data={data} name={applicant.name} />
        {children}
        {signs && (
          <div class="sig">
            <Signature who="Người nộp hồ sơ" note={data.applicantSigns} name={applicant.name} />
            <Signature who={signs} note={data.officerSigns} name={data.officer} />
          </div>
        )}
        <div class="hem" aria-hidden="true" />
        <p>
          <small>{data.foot}</small>
        </p>
      </article>
    </div>
  )
}

function People({ data, name }: { data: AnySlip; name: string }) {
  const { idNumber, address, phone, email } = data.applicant
  return (
    <SlipFacts
      facts={[
        ['Người nộp', idNumber ? `${name} · số định danh ${idNumber}` : name],
        ['Địa chỉ', address],
        ['Điện thoại', phone],
        ['Thư điện tử', email],
        ['Chủ hồ sơ', data.owner],
        ['Nội dung giải quyết', data.procedure],
      ]}
    />
  )
}

export function SlipFacts({ facts }: { facts: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="kv">
      {facts.map(([label, value]) =>
        value ? (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  )
}

function Papers({ caption, papers }: { caption: string; papers: readonly SlipPaper[] }) {
  if (papers.length === 0) return null
  return (
    <table>
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">TT</th>
          <th scope="col">Thành phần hồ sơ</th>
          <th scope="col" class="kind">
            Loại
          </th>
          <th scope="col" class="n">
            Số lượng
          </th>
        </tr>
      </thead>
      <tbody>
        {papers.map(({ name, kind, copies }, index) => (
          <tr key={`${index} ${name}`}>
            <td class="num">{index + 1}</td>
            <td>{name}</td>
            <td class="kind">{kind}</td>
            <td class="n">{copies}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function ReceiptPaper({ data, qr }: { data: ReceiptData; qr: QrImage }) {
  const received = data.receivedAt
  const [hour, minute] = timeOf(received).split(':')
  const lead = (
    <>
      {data.dueAt && (
        <div>
          Hẹn trả kết quả: <b class="num">{sayDue(data.dueAt)}</b>
        </div>
      )}
      <div>Tại: {data.returnPlace}</div>
    </>
  )
  return (
    <SlipFrame
      title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
      data={data}
      qr={qr}
      lead={lead}
      signs="Người tiếp nhận hồ sơ"
    >
      <Papers caption="Thành phần hồ sơ đã nhận" papers={data.documents} />
      <SlipFacts
        facts={[
          ['Số bộ hồ sơ', data.sets],
          ['Thời hạn theo quy định', data.timeLimit],
          ['Nhận hồ sơ lúc', `${Number(hour)} giờ ${minute} phút, ${formatDate(dayOf(received))}`],
          ['Phí, lệ phí', data.fees],
          ['Nhận kết quả', data.delivery],
          ['Vào sổ theo dõi', data.register && `Quyển số ${data.register.book}, số thứ tự ${data.register.entry}`],
        ]}
      />
    </SlipFrame>
  )
}

export function SupplementRequestPaper({ data, qr }: { data: SupplementRequestData; qr: QrImage }) {
  const lead = data.supplementBy && (
    <div>
      Hạn bổ sung: <b class="num">{formatDate(data.supplementBy.slice(0, 10) as LocalDate)}</b>
    </div>
  )
  return (
    <SlipFrame title="Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" data={data} qr={qr} lead={lead} signs="Người hướng dẫn">
      <p>Để hồ sơ được giải quyết, xin bổ sung, hoàn thiện những nội dung sau:</p>
      <table>
        <caption class="vh">Nội dung cần bổ sung, hoàn thiện</caption>
        <thead>
          <tr>
            <th scope="col">TT</th>
            <th scope="col">Nội dung</th>
            <th scope="col">Lý do</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ name, reason }, index) => (
            <tr key={`${index} ${name}`}>
              <td class="num">{index + 1}</td>
              <td>{name}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SlipFacts
        facts={[
          ['Lý do chung', data.reason],
          ['Khi cần hỏi', data.contact],
        ]}
      />
    </SlipFrame>
  )
}

export function RefusalPaper({ data, qr }: { data: RefusalData; qr: QrImage }) {
  const lead = (
    <div>
      Ngày từ chối: <b class="num">{formatDate(data.refusedOn)}</b>
    </div>
  )
  return (
    <SlipFrame
      title="Phiếu từ chối tiếp nhận giải quyết hồ sơ"
      data={data}
      qr={qr}
      lead={lead}
      signs="Người tiếp nhận hồ sơ"
    >
      <p>Qua xem xét, {data.head.unit} không tiếp nhận hồ sơ này để giải quyết.</p>
      <SlipFacts
        facts={[
          ['Lý do từ chối', data.reason],
          ['Căn cứ pháp luật', data.basis],
          ['Hướng dẫn', data.advice],
        ]}
      />
      <Papers caption="Giấy tờ trả lại người nộp" papers={data.returned} />
    </SlipFrame>
  )
}
