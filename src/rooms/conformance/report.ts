import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Clause, LawId } from './clause.ts'
import { CLAUSES } from './clauses.ts'
import type { Change, Checked, CheckName, Standing } from './finding.ts'

export interface Judged extends Omit<Clause, 'proof'> {
  standing: Standing
  /** False once another law took its place. */
  inForce: boolean
  check: CheckName | undefined
  /** What this installation does about it; undefined when nothing proves it. */
  does: Bilingual | undefined
  /** What was seen, or what is missing. */
  evidence: Bilingual
  since: Date | undefined
  checkedAt: Date | undefined
}

export interface Report {
  /** Of the clauses in force. */
  counts: Record<Standing, number>
  laws: readonly { law: LawId; clauses: readonly Judged[] }[]
  /** In force and not met; what is wrong before what is only half or not known. */
  gaps: readonly Judged[]
  checkedAt: Date | undefined
  changes: readonly Change[]
}

const NOT_LOOKED: Bilingual = { vi: 'Phép thử chưa chạy lần nào.', en: 'The check has not run yet.' }
/** Longer ago than this, a look proves nothing about today. */
const STALE = 3 * 86_400_000
const WORST_FIRST: readonly Standing[] = ['not-met', 'partly', 'unknown']

/** What stands where, article by article. A duty that nothing proves is a gap, never a pass. */
export function reportOf(
  checked: readonly Checked[],
  { on, at, changes }: { on: LocalDate; at: Date; changes: readonly Change[] },
): Report {
  const seen = new Map(checked.map((one) => [one.check, one]))
  const judged = CLAUSES.filter(({ from }) => from <= on).map((clause) => judge(clause, { seen, on, at }))
  const inForce = judged.filter((clause) => clause.inForce)
  const count = (standing: Standing) => inForce.filter((clause) => clause.standing === standing).length
  const times = checked.map(({ checkedAt }) => checkedAt.getTime())
  return {
    counts: {
      ...{ met: count('met'), partly: count('partly'), 'not-met': count('not-met') },
      ...{ 'not-applicable': count('not-applicable'), unknown: count('unknown') },
    },
    laws: [...Map.groupBy(judged, ({ law }) => law)].map(([law, clauses]) => ({ law, clauses })),
    gaps: WORST_FIRST.flatMap((standing) => inForce.filter((clause) => clause.standing === standing)),
    checkedAt: times.length > 0 ? new Date(Math.max(...times)) : undefined,
    changes,
  }
}

interface Sight {
  seen: ReadonlyMap<CheckName, Checked>
  on: LocalDate
  at: Date
}

function judge({ proof, ...clause }: Clause, { seen, on, at }: Sight): Judged {
  const inForce = clause.to === undefined || on < clause.to
  const nothing = { check: undefined, does: undefined, since: undefined, checkedAt: undefined }
  if (!('check' in proof)) return { ...clause, ...nothing, inForce, standing: proof.standing, evidence: proof.gap }
  const { check, does } = proof
  const found = seen.get(check)
  if (!found) return { ...clause, ...nothing, ...{ inForce, check, does, standing: 'unknown', evidence: NOT_LOOKED } }
  const isStale = at.getTime() - found.checkedAt.getTime() > STALE
  const { evidence, since, checkedAt } = found
  return {
    ...clause,
    ...{ inForce, check, does, evidence, since, checkedAt },
    standing: isStale ? 'unknown' : found.standing,
  }
}
