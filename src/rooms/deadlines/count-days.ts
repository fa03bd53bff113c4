import { addMonths, dayNumber, fromDayNumber } from '#kernel/local-date.ts'
import type { Step, StepReason } from './deadline.ts'
import { pauseBefore, type Span } from './pauses.ts'
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts'

/** One dossier's count under way. */
export interface Count {
  calendar: WorkingCalendar
  spans: readonly Span[]
  steps: Step[]
  paused: number
}

const DAY = 24 * 60

/**
 * The `amount`-th working day after `from`. Undefined when a pause without end is met first.
 *
 * A working day is counted when the clock runs at its closing time, so a pause moves the end by exactly the
 * closings it covers: the part of the day before the pause and the part after it make up one day together, a
 * dossier is never due while it waits, and pauses add up.
 */
export function countWorkingDays(
  count: Count,
  from: number,
  { amount, code }: { amount: number; code: 'counted' | 'counted-extension' },
): CalendarDay | undefined {
  let day = count.calendar.day(from)
  let ordinal = 0
  while (ordinal < amount) {
    day = count.calendar.day(day.number + 1)
    const stop = standsStill(count, day)
    if (stop === 'for-good') return undefined
    if (stop) continue
    ordinal += 1
    const reason = day.swappedFor ? { code, swappedFor: day.swappedFor } : { code }
    count.steps.push(stepOf(day, reason, { counted: true, ordinal }))
  }
  return day
}

/** The next day after `from` on which something can be due: open, and not paused at closing. */
export function nextOpenDay(count: Count, from: number): CalendarDay | undefined {
  let day = count.calendar.day(from + 1)
  let stop = standsStill(count, day)
  while (stop) {
    if (stop === 'for-good') return undefined
    day = count.calendar.day(day.number + 1)
    stop = standsStill(count, day)
  }
  return day
}

/** Records a day that is not counted, closed or paused. */
function standsStill(count: Count, day: CalendarDay): 'closed' | 'paused' | 'for-good' | undefined {
  if (day.closed) {
    count.steps.push(stepOf(day, day.closed))
    return 'closed'
  }
  return pausedAt(count, day, day.closesAt)
}

function pausedAt(count: Count, day: CalendarDay, minute: number): 'paused' | 'for-good' | undefined {
  const span = pauseBefore(count.spans, day.number * DAY + minute)
  if (!span) return undefined
  count.steps.push(stepOf(day, pausedReason(span)))
  if (span.to === Number.POSITIVE_INFINITY) return 'for-good'
  count.paused += 1
  return 'paused'
}

/**
 * The last day of a limit in calendar days or months, before it is moved off a closed day. Each day counts, closed
 * ones too, unless the clock stands still at its end (closing time; midnight when closed). A limit in months ends
 * on the day of the same number, as if reception had been later by the days paused.
 *
 * @see Civil Code 2015, Art. 147(2), 148(1) and 148(3)
 */
export function countCalendarDays(
  count: Count,
  from: number,
  { amount, unit }: { amount: number; unit: 'd' | 'mo' },
): CalendarDay | undefined {
  const lastOf = (paused: number) =>
    unit === 'd' ? from + paused + amount : dayNumber(addMonths(fromDayNumber(from + paused), amount))

  let ordinal = 0
  let last = lastOf(0)
  for (let number = from + 1; ; number += 1) {
    const day = count.calendar.day(number)
    const before = count.paused
    const stop = pausedAt(count, day, day.closed ? DAY : day.closesAt)
    if (stop === 'for-good') return undefined
    if (stop) last = lastOf(before + 1)
    else {
      ordinal += 1
      count.steps.push(stepOf(day, { code: 'counted' }, { counted: true, ordinal }))
    }
    if (number >= last) return day
  }
}

export function stepOf(day: CalendarDay, reason: StepReason, more?: Partial<Step>): Step {
  return { date: day.date, weekday: day.weekday, kind: day.kind, counted: false, reason, ...more }
}

export function pausedReason({ reason, pause }: Span): StepReason {
  return { code: 'paused', reason, since: pause.from, ...(pause.to && { until: pause.to }) }
}
