import { toLocal } from '#kernel/local-date.ts'
import { now } from '#platform/clock/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import { renderPdf } from '#platform/pdf/index.ts'
import type { Agency } from '#rooms/agencies/index.ts'
import type { Judged, Report } from '../report.ts'
import { sayLaw, sayStanding } from '../wording.ts'

/** The report for the file, in Vietnamese, A4. It is not signed: only a person can be asked for a signature. */
export function printReport(agency: Agency, { counts, laws, checkedAt }: Report): Promise<Buffer> {
  const createdAt = now()
  const data = {
    agency: agency.fullName.vi,
    madeAt: formatDateTime(toLocal(createdAt)),
    checkedAt: checkedAt ? formatDateTime(checkedAt) : null,
    counts: (['met', 'partly', 'not-met', 'unknown'] as const).map((standing) => [
      sayStanding(standing, 'vi'),
      String(counts[standing]),
    ]),
    laws: laws.map(({ law, clauses }) => ({ name: sayLaw(law, 'vi'), clauses: clauses.map(rowOf) })),
  }
  return renderPdf('conformance/report', data, { createdAt })
}

function rowOf({ article, says, does, evidence, standing, since, successor, inForce }: Judged): string[] {
  const now = !inForce && successor ? ` (nay: ${successor.vi})` : ''
  return [
    article.vi,
    `${says.vi}${now}`,
    [does?.vi, evidence.vi].filter(Boolean).join(' '),
    since ? `${sayStanding(standing, 'vi')}, từ ${formatDateTime(since)}` : sayStanding(standing, 'vi'),
  ]
}
