import type { Money } from '#kernel/money.ts'
import { isLease, type Line, requestedOf, SOURCES, sum, sumSources } from './line.ts'
import type { Body, Level } from './plan.ts'

/** What stands against a plan, with the article. `stop` must be put right; `flag` is shown to whoever decides. */
export interface Finding {
  code:
    | 'wrong-budget'
    | 'sources-differ'
    | 'quarters-differ'
    | 'nothing-asked'
    | 'too-large'
    | 'lease-upgrades-owned'
    | 'lease-many-years'
    | 'price-unexplained'
    | 'operation-from-investment'
    | 'no-lines'
    | 'no-training'
    | 'training-contradicted'
    | 'no-maintenance'
    | 'digital-plan-missing'
  severity: 'stop' | 'flag'
  law: string
  /** Name of the field on the line’s form. */
  field: string
  lineId?: string
  /** For sums: what should be, and what is. */
  expected?: Money
  found?: Money
}

const stop = (code: Finding['code'], field: string, law: string): Finding => ({ code, field, law, severity: 'stop' })
const flag = (code: Finding['code'], field: string, law: string): Finding => ({ code, field, law, severity: 'flag' })

/** central bodies from the central budget, local bodies from the local one. @see Decree 42/2022, Art. 20.1 a */
export function checkLevel(body: Pick<Body, 'level'>, chosen: Level): Finding[] {
  return body.level === chosen ? [] : [stop('wrong-budget', 'level', 'NĐ 42/2022, Đ20 k1 a')]
}

/** the four sources of a line make up its amount, and so do its quarters. @see Decree 42/2022, Art. 20.1 */
export function checkSums(line: Pick<Line, 'quantity' | 'unitPrice' | 'sources' | 'quarters'>): Finding[] {
  const expected = line.quantity * line.unitPrice
  if (!Number.isSafeInteger(expected)) return [stop('too-large', 'unitPrice', 'R-213')]
  const requested = requestedOf(line)
  const findings: Finding[] = []
  if (requested === 0) findings.push(stop('nothing-asked', 'unitPrice', 'NĐ 42/2022, Đ20 k2'))
  const sources = sumSources(line.sources)
  if (sources !== requested) {
    const differs = stop('sources-differ', SOURCES[0], 'NĐ 42/2022, Đ20 k1')
    findings.push({ ...differs, expected: requested, found: sources })
  }
  const quarters = sum(line.quarters)
  if (quarters !== requested) {
    findings.push({
      ...stop('quarters-differ', 'quarter-1', 'TT 26/2026/TT-BTC, Đ18'),
      expected: requested,
      found: quarters,
    })
  }
  return findings
}

/** What stands against one line. */
export function checkLine(line: Omit<Line, 'id'> & { id?: string }): Finding[] {
  const findings = checkSums(line)
  if (isLease(line.form) && line.upgradesOwned) {
    findings.push(stop('lease-upgrades-owned', 'form', 'NĐ 224/2026, Đ36 k4'))
  }
  if (isLease(line.form) && line.leaseYears > 1) {
    findings.push(flag('lease-many-years', 'leaseYears', 'NĐ 224/2026, Đ65 k1 b'))
  }
  if (line.priceNote.trim() === '') findings.push(stop('price-unexplained', 'priceNote', 'NĐ 224/2026, Đ67 k3'))
  if (line.activity === 'maintain' && line.spending === 'investment') {
    findings.push(stop('operation-from-investment', 'spending', 'NĐ 224/2026, Đ34 k4, Đ60'))
  }
  return line.id === undefined ? findings : findings.map((one) => ({ ...one, lineId: line.id as string }))
}

interface Checked {
  lines: readonly Line[]
  noTraining: string
  digitalPlan: { number: string }
}

/** maintenance and training have lines of their own; no training is said, not forgotten. @see Decree 42/2022, Art. 20.1 a */
export function checkPlan({ lines, noTraining, digitalPlan }: Checked): Finding[] {
  const findings = lines.flatMap(checkLine)
  if (lines.length === 0) return [stop('no-lines', 'lines', 'NĐ 42/2022, Đ20 k2')]
  const trains = lines.some(({ activity }) => activity === 'train')
  if (!trains && noTraining.trim() === '') findings.push(stop('no-training', 'noTraining', 'NĐ 42/2022, Đ20 k1 a'))
  if (trains && noTraining.trim() !== '') {
    findings.push(stop('training-contradicted', 'noTraining', 'NĐ 42/2022, Đ20 k1 a'))
  }
  if (!lines.some(({ activity }) => activity === 'maintain')) {
    findings.push(flag('no-maintenance', 'lines', 'NĐ 42/2022, Đ20 k1 a'))
  }
  if (digitalPlan.number.trim() === '')
    findings.push(flag('digital-plan-missing', 'digitalPlan', 'NĐ 224/2026, Đ7 k3 d'))
  return findings
}

export function stops(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'stop')
}
