import { runningIn, type Span } from './pauses.ts'
import type { WorkingCalendar } from './working-calendar.ts'

const DAY = 24 * 60

/** Office minutes in `[from, to)`, both in minutes since 1970-01-01, in which the clock runs. */
export function officeMinutes(
  calendar: WorkingCalendar,
  [from, to]: readonly [number, number],
  spans: readonly Span[] = [],
): number {
  if (to <= from) return 0
  const [first, last] = [Math.floor(from / DAY), Math.floor(to / DAY)]
  const within = (number: number) => minutesOf(calendar, number, { from, to, spans })
  if (first === last) return within(first)
  if (spans.length === 0) return within(first) + calendar.between(first + 1, last).minutes + within(last)
  let sum = 0
  for (let number = first; number <= last; number += 1) sum += within(number)
  return sum
}

interface Window {
  from: number
  to: number
  spans: readonly Span[]
}

/** Office minutes of one day that lie in the window. */
function minutesOf(calendar: WorkingCalendar, number: number, { from, to, spans }: Window): number {
  const midnight = number * DAY
  let sum = 0
  for (const session of calendar.day(number).sessions) {
    const begins = Math.max(midnight + session.from, from)
    const ends = Math.min(midnight + session.to, to)
    if (begins < ends) for (const [start, end] of runningIn(spans, begins, ends)) sum += end - start
  }
  return sum
}

/** Working days after day `from` up to and with day `to` (day numbers); 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: number, to: number): number {
  return calendar.between(from + 1, to + 1).days
}

/** Closing times in `(from, to]`, in minutes since 1970-01-01. */
export function closingsBetween(calendar: WorkingCalendar, from: number, to: number): number {
  if (to <= from) return 0
  const [first, last] = [Math.floor(from / DAY), Math.floor(to / DAY)]
  const closesOn = (number: number) => {
    const day = calendar.day(number)
    const close = number * DAY + day.closesAt
    return Number(day.minutes > 0 && close > from && close <= to)
  }
  if (first === last) return closesOn(first)
  return closesOn(first) + calendar.between(first + 1, last).days + closesOn(last)
}
