import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, type LocalDate } from '#kernel/local-date.ts'
import { stateCalendar } from './working-calendar.ts'
import { closingsBetween, officeMinutes, workingDaysBetween } from './working-time.ts'

const DAY = 24 * 60
const calendar = stateCalendar()
const first = dayNumber('2024-12-20' as LocalDate)
const minute = fc.integer({ min: first * DAY, max: (first + 800) * DAY })

test('sums of many days at once are the sums of the days one by one, over every New Year', () => {
  fc.assert(
    fc.property(minute, minute, (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)]
      let [minutes, closings, days] = [0, 0, 0]
      for (let number = Math.floor(from / DAY); number * DAY <= to; number += 1) {
        const day = calendar.day(number)
        for (const session of day.sessions) {
          const begins = Math.max(from, number * DAY + session.from)
          minutes += Math.max(0, Math.min(to, number * DAY + session.to) - begins)
        }
        const close = number * DAY + day.closesAt
        if (day.minutes > 0 && close > from && close <= to) closings += 1
        if (day.minutes > 0 && number > Math.floor(from / DAY)) days += 1
      }
      expect(officeMinutes(calendar, [from, to])).toBe(minutes)
      expect(closingsBetween(calendar, from, to)).toBe(closings)
      expect(workingDaysBetween(calendar, Math.floor(from / DAY), Math.floor(to / DAY))).toBe(days)
    }),
    { numRuns: 300, seed: 1 },
  )
})
