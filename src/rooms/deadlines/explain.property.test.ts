import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dayNumber, dayOf, fromDayNumber, type LocalDateTime } from '#kernel/local-date.ts'
import type { Explanation, Pause } from './deadline.ts'
import { explainDeadline } from './explain.ts'
import { toMinutes } from './pauses.ts'
import { anyLimit, anyMoment, anyPauseNear, toMoment } from './testing.ts'
import { stateCalendar } from './working-calendar.ts'

const calendar = stateCalendar()
const anyPauses = anyMoment.chain((received) =>
  fc.record({
    received: fc.constant(received),
    limit: anyLimit,
    pauses: fc.array(anyPauseNear(received), { maxLength: 4 }),
  }),
)

describe('the clock', () => {
  test('R-103: a later reception is never due earlier', () => {
    fc.assert(
      fc.property(anyPauses, fc.integer({ min: 1, max: 20 * 1440 }), ({ received, limit, pauses }, later) => {
        const other = toMoment(toMinutes(received) + later)
        expect(due({ received: other, limit, pauses }) >= due({ received, limit, pauses })).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('R-103: a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(anyPauses, fc.integer({ min: 1, max: 5 }), ({ received, limit, pauses }, more) => {
        const longer = { ...limit, amount: limit.amount + more }
        expect(due({ received, limit: longer, pauses }) >= due({ received, limit, pauses })).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('R-102: one more pause never makes the date earlier', () => {
    const input = anyPauses.chain((one) => fc.tuple(fc.constant(one), anyPauseNear(one.received)))
    fc.assert(
      fc.property(input, ([{ received, limit, pauses }, extra]) => {
        const with_ = due({ received, limit, pauses: [...pauses, extra] })
        expect(with_ >= due({ received, limit, pauses })).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('R-102: a pause in adjacent pieces, in any order, is the same pause', () => {
    const input = anyPauses.chain((one) => fc.tuple(fc.constant(one), fc.nat(), fc.gen()))
    fc.assert(
      fc.property(input, ([{ received, limit, pauses }, cut, gen]) => {
        const pieces = pauses.flatMap((pause) => cutAt(pause, cut))
        const shuffled = gen(fc.shuffledSubarray, pieces, { minLength: pieces.length })
        expect(explainDeadline({ received, limit, calendar, pauses: shuffled })).toEqual(
          explainDeadline({ received, limit, calendar, pauses }),
        )
      }),
      { numRuns: 1500 },
    )
  })

  test('R-102: two pauses that begin together are told alike, whole or in pieces', () => {
    const [from, middle] = ['2024-03-21T00:52', '2024-03-21T12:48'] as LocalDateTime[]
    const [consulted, supplied] = ['2024-03-22T17:00', '2024-03-29T00:39'] as LocalDateTime[]
    const whole = [
      { from, to: supplied, reason: 'supplement' },
      { from, to: consulted, reason: 'consultation' },
    ]
    const pieces = [
      { from, to: middle, reason: 'supplement' },
      { from: middle, to: supplied, reason: 'supplement' },
      { from, to: consulted, reason: 'consultation' },
    ]
    const input = { received: '2024-03-21T00:37' as LocalDateTime, limit: { amount: 1, unit: 'd' as const }, calendar }
    expect(explainDeadline({ ...input, pauses: pieces as Pause[] })).toEqual(
      explainDeadline({ ...input, pauses: whole as Pause[] }),
    )
  })

  test('R-102: a pause before reception or after the due time changes nothing', () => {
    const input = anyPauses.chain((one) => fc.tuple(fc.constant(one), fc.integer({ min: 1, max: 9999 })))
    fc.assert(
      fc.property(input, ([{ received, limit, pauses }, length]) => {
        const before: Pause = { from: toMoment(toMinutes(received) - length), to: received, reason: 'other' }
        const end = due({ received, limit, pauses })
        const after: Pause = { from: end, to: toMoment(toMinutes(end) + length), reason: 'other' }
        expect(due({ received, limit, pauses: [before, ...pauses, after] })).toBe(end)
      }),
      { numRuns: 1500 },
    )
  })

  test('R-103: nothing is ever due on a closed day, outside office hours or before reception', () => {
    fc.assert(
      fc.property(anyPauses, ({ received, limit, pauses }) => {
        const end = due({ received, limit, pauses })
        const day = calendar.day(dayNumber(dayOf(end)))
        const minute = toMinutes(end) % 1440
        expect(day.sessions.some(({ from, to }) => from <= minute && minute <= to)).toBe(true)
        expect(end > received).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('R-103: the rows are consecutive days and account exactly for the limit', () => {
    fc.assert(
      fc.property(anyPauses, ({ received, limit, pauses }) => {
        const found = explainDeadline({ received, limit, calendar, pauses })
        const numbers = found.steps.map(({ date }) => dayNumber(date))
        expect(numbers).toEqual(numbers.map((_, index) => dayNumber(dayOf(received)) + index))
        expect(found.steps.filter(({ last }) => last).map(({ date }) => date)).toEqual([found.dueOn])
        expect(countedIn(found)).toBe(owed(found))
      }),
      { numRuns: 2000 },
    )
  })

  test('R-102: without an end to the pause there is no date, or the same date as if it had not begun', () => {
    const input = anyPauses.chain((one) => fc.tuple(fc.constant(one), anyPauseNear(one.received)))
    fc.assert(
      fc.property(input, ([{ received, limit, pauses }, { from, reason }]) => {
        const end = due({ received, limit, pauses })
        const found = explainDeadline({ received, limit, calendar, pauses: [...pauses, { from, reason }] })
        expect(found.dueAt).toBe(end <= from ? end : undefined)
        expect(found.waitingSince === undefined).toBe(end <= from)
      }),
      { numRuns: 1500 },
    )
  })
})

function due(input: Omit<Parameters<typeof explainDeadline>[0], 'calendar'>): NonNullable<Explanation['dueAt']> {
  const { dueAt } = explainDeadline({ ...input, calendar })
  if (dueAt === undefined) throw new Error('no due date')
  return dueAt
}

function cutAt(pause: Pause, cut: number): Pause[] {
  const [from, to] = [toMinutes(pause.from), toMinutes(pause.to ?? pause.from)]
  const middle = toMoment(from + (to > from ? cut % (to - from) : 0))
  return [
    { ...pause, to: middle },
    { ...pause, from: middle },
  ]
}

function countedIn({ limit, steps }: Explanation): number {
  const counted = steps.filter((step) => step.counted)
  if (limit.unit !== 'h') return counted.length
  const minutes = counted.map(({ reason }) => (reason.code === 'counted-hours' ? reason.minutes : 0))
  return minutes.reduce((sum, one) => sum + one, 0)
}

/** What the limit owes: minutes, days, or the length of so many months from reception put back by the days paused. */
function owed({ limit, received, steps }: Explanation): number {
  if (limit.unit === 'h') return limit.amount * 60
  if (limit.unit !== 'mo') return limit.amount
  const from = dayNumber(dayOf(received))
  let start = from
  for (const { date, counted } of steps.slice(1)) {
    if (!counted) start += 1
    if (dayNumber(date) >= monthsLater(start, limit.amount)) break
  }
  return monthsLater(start, limit.amount) - start
}

function monthsLater(day: number, months: number): number {
  return dayNumber(addMonths(fromDayNumber(day), months))
}
