import type { Agency } from '#rooms/agencies/index.ts'
import type { Judged, Report } from './report.ts'

/** The report for machines: stable names, both languages, ISO times. */
export function asJson({ code, name }: Pick<Agency, 'code' | 'name'>, report: Report): object {
  return {
    agency: { code, name },
    checkedAt: report.checkedAt?.toISOString() ?? null,
    counts: report.counts,
    laws: report.laws.map(({ law, clauses }) => ({ law, clauses: clauses.map(clauseJson) })),
    changes: report.changes.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
  }
}

function clauseJson({ id, article, says, standing, check, does, evidence, ...clause }: Judged): object {
  return {
    ...{ id, article, says, standing, inForce: clause.inForce, from: clause.from, to: clause.to ?? null },
    ...{ successor: clause.successor ?? null, check: check ?? null, does: does ?? null, evidence },
    since: clause.since?.toISOString() ?? null,
    checkedAt: clause.checkedAt?.toISOString() ?? null,
  }
}
