import type { LocalDate, LocalDateTime } from '#kernel/local-date.ts'
import type { ClosedReason, DayKind } from './calendar-day.ts'
import type { Limit } from './limit.ts'
import type { CalendarOwner, WorkingCalendar } from './working-calendar.ts'

/** Why the clock stands still. The rooms that stop it name the cause; the words are in `explain.vi.ts`. */
export type PauseReason = 'supplement' | 'payment' | 'consultation' | 'verification' | 'other'

/** The clock stands still from `from` (included) to `to` (not included). No `to`: it still stands. */
export interface Pause {
  from: LocalDateTime
  to?: LocalDateTime | undefined
  reason: PauseReason
}

export interface DeadlineInput {
  /** Valid reception by an officer, never the submission. */
  received: LocalDateTime
  limit: Limit
  calendar: WorkingCalendar
  pauses?: readonly Pause[]
  /** Working days added by the one postponement the law allows, counted after the first due date. */
  extension?: { workingDays: number } | undefined
  /** `received` is not the reception but the moment a supplement made the dossier complete: the limit counts anew. */
  begins?: 'supplement' | undefined
}

/** A code with its facts; both languages are said from it by `sayReason`. Times are `HH:mm`. */
export type StepReason =
  | { code: 'received'; at: string }
  | { code: 'received-same-day'; at: string }
  | { code: 'received-after-cut-off'; at: string; cutOff: string }
  | { code: 'received-out-of-hours'; at: string }
  | { code: 'received-on-closed-day'; at: string; closed: ClosedReason }
  | { code: 'counted'; swappedFor?: LocalDate }
  | { code: 'counted-extension'; swappedFor?: LocalDate }
  | { code: 'counted-hours'; minutes: number; receivedAt?: string; swappedFor?: LocalDate }
  | { code: 'ends-on-closed-day'; closed: ClosedReason }
  | { code: 'moved-to-working-day' }
  | { code: 'next-working-day' }
  | { code: 'paused'; reason: PauseReason; since: LocalDateTime; until?: LocalDateTime }
  | ClosedReason

export interface Step {
  date: LocalDate
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  kind: DayKind
  counted: boolean
  /** Which day of the limit (or of its extension) this is. Limits in hours count minutes instead. */
  ordinal?: number
  reason: StepReason
  /** The stretches counted inside this day, for limits in hours: `['08:40', '11:30']`. */
  hours?: readonly (readonly [string, string])[]
  /** The row on which the limit ends. */
  last?: true
}

export interface Explanation {
  received: LocalDateTime
  limit: Limit
  /** Undefined while the clock stands still without an end: the date is not known yet. */
  dueAt: LocalDateTime | undefined
  dueOn: LocalDate | undefined
  /** The due date before the extension, when there is one. */
  firstDueAt?: LocalDateTime | undefined
  /** Set when the clock stands still and the date is therefore unknown. */
  waitingSince?: LocalDateTime | undefined
  steps: readonly Step[]
  /** Days, or for hours minutes, not counted because of a pause. */
  paused: number
  extension?: { workingDays: number } | undefined
  articles: readonly Article[]
  begins?: 'supplement' | undefined
  calendar: { owner: CalendarOwner; version: string }
}

/** The rules that decided something in this explanation. */
export type Article =
  | 'civil-code-147-1'
  | 'civil-code-147-2'
  | 'civil-code-148-3'
  | 'civil-code-148-5'
  | 'labour-code-111-3'
  | 'labour-code-112'
  | 'resolution-28-2026'
  | 'decree-23-2015-7'
  | 'decree-118-2025'
  | 'decree-61-2018-19-4'
