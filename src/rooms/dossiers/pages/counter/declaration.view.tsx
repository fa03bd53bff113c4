import type { ComponentChildren } from 'preact'
import { dayOf, type LocalDate } from '#kernel/local-date.ts'
import { localNow } from '#platform/clock/index.ts'
import { BackLink, Buttons, Page } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { SummaryRow } from '#rooms/forms/index.ts'
import type { vi } from './check.vi.ts'
import type { CheckedAtDesk } from './checked.ts'

/* An official paper: its words are Vietnamese whatever the page's language. */

function longDate(date: LocalDate): string {
  const [year, month, day] = date.split('-')
  return `ngày ${day} tháng ${month} năm ${year}`
}

function said({ value, documents, report }: SummaryRow): string {
  if (documents.length > 0) return `${documents.length} tệp kèm theo`
  return report ? `${value} (người khai báo sai: ${report})` : value
}

/** Oath and signatures are one row of the table: no printer sets a signature alone on a sheet. */
function Oath({ officer, person }: { officer: string; person: string }) {
  return (
    <tbody>
      <tr>
        <td colSpan={2}>
          <p>Tôi cam đoan những điều trên là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình.</p>
          <div class="sig">
            <Signs who="Cán bộ tiếp nhận" name={officer} />
            <Signs who="Người khai" name={person} on={longDate(dayOf(localNow()))} />
          </div>
        </td>
      </tr>
    </tbody>
  )
}

function Signs({ who, name, on }: { who: string; name: string; on?: string }) {
  return (
    <div>
      <i>{on}</i>
      <br />
      <b>{who}</b>
      <br />
      <i>(ký, ghi rõ họ tên)</i>
      <br />
      <br />
      <br />
      {name}
    </div>
  )
}

function Answers({ groups, children }: Pick<CheckedAtDesk, 'groups'> & { children: ComponentChildren }) {
  return (
    <table aria-labelledby="declaration">
      {groups.map(({ step, title, rows }) => (
        <tbody key={step}>
          <tr>
            <th colSpan={2} scope="rowgroup">
              {title}
            </th>
          </tr>
          {rows
            .filter((row) => said(row) !== '')
            .map((row) => (
              <tr key={row.question}>
                <td>{row.label}</td>
                <td>
                  <b class="pre">{said(row)}</b>
                </td>
              </tr>
            ))}
        </tbody>
      ))}
      {children}
    </table>
  )
}

/** The declaration the person at the counter reads and signs. R-070 @see Decree 61/2018, Art. 17.1 */
export function DeclarationPage({ checked, t }: { checked: CheckedAtDesk; t: typeof vi }) {
  const { at, base, groups, declaration, answersCode, competent } = checked
  return (
    <Page title={declaration} private before={<BackLink href={`${base}/check`} />}>
      <Buttons>
        <span class="quiet">{t.sign.howTo}</span>
      </Buttons>
      <div class="slip-page" lang="vi">
        <article class="slip" aria-labelledby="declaration">
          <div class="heads">
            <div>
              Kính gửi:
              <br />
              <b>{competent}</b>
            </div>
            <div>
              <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
              <br />
              <b class="u">Độc lập – Tự do – Hạnh phúc</b>
            </div>
          </div>
          <h1 id="declaration">{declaration}</h1>
          <Answers groups={groups}>
            <Oath officer={at.officer.name} person={at.person.name} />
          </Answers>
          <div class="hem" aria-hidden="true" />
          <small class="num">
            Mã lời khai {answersCode}. In lúc {formatDateTime(localNow())}. {checked.serviceName}.
          </small>
        </article>
      </div>
    </Page>
  )
}
