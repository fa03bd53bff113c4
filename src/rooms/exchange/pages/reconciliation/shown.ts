import { isLocalDate } from '#kernel/local-date.ts'
import { formatDate, type Language } from '#platform/i18n/index.ts'
import type { vi as saysVi } from '../../exchange.vi.ts'
import type { Destination } from '../../message.ts'
import type { NewDivergence, Reconciliation } from '../../store/reconciliations.ts'
import type { vi } from './reconciliation.vi.ts'

export const RECONCILIATION = '/manage/exchange/reconciliation'

export type ReconciliationWords = typeof vi & { says: typeof saysVi }

export type Listed = NewDivergence & { number: number }

export interface Side {
  destination: Destination
  /** A system that shows dossiers is compared by dossier, one that only counts by day. */
  by: 'dossiers' | 'days'
  newest: Reconciliation | undefined
}

export interface ReconciliationProps {
  sides: readonly Side[]
  /** Undefined when nothing can be compared. */
  side: Side | undefined
  run: Reconciliation | undefined
  divergences: readonly Listed[]
  next: string | undefined
  history: readonly Reconciliation[]
  mayKeep: boolean
  asked: boolean
  now: Date
  language: Language
  t: ReconciliationWords
}

export type Result = keyof typeof vi.results

const LONGEST_RUN = 2 * 3_600_000

/** How a comparison ended. One that has not ended for hours was broken off with its server. */
export function resultOf(run: Reconciliation, now: Date): Result {
  if (!run.endedAt) return now.getTime() - run.startedAt.getTime() > LONGEST_RUN ? 'broken' : 'running'
  if (run.problem) return 'partial'
  if (run.diverging > 0) return 'differs'
  return run.compared > 0 ? 'equal' : 'nothing'
}

const SENT_AGAIN: ReadonlySet<Listed['cause']> = new Set(['refused', 'dead', 'settled-by-hand'])

/** The message that mends it when it is sent again; undefined when sending would not, or would say it twice. */
export function repairOf({ cause, messageId }: Listed): number | undefined {
  return SENT_AGAIN.has(cause) ? messageId : undefined
}

/** A dossier's code; or the day, and the status, of what was only counted. */
export function sayRef(ref: string, t: ReconciliationWords): string {
  const [day = '', status] = ref.split('/')
  if (!isLocalDate(day)) return ref
  return status === undefined ? t.dayWhole(formatDate(day)) : t.dayStatus(formatDate(day), status)
}

/** `20261125084000`, as the contract writes moments, for people. */
export function sayValue(value: string | undefined, t: ReconciliationWords): string {
  if (value === undefined) return t.absent
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(value)
  if (!parts) return value
  const [, year, month, day, hour, minute, second] = parts
  return `${hour}:${minute}:${second}, ${day}/${month}/${year}`
}
