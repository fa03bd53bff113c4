import type { LocalDateTime } from '#kernel/local-date.ts'
import type { LogEntry, LogFacts } from './log-entry.ts'
import { type Slips, type Status, statusOf } from './status.ts'

/** A fact, and the number of the log entry that proves it. */
export interface Proven<T> {
  value: T
  seq: number
}

export interface LivedSupplement {
  number: number
  requested: Proven<Date>
  /** Before reception, when no clock ran yet. */
  atIntake: boolean
  /** What had been promised before the clock stopped, and what was promised when it ran again. */
  dueBefore: LocalDateTime | undefined
  supplied?: Proven<Date>
  dueAfter?: LocalDateTime | undefined
}

/** What the log says of a dossier up to one of its entries, and which entry says it. */
export interface Life {
  status: Proven<Status>
  submitted: Proven<Date>
  code?: Proven<string>
  /** Its code at the national portal, when it was born there. */
  nationalCode?: Proven<string>
  /** When it was filed there; it was here a little later. */
  filedThere?: Proven<Date>
  received?: Proven<Date>
  receivingUnitId: Proven<string>
  /** What was last promised; a clock that stands still takes nothing back. */
  due?: Proven<LocalDateTime>
  processing?: Proven<Date>
  refused?: Proven<Date>
  withdrawn?: Proven<Date>
  discontinued?: Proven<Date>
  ready?: Proven<Date>
  outcome?: Proven<string>
  returned?: Proven<Date>
  returnedBy?: Proven<string>
  supplements: LivedSupplement[]
  stepId?: Proven<string>
  unitId?: Proven<string>
}

function text(facts: LogFacts, name: string): string | undefined {
  const fact = facts[name]
  return typeof fact === 'string' ? fact : undefined
}

/**
 * Lives the log again, entry by entry: whatever reads this knows nothing that the log does not prove. `entries` are
 * those of one dossier from the first, in order. Undefined for a log that does not begin with a submission.
 */
export function lifeOf(entries: readonly LogEntry[]): Life | undefined {
  const [first, ...rest] = entries
  if (first?.type !== 'dossier.submitted') return undefined
  const life: Life = {
    status: { value: 'submitted', seq: first.seq },
    submitted: { value: first.at, seq: first.seq },
    receivingUnitId: { value: text(first.facts, 'receivingUnitId') ?? '', seq: first.seq },
    supplements: [],
  }
  keep(life, 'nationalCode', text(first.facts, 'nationalCode'), first.seq)
  const filedThere = text(first.facts, 'filedThereAt')
  keep(life, 'filedThere', filedThere && new Date(filedThere), first.seq)
  for (const entry of rest) live(life, entry)
  return life
}

function live(life: Life, entry: LogEntry): void {
  const before = life.status.value
  EVENTS[entry.type]?.(life, entry)
  keep(life, 'due', text(entry.facts, 'dueAt') as LocalDateTime | undefined, entry.seq)
  const status = statusOf(slipsIn(life))
  if (status !== before) life.status = { value: status, seq: entry.seq }
}

function keep<K extends keyof Life>(life: Life, name: K, value: unknown, seq: number): void {
  if (value !== undefined) Object.assign(life, { [name]: { value, seq } })
}

function slipsIn(life: Life): Slips {
  return {
    submittedAt: life.submitted.value,
    receivedAt: life.received?.value,
    refusedAt: life.refused?.value,
    processingAt: life.processing?.value,
    openSupplement: life.supplements.some(({ supplied }) => !supplied),
    withdrawnAt: life.withdrawn?.value,
    discontinuedAt: life.discontinued?.value,
    resultReadyAt: life.ready?.value,
    returnedAt: life.returned?.value,
  }
}

function stands(life: Life, { facts, seq }: LogEntry): void {
  keep(life, 'stepId', text(facts, 'step'), seq)
  keep(life, 'unitId', text(facts, 'unitId'), seq)
}

const EVENTS: Record<string, (life: Life, entry: LogEntry) => void> = {
  'dossier.received': (life, { at, seq, facts }) => {
    keep(life, 'received', at, seq)
    keep(life, 'code', text(facts, 'code'), seq)
    keep(life, 'receivingUnitId', text(facts, 'unitId'), seq)
  },
  'dossier.refused': (life, { at, seq }) => keep(life, 'refused', at, seq),
  'dossier.withdrawn': (life, { at, seq }) => keep(life, 'withdrawn', at, seq),
  'dossier.discontinued': (life, { at, seq }) => keep(life, 'discontinued', at, seq),
  'dossier.processing-started': (life, entry) => {
    keep(life, 'processing', entry.at, entry.seq)
    stands(life, entry)
  },
  'dossier.step': stands,
  'dossier.supplement-requested': (life, { at, seq, facts }) => {
    const atIntake = facts.atIntake === true
    const number = typeof facts.number === 'number' ? facts.number : life.supplements.length + 1
    life.supplements.push({ number, requested: { value: at, seq }, atIntake, dueBefore: life.due?.value })
  },
  'dossier.supplied': (life, { at, seq, facts }) => {
    const open = life.supplements.find(({ supplied }) => !supplied)
    if (open) Object.assign(open, { supplied: { value: at, seq }, dueAfter: text(facts, 'dueAt') })
  },
  'dossier.result-ready': (life, { at, seq, facts }) => {
    keep(life, 'ready', at, seq)
    keep(life, 'outcome', text(facts, 'outcome'), seq)
  },
  'dossier.returned': (life, { at, seq, facts }) => {
    keep(life, 'returned', at, seq)
    keep(life, 'returnedBy', text(facts, 'channel'), seq)
  },
}
