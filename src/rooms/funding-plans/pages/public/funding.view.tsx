import { Page } from '#platform/html/index.ts'
import { formatDateTime, type Language } from '#platform/i18n/index.ts'
import type { PublicPlan } from '../../commands/look.ts'
import { ReportTableView } from '../shared/report-table.view.tsx'
import type { vi } from './funding.vi.ts'

interface Props {
  plans: readonly PublicPlan[]
  language: Language
  t: typeof vi
}

/** What the public sees of the money. R-210 @see Circular 26/2026/TT-BTC, Art. 27, 34 */
export function FundingPage({ plans, language, t }: Props) {
  return (
    <Page title={t.title} description={t.description}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <p class="quiet">{t.law}</p>
      {plans.length === 0 && <p>{t.none}</p>}
      {plans.map(({ body, year, publications }) => (
        <section class="sec" key={`${body.code} ${year}`} aria-labelledby={`p-${body.code}-${year}`}>
          <h2 id={`p-${body.code}-${year}`}>
            {body.name[language]}, {t.year(String(year)).toLowerCase()}
          </h2>
          {publications.map(({ id, at, reports }) => (
            <section key={id}>
              <h3>{reports[language].title}</h3>
              <p class="small quiet">
                {t.at(formatDateTime(at))} {reports[language].unitNote}.
              </p>
              {reports[language].tables.map((table) => (
                <ReportTableView key={table.caption} table={table} captionHidden />
              ))}
            </section>
          ))}
        </section>
      ))}
    </Page>
  )
}
