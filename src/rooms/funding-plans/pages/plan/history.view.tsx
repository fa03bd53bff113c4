import { Fragment } from 'preact'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { Act } from '../../life.ts'
import { REPORTS } from '../../reports/report.ts'
import { StateTag } from '../shared/state.view.tsx'
import type { PlanProps } from './props.ts'

const FORMATS = ['xlsx', 'docx', 'pdf'] as const

/** B1 to B5, each to be looked at and to be taken in three formats. R-207 */
export function ReportLinks({ shown, t }: PlanProps) {
  const here = `/manage/funding-plans/${shown.plan.id}/reports`
  return (
    <section class="sec" aria-labelledby="reports">
      <h2 id="reports">{t.reports.title}</h2>
      <ul>
        {REPORTS.map((code) => (
          <li key={code}>
            <a href={`${here}/${code}`}>{`${code}. ${t.room.reports.titles[code]}`}</a>
            {FORMATS.map((format) => (
              <Fragment key={format}>
                {' · '}
                <a href={`${here}/${code}.${format}`}>
                  <span class="vh">{code} </span>
                  {t.reports.file(format)}
                </a>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Versions({ shown, t }: PlanProps) {
  const { plan, versions } = shown
  if (versions.length < 2) return null
  return (
    <section class="sec" aria-labelledby="versions">
      <h2 id="versions">{t.versions.title}</h2>
      <ul>
        {versions.map(({ number, state }, index) => (
          <li key={number}>
            {t.versions.row(String(number))} <StateTag state={state} t={t.room} />{' '}
            {index > 0 && (
              <a href={`/manage/funding-plans/${plan.id}/comparison?from=${number - 1}&to=${number}`}>
                {t.versions.compare(String(number - 1), String(number))}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every change, with who, when and what they said. R-213 */
export function History({ shown, t }: PlanProps) {
  const { entries, names } = shown
  const acts: Readonly<Record<string, string | undefined>> = { ...t.room.acts, ...t.history.acts }
  return (
    <section class="sec" aria-labelledby="history">
      <h2 id="history">{t.history.title}</h2>
      <ol class="log">
        {entries.map(({ act, version, at, officerId, words }) => (
          <li key={`${at.toISOString()} ${act} ${words}`}>
            <time class="num" dateTime={at.toISOString()}>
              {formatDateTime(at)}
            </time>
            <div>
              {acts[act] ?? act}, {t.history.inVersion(String(version))}:{' '}
              {officerId === undefined ? t.history.program : (names.get(officerId) ?? t.history.someone)}
              {words && <p class="quiet">{sayWords(act as Act, words, t)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function sayWords(act: Act, words: string, t: PlanProps['t']): string {
  if (act === 'report-quarter') return t.room.reports.quarter(words)
  const published: Readonly<Record<string, string | undefined>> = t.room.publications
  return act === 'publish' ? (published[words] ?? words) : words
}
