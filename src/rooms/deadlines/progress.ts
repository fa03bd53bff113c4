import type { LocalDateTime } from '#kernel/local-date.ts'
import type { Pause } from './deadline.ts'
import { spansOf, toMinutes } from './pauses.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { closingsBetween, officeMinutes, workingDaysBetween } from './working-time.ts'

const DAY = 24 * 60

export interface Running {
  received: LocalDateTime
  /** Undefined while the clock stands still and the date is unknown. */
  dueAt: LocalDateTime | undefined
  calendar: WorkingCalendar
  pauses?: readonly Pause[]
}

export type DueState = 'waiting' | 'onTime' | 'dueSoon' | 'dueToday' | 'overdue'

/** `wd` working days, `h` working hours, `min` working minutes (always less than an hour). */
export interface WorkingSpan {
  amount: number
  unit: 'wd' | 'h' | 'min'
}

export interface DueProgress {
  state: DueState
  /** Working time left: whole working days after today, or on the last day hours and minutes. */
  left?: WorkingSpan
  /** Working time past the due date: closings passed, or less than a day in hours and minutes. */
  late?: WorkingSpan
  /** Share of the working time used, 0 at reception, 1 at the due date, more when overdue. Pauses left out. */
  used: number
}

/** When a running dossier turns yellow: the first of the two that is met. */
export interface WarningThresholds {
  used: number
  workingDaysLeft: number
}

/** @see Requirement R-110 */
export const WARNING_THRESHOLDS: WarningThresholds = { used: 0.75, workingDaysLeft: 1 }

/**
 * Where a running dossier stands at `now` (Vietnam time). Pure; a few microseconds, for every row of a queue.
 * The minute of the due time itself is still on time.
 */
export function dueProgress(running: Running, now: LocalDateTime, thresholds = WARNING_THRESHOLDS): DueProgress {
  const { calendar, received, dueAt } = running
  if (dueAt === undefined) return { state: 'waiting', used: 0 }

  const spans = spansOf(running.pauses ?? [])
  const [start, at, due] = [toMinutes(received), toMinutes(now), toMinutes(dueAt)]
  const total = officeMinutes(calendar, [start, due], spans)
  const gone = officeMinutes(calendar, [start, at], spans)
  const used = total === 0 ? Number(at > due) : Math.max(0, gone / total)
  if (at > due) return { state: 'overdue', late: lateBy(calendar, due, at), used: Math.max(used, 1) }

  const today = Math.floor(at / DAY)
  const dueDay = Math.floor(due / DAY)
  if (today === dueDay) return { state: 'dueToday', left: inHours(officeMinutes(calendar, [at, due])), used }

  const amount = workingDaysBetween(calendar, today, dueDay)
  const soon = used >= thresholds.used || amount <= thresholds.workingDaysLeft
  return { state: soon ? 'dueSoon' : 'onTime', left: { amount, unit: 'wd' }, used }
}

function lateBy(calendar: WorkingCalendar, due: number, at: number): WorkingSpan {
  const days = closingsBetween(calendar, due, at)
  return days > 0 ? { amount: days, unit: 'wd' } : inHours(officeMinutes(calendar, [due, at]))
}

function inHours(minutes: number): WorkingSpan {
  return minutes < 60 ? { amount: minutes, unit: 'min' } : { amount: Math.floor(minutes / 60), unit: 'h' }
}

export type Classification = 'early' | 'onTime' | 'late' | 'inTime' | 'overdue'

export interface Classified {
  dueAt: LocalDateTime | undefined
  finishedAt?: LocalDateTime | undefined
  /** Sent back to or withdrawn by the applicant: the report counts it as on time. */
  withoutResult?: boolean
}

/**
 * The column of report II.06a. Finished: `early` (trước hạn) before the due day, `onTime` (đúng hạn) on the due day
 * up to the due time or without a result, `late` (quá hạn) after. Pending: `inTime` (trong hạn, waiting for a
 * supplement included) or `overdue` (quá hạn).
 *
 * @see Circular 01/2020/TT-VPCP, form II.06a
 */
export function classify({ dueAt, finishedAt, withoutResult = false }: Classified, now: LocalDateTime): Classification {
  if (finishedAt === undefined) return dueAt === undefined || now <= dueAt ? 'inTime' : 'overdue'
  if (withoutResult || dueAt === undefined) return 'onTime'
  if (finishedAt > dueAt) return 'late'
  return finishedAt.slice(0, 10) < dueAt.slice(0, 10) ? 'early' : 'onTime'
}
