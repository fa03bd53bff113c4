import { addDays, type LocalDate } from '#kernel/local-date.ts'
import type { Money } from '#kernel/money.ts'
import { type Line, requestedOf, sum } from './line.ts'
import type { Report } from './reports/report.ts'

/** What follows the sending of a plan. Each is added and never changed; a correction is the next revision. */
export interface SlipBase {
  id: string
  planId: string
  /** The version whose lines it speaks of. */
  version: number
  /** Counted from 1 for slips of the same kind (and quarter). */
  revision: number
  at: Date
  officerId: string
}

/** quyết định giao dự toán: what was given for each line. R-208 */
export interface Allocation extends SlipBase {
  kind: 'allocation'
  decision: { number: string; on: LocalDate; by: string }
  given: Readonly<Record<string, Money>>
  notes: Readonly<Record<string, string>>
}

/** What was spent in one quarter. R-209 @see Circular 26/2026/TT-BTC, Art. 18 */
export interface QuarterReport extends SlipBase {
  kind: 'quarter'
  quarter: 1 | 2 | 3 | 4
  spent: Readonly<Record<string, Money>>
  notes: Readonly<Record<string, string>>
}

/** quyết toán: what was spent, what goes over to the next year, what is cancelled. @see Circular 26/2026/TT-BTC, Art. 19 */
export interface Settlement extends SlipBase {
  kind: 'settlement'
  settled: Readonly<Record<string, Money>>
  carriedOver: Readonly<Record<string, Money>>
  /** Achievement of objectives, for the January report. @see Decree 224/2026, Art. 68.2 */
  outcomes: Readonly<Record<string, string>>
}

/** thông tin hoàn thành: a task was accepted, and the specialised unit was told. R-209 @see Decree 224/2026, Art. 68 */
export interface Completion extends SlipBase {
  kind: 'completion'
  lineId: string
  acceptedOn: LocalDate
  informedOn: LocalDate | undefined
}

const DAYS_TO_INFORM = 20

/** The last day on which the specialised unit is told in time. */
export function informBy({ acceptedOn }: Pick<Completion, 'acceptedOn'>): LocalDate {
  return addDays(acceptedOn, DAYS_TO_INFORM)
}

/** The last word on each task that was accepted, by its line. */
export function completionsOf(slips: readonly Slip[]): Map<string, Completion> {
  const all = slips.filter((slip) => slip.kind === 'completion').sort((a, b) => a.revision - b.revision)
  return new Map(all.map((one) => [one.lineId, one]))
}

export const PUBLICATIONS = ['estimate', 'execution', 'settlement'] as const
export type PublicationKind = (typeof PUBLICATIONS)[number]

/** What the public sees, as it was that day. R-210 @see Circular 26/2026/TT-BTC, Art. 27, 34 */
export interface Publication extends SlipBase {
  kind: 'publication'
  what: PublicationKind
  /** For `execution`: up to which quarter. */
  quarter: number | undefined
  /** The same figures in both languages. */
  reports: { vi: Report; en: Report }
}

/** Is there something to publish of this kind? An estimate is there as soon as something was given. */
export function canPublish(what: PublicationKind, slips: readonly Slip[]): boolean {
  if (what === 'execution') return quartersOf(slips).size > 0
  return what === 'estimate' || settlementOf(slips) !== undefined
}

export type Slip = Allocation | QuarterReport | Settlement | Publication | Completion

/** The latest revision of a kind. */
export function latest<S extends Slip>(slips: readonly S[]): S | undefined {
  return slips.reduce<S | undefined>((last, one) => (!last || isAfter(one, last) ? one : last), undefined)
}

function isAfter(one: SlipBase, other: SlipBase): boolean {
  return one.version === other.version ? one.revision > other.revision : one.version > other.version
}

export function allocationOf(slips: readonly Slip[]): Allocation | undefined {
  return latest(slips.filter((slip) => slip.kind === 'allocation'))
}

/** The report in force of each quarter that has one, by its number. */
export function quartersOf(slips: readonly Slip[]): Map<number, QuarterReport> {
  const reports = slips.filter((slip) => slip.kind === 'quarter')
  const found = new Map<number, QuarterReport>()
  for (const quarter of [1, 2, 3, 4]) {
    const last = reports
      .filter((one) => one.quarter === quarter)
      .sort((a, b) => a.revision - b.revision)
      .at(-1)
    if (last) found.set(quarter, last)
  }
  return found
}

