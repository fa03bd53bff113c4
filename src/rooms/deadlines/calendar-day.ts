import type { LocalDate } from '#kernel/local-date.ts'
import type { Session } from './office-hours.ts'

export type Holiday =
  | 'new-year'
  | 'tet'
  | 'hung-kings'
  | 'reunification'
  | 'labour-day'
  | 'national-day'
  | 'culture-day'

/** Kinds of day in a working calendar. `swap-work` is a Saturday worked in exchange for another day. */
export type DayKind =
  | 'working'
  | 'weekend'
  | 'holiday'
  | 'compensatory'
  | 'swap-off'
  | 'swap-work'
  | 'special-hours'
  | 'closure'

export type ClosedReason =
  | { code: 'weekend' }
  | { code: 'holiday'; holiday: Holiday }
  | { code: 'compensatory'; holiday: Holiday; holidayOn: LocalDate }
  | { code: 'swap-off'; workedOn?: LocalDate }
  | { code: 'closure'; note?: string }

/** What a notice or an agency's decision may say about one day. */
export type DecisionKind = Exclude<DayKind, 'working' | 'weekend'>

/** One day decided by a notice: the record behind every day that the rules alone do not give. */
export interface Decision {
  kind: DecisionKind
  date: LocalDate
  /** For `holiday` and `compensatory`: which one. */
  holiday?: Holiday | undefined
  /** For swaps: the other day of the exchange. For `compensatory`: the holiday it makes up for. */
  other?: LocalDate | undefined
  /** For `special-hours`: the office hours of that day only. */
  hours?: readonly Session[] | undefined
  /** Said to the public, for instance “Bão số 10”. */
  note?: string | undefined
  /** Number of the notice. Empty while it has not been found: the day stands, its number is to be checked. */
  legal: string
}
