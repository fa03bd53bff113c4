import { runningIn, type Span } from './pauses.ts'
import type { WorkingCalendar } from './working-calendar.ts'

const DAY = 24 * 60

/** Office minutes in `[from, to)`, both in minutes since 1970-01-01, in which the clock runs. */
export function officeMinutes(
  calendar: WorkingCalendar,
  [from, to]: readonly [number, number],
  spans: readonly Span[] = [],
): number {
  let sum = 0
  for (let number = Math.floor(from / DAY); number * DAY < to; number += 1) {
    const day = calendar.day(number)
    const midnight = number * DAY
    if (spans.length === 0 && from <= midnight && to >= midnight + DAY) {
      sum += day.minutes
      continue
    }
    for (const session of day.sessions) {
      const begins = Math.max(midnight + session.from, from)
      const ends = Math.min(midnight + session.to, to)
      if (begins < ends) for (const [start, end] of runningIn(spans, begins, ends)) sum += end - start
    }
  }
  return sum
}

/** Working days after day `from` up to and with day `to` (day numbers); 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: number, to: number): number {
  let days = 0
  for (let number = from + 1; number <= to; number += 1) if (calendar.day(number).minutes > 0) days += 1
  return days
}

/** Closing times in `(from, to]`, in minutes since 1970-01-01. */
export function closingsBetween(calendar: WorkingCalendar, from: number, to: number): number {
  let closings = 0
  for (let number = Math.floor(from / DAY); number * DAY <= to; number += 1) {
    const day = calendar.day(number)
    const close = number * DAY + day.closesAt
    if (day.minutes > 0 && close > from && close <= to) closings += 1
  }
  return closings
}
