import { dayOf, timeOf } from '#kernel/local-date.ts'
import { BackLink, ButtonLink, Buttons, Page } from '#platform/html/index.ts'
import { formatDate, formatDay } from '#platform/i18n/index.ts'
import type { ControlSlipData, HandoverRow, QrImage } from '#platform/pdf/index.ts'
import { SlipFacts, SlipFrame } from '#rooms/dossiers/index.ts'
import type { vi } from './control-slip.vi.ts'

interface Props {
  dossierRef: string
  data: ControlSlipData
  qr: QrImage
  t: typeof vi
}

function Hand({ who, at }: { who: string; at: string | undefined }) {
  return (
    <div>
      {who}
      {at && (
        <>
          <br />
          <span class="num">{at}</span>
        </>
      )}
    </div>
  )
}

// An official paper: its words are Vietnamese whatever the page's language.
function Handovers({ rows }: { rows: readonly HandoverRow[] }) {
  return (
    <table class="cards">
      <caption class="vh">Giao, nhận hồ sơ</caption>
      <thead>
        <tr>
          <th scope="col">TT</th>
          <th scope="col">Bên giao</th>
          <th scope="col">Bên nhận</th>
          <th scope="col">Kết quả</th>
          <th scope="col">Ghi chú</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${index} ${row.handedAt}`}>
            <th scope="row" class="num">
              {index + 1}
            </th>
            <td data-l="Bên giao">
              <Hand who={row.from} at={row.handedAt} />
            </td>
            <td data-l="Bên nhận">
              <Hand who={row.to} at={row.receivedAt} />
            </td>
            <td data-l="Kết quả">{row.outcome}</td>
            <td data-l="Ghi chú" class={row.note ? 'pre' : 'nil'}>
              {row.note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Form 06 as a page: its print, and the paper itself. @see Circular 03/2025/TT-VPCP, form 06 */
export function ControlSlipPage({ dossierRef, data, qr, t }: Props) {
  const at = `/desk/dossiers/${dossierRef}`
  const lead = data.dueAt && (
    <div>
      Hạn trả kết quả:{' '}
      <b class="num">
        {timeOf(data.dueAt)}, {formatDay(dayOf(data.dueAt), 'vi')}
      </b>
    </div>
  )
  return (
    <Page title={`${t.title}, ${dossierRef}`} private before={<BackLink href={at}>{t.back}</BackLink>}>
      <p class="small quiet">{t.source}</p>
      <Buttons>
        <ButtonLink href={`${at}/control-slip.pdf`} icon="print">
          {t.pdf}
        </ButtonLink>
      </Buttons>
      <SlipFrame title="Phiếu kiểm soát quá trình giải quyết hồ sơ" data={data} qr={qr} lead={lead}>
        <SlipFacts
          facts={[
            ['Nhận hồ sơ lúc', `${timeOf(data.receivedAt)}, ${formatDate(dayOf(data.receivedAt))}`],
            ['Thời hạn giải quyết', data.timeLimit],
          ]}
        />
        <Handovers rows={data.rows} />
      </SlipFrame>
    </Page>
  )
}