export function settlementOf(slips: readonly Slip[]): Settlement | undefined {
  return latest(slips.filter((slip) => slip.kind === 'settlement'))
}

/** What was spent on a line in the quarters up to and with this one. */
export function spentOn(slips: readonly Slip[], lineId: string, until = 4): Money {
  return sum([...quartersOf(slips)].filter(([quarter]) => quarter <= until).map(([, one]) => one.spent[lineId] ?? 0))
}

/** Requested less given: below zero when more was given than asked. R-208 */
export function gapOf(line: Line, given: Money): number {
  return requestedOf(line) - given
}

export interface FigureProblem {
  code: 'given-missing' | 'no-decision' | 'over-allocation' | 'unexplained' | 'does-not-balance' | 'quarter-missing'
  field: string
  law: string
  expected?: number
  found?: number
}

const DECISION = 'NĐ 42/2022, Đ20 k2'
const EXECUTION = 'TT 26/2026/TT-BTC, Đ18'
const SETTLEMENT = 'TT 26/2026/TT-BTC, Đ19'

/** Giving other than was asked is allowed, and says why. */
export function checkAllocation(
  lines: readonly Line[],
  { decision, given, notes }: Pick<Allocation, 'given' | 'notes'> & { decision: { number: string } },
): FigureProblem[] {
  const problems: FigureProblem[] = []
  if (decision.number.trim() === '') problems.push({ code: 'no-decision', field: 'decision', law: DECISION })
  for (const line of lines) {
    const amount = given[line.id]
    if (amount === undefined) problems.push({ code: 'given-missing', field: `given-${line.id}`, law: DECISION })
    else if (gapOf(line, amount) !== 0 && !notes[line.id]?.trim()) {
      problems.push({ code: 'unexplained', field: `note-${line.id}`, law: DECISION })
    }
  }
  return problems
}

/** No line spends more than it was given, over all quarters. */
export function checkQuarter(
  lines: readonly Line[],
  slips: readonly Slip[],
  report: Pick<QuarterReport, 'quarter' | 'spent'>,
): FigureProblem[] {
  const problems: FigureProblem[] = []
  const reported = quartersOf(slips)
  for (let before = 1; before < report.quarter; before += 1) {
    if (!reported.has(before))
      problems.push({ code: 'quarter-missing', field: 'quarter', law: EXECUTION, expected: before })
  }
  const given = allocationOf(slips)?.given ?? {}
  for (const { id } of lines) {
    const others = [...reported].filter(([quarter]) => quarter !== report.quarter).map(([, one]) => one.spent[id] ?? 0)
    const found = sum([...others, report.spent[id] ?? 0])
    const expected = given[id] ?? 0
    if (found > expected)
      problems.push({ code: 'over-allocation', field: `spent-${id}`, law: EXECUTION, expected, found })
  }
  return problems
}

/** đề nghị hủy: what was given and neither settled nor carried over. */
export function cancelledOf(given: number, settled: number, carriedOver: number): number {
  return given - settled - carriedOver
}

/** Settled is what the quarters say; what is left is carried over or cancelled, to the last đồng. */
export function checkSettlement(
  lines: readonly Line[],
  slips: readonly Slip[],
  { settled, carriedOver }: Pick<Settlement, 'settled' | 'carriedOver'>,
): FigureProblem[] {
  const problems: FigureProblem[] = []
  for (const quarter of [1, 2, 3, 4]) {
    if (!quartersOf(slips).has(quarter)) {
      problems.push({ code: 'quarter-missing', field: 'settlement', law: EXECUTION, expected: quarter })
    }
  }
  const given = allocationOf(slips)?.given ?? {}
  for (const { id } of lines) {
    const [spent, found] = [spentOn(slips, id), settled[id] ?? 0]
    if (found !== spent) {
      problems.push({ code: 'does-not-balance', field: `settled-${id}`, law: SETTLEMENT, expected: spent, found })
    }
    if (cancelledOf(given[id] ?? 0, found, carriedOver[id] ?? 0) < 0) {
      problems.push({ code: 'over-allocation', field: `carried-${id}`, law: SETTLEMENT, expected: given[id] ?? 0 })
    }
  }
  return problems
}
