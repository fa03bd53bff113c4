import { expect, test } from 'vitest'
import { addDays, type LocalDate, localDate, weekday } from '#kernel/local-date.ts'
import { FLOOD_AN_HOUR, holdFor, MANY_A_DAY } from './hold.ts'
import { REMIND_STEPS, stepToday, workingDaysBetween } from './remind-steps.ts'

const isWorkingDay = (day: LocalDate) => weekday(day) <= 5
const dueOn = localDate('2026-12-16') // a Wednesday
const on = (day: string) => stepToday({ kind: 'question', dueOn, today: localDate(day), isWorkingDay })?.name

test.each([
  ['long before, nobody is reminded', '2026-12-08', undefined],
  ['five working days before: the Wednesday of the week before', '2026-12-09', '5-before'],
  ['the same step on the days that follow', '2026-12-11', '5-before'],
  ['on a Saturday nobody is at work', '2026-12-12', undefined],
  ['two working days before', '2026-12-14', '2-before'],
  ['the last day', '2026-12-16', 'last-day'],
  ['the day after', '2026-12-17', '1-late'],
  ['a week after', '2026-12-23', '5-late'],
  ['and no further', '2027-02-01', '5-late'],
])('R-169: %s', (_what, day, step) => {
  expect(on(day)).toBe(step)
})

test('R-167: what belongs to another body is told above on the last of its five days, and again when it is late', () => {
  const steps = REMIND_STEPS.forward.filter(({ tells }) => tells.includes('superior'))
  expect(steps.map(({ workingDays }) => workingDays)).toEqual([0, 1])
})

test('working days are counted from the day after, in both directions', () => {
  for (let shift = 0; shift < 30; shift += 1) {
    const day = addDays(dueOn, shift)
    expect(workingDaysBetween(dueOn, day, isWorkingDay)).toBe(-workingDaysBetween(day, dueOn, isWorkingDay) + 0)
  }
  expect(workingDaysBetween(localDate('2026-12-11'), localDate('2026-12-14'), isWorkingDay)).toBe(1)
})

test('what comes too often waits, and is never refused; who is known is not caught in a flood of others', () => {
  const sending = { sentBySame: 0, sentByUnknown: 0, known: false, trapped: false }
  expect(holdFor(sending)).toBeUndefined()
  expect(holdFor({ ...sending, trapped: true })).toBe('trap')
  expect(holdFor({ ...sending, sentBySame: MANY_A_DAY, known: true })).toBe('many')
  expect(holdFor({ ...sending, sentByUnknown: FLOOD_AN_HOUR })).toBe('flood')
  expect(holdFor({ ...sending, sentByUnknown: FLOOD_AN_HOUR, known: true })).toBeUndefined()
})
