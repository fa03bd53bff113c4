import { expect, test } from 'vitest'
import { stateCalendar } from '#rooms/deadlines/index.ts'
import { foresee, type Standing } from './foresee.ts'
import { OfficeClock } from './office-clock.ts'
import { at } from './testing.ts'

const clock = new OfficeClock(stateCalendar())

/** Received Monday 2 March 2026 at 08:00, due Thursday at 17:00, taken by somebody, touched on Wednesday at 15:00. */
const standing: Standing = {
  receivedAt: at('2026-03-02T08:00'),
  dueAt: at('2026-03-05T17:00'),
  claimed: true,
  lastActAt: at('2026-03-04T15:00'),
  usual: 90,
}
const now = at('2026-03-04T16:00')

test('R-181: what will be late is foreseen from what its like took, and each reason has its number', () => {
  // Used: 28 on Monday, 30 on Tuesday, 26 on Wednesday: 84. Left: 4 on Wednesday and 30 on Thursday: 34.
  expect(foresee(standing, now, clock)).toEqual([])
  expect(foresee({ ...standing, usual: 120 }, now, clock)).toEqual([{ code: 'usually-longer', left: 34, needs: 36 }])
  expect(foresee({ ...standing, usual: undefined }, now, clock)).toEqual([])
})

test('a dossier that nobody has taken on its last day, one that nobody touches, and one that is late', () => {
  const unclaimed = { ...standing, claimed: false }
  expect(foresee(unclaimed, now, clock)).toEqual([])
  expect(foresee(unclaimed, at('2026-03-05T07:30'), clock)).toEqual([{ code: 'nobody', left: 30 }])
  expect(foresee({ ...standing, lastActAt: at('2026-03-02T16:00') }, now, clock)).toEqual([
    { code: 'still', since: 60 },
  ])
  expect(foresee(standing, at('2026-03-06T07:45'), clock)).toEqual([{ code: 'late', by: 1 }])
})
