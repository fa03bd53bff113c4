import { type Count, pausedReason, stepOf } from './count-days.ts'
import type { Step, StepReason } from './deadline.ts'
import { formatTime } from './office-hours.ts'
import { runningIn } from './pauses.ts'
import type { CalendarDay } from './working-calendar.ts'

const DAY = 24 * 60

interface CountedDay {
  stretches: [number, number][]
  minutes: number
  /** Office minutes of the day, from `start` on, in which the clock stood still. */
  paused: number
}

/**
 * The minute at which `minutes` office minutes have run since `start`, both in minutes since 1970-01-01.
 * Received outside office hours, the count begins at the next opening. Undefined when a pause never ends.
 *
 * @see Civil Code 2015, Art. 147(1)
 */
export function countHours(
  count: Count,
  start: number,
  minutes: number,
): { day: CalendarDay; minute: number } | undefined {
  let left = minutes
  for (let number = Math.floor(start / DAY); ; number += 1) {
    const day = count.calendar.day(number)
    const received = start >= number * DAY ? formatTime(start - number * DAY) : undefined
    const counted = countDay(count, day, { start, left })
    left -= counted.minutes
    count.paused += counted.paused
    count.steps.push(hourStep(count, day, { counted, received }))
    if (left === 0) return { day, minute: counted.stretches.at(-1)?.[1] ?? 0 }
    if (count.spans.some((span) => span.to === Number.POSITIVE_INFINITY && span.from <= number * DAY + day.closesAt)) {
      return undefined
    }
  }
}

function countDay(count: Count, day: CalendarDay, { start, left }: { start: number; left: number }): CountedDay {
  const midnight = day.number * DAY
  const found: CountedDay = { stretches: [], minutes: 0, paused: 0 }
  for (const session of day.sessions) {
    const from = Math.max(midnight + session.from, start)
    const to = midnight + session.to
    if (from >= to) continue
    let at = from
    for (const [begins, ends] of runningIn(count.spans, from, to)) {
      const taken = Math.min(ends - begins, left - found.minutes)
      found.paused += begins - at
      found.stretches.push([begins - midnight, begins - midnight + taken])
      found.minutes += taken
      at = ends
      if (found.minutes === left) return found
    }
    found.paused += to - at
  }
  return found
}

function hourStep(
  count: Count,
  day: CalendarDay,
  { counted, received }: { counted: CountedDay; received: string | undefined },
): Step {
  if (counted.minutes === 0) return stepOf(day, idleReason(count, day, { counted, received }))

  const { minutes } = counted
  const hours = counted.stretches.map(([from, to]) => [formatTime(from), formatTime(to)] as const)
  const reason: StepReason = { code: 'counted-hours', minutes }
  if (received) reason.receivedAt = received
  if (day.swappedFor) reason.swappedFor = day.swappedFor
  return stepOf(day, reason, { counted: true, hours })
}

function idleReason(
  count: Count,
  day: CalendarDay,
  { counted, received }: { counted: CountedDay; received: string | undefined },
): StepReason {
  if (day.closed) return received ? { code: 'received-on-closed-day', at: received, closed: day.closed } : day.closed
  const close = day.number * DAY + day.closesAt
  const span =
    counted.paused > 0 ? count.spans.findLast(({ from, to }) => from < close && to > day.number * DAY) : undefined
  return span ? pausedReason(span) : { code: 'received-out-of-hours', at: received ?? '' }
}
