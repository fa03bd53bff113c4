import { expect, test } from 'vitest'
import { stateCalendar } from '#rooms/deadlines/index.ts'
import { lifeOf } from '#rooms/dossiers/index.ts'
import { figuresOf, percentOf, withinWhich } from './figures.ts'
import { occurrencesAt } from './occurrence.ts'
import { OfficeClock } from './office-clock.ts'
import { sumOf, type Tally } from './tally.ts'
import { type Act, at, finished, received, submitted, tell } from './testing.ts'

const clock = new OfficeClock(stateCalendar())

function tallyOf(logs: readonly (readonly Act[])[]): Tally {
  const all = logs.flatMap((acts) => {
    const { entries } = tell(acts)
    return entries.flatMap((_, index) => {
      const until = entries.slice(0, index + 1)
      const life = lifeOf(until)
      return life ? occurrencesAt({ life, entries: until, clock }) : []
    })
  })
  return sumOf(all.map(({ tally }) => tally))
}

/*
 * Worked by hand. Office hours are 07:30–11:30 and 13:30–17:00, 7.5 hours: 30 quarters a day. March 2026: the 2nd is a
 * Monday, the 7th and 8th a weekend.
 *
 *  A  filed Mon 2 at 08:00, received 09:00 (4 quarters), due Thu 5 17:00, result Tue 3 at 09:00.
 *     From 09:00: Monday 09:00–11:30 is 10 quarters, 13:30–17:00 is 14; Tuesday 07:30–09:00 is 6. Together 30. On time.
 *  B  filed Sat 7 at 10:00, received Mon 9 at 07:45 (1 quarter: the weekend counts for nobody), due Mon 9 17:00,
 *     result Mon 9 at 17:00: 07:45–11:30 is 15, the afternoon 14, together 29. The minute itself is still on time.
 *  C  filed and received Mon 2 at 08:00 (0 quarters), due Tue 3 17:00, result Wed 4 at 08:00: 14 + 14 on Monday, 30 on
 *     Tuesday, 2 on Wednesday: 60. Late.
 *  D  as C, but asked for papers Mon 2 at 10:00, supplied Tue 3 at 10:00, and promised anew for Fri 6 17:00. Its 30
 *     quarters between are the person’s: 60 − 30 = 30. On time, and sent back once.
 *  E  refused at the desk. F withdrawn after reception, when it had been sent back. G received without a date, rejected
 *     Mon 2 at 09:00: 4 quarters, neither on time nor late.
 */
const WORKED: Act[][] = [
  [
    submitted(at('2026-03-02T08:00')),
    received(at('2026-03-02T09:00'), '2026-03-05T17:00'),
    finished(at('2026-03-03T09:00')),
  ],
  [
    submitted(at('2026-03-07T10:00')),
    received(at('2026-03-09T07:45'), '2026-03-09T17:00'),
    finished(at('2026-03-09T17:00')),
  ],
  [
    submitted(at('2026-03-02T08:00')),
    received(at('2026-03-02T08:00'), '2026-03-03T17:00'),
    finished(at('2026-03-04T08:00')),
  ],
  [
    submitted(at('2026-03-02T08:00')),
    received(at('2026-03-02T08:00'), '2026-03-03T17:00'),
    { type: 'dossier.supplement-requested', at: at('2026-03-02T10:00'), facts: { number: 1, atIntake: false } },
    { type: 'dossier.supplied', at: at('2026-03-03T10:00'), facts: { dueAt: '2026-03-06T17:00' } },
    finished(at('2026-03-04T08:00')),
  ],
  [submitted(at('2026-03-02T08:00')), { type: 'dossier.refused', at: at('2026-03-02T09:00'), facts: {} }],
  [
    submitted(at('2026-03-02T08:00')),
    received(at('2026-03-02T08:00'), '2026-03-03T17:00'),
    { type: 'dossier.supplement-requested', at: at('2026-03-02T10:00'), facts: { number: 1, atIntake: false } },
    { type: 'dossier.withdrawn', at: at('2026-03-04T08:00'), facts: {} },
  ],
  [submitted(at('2026-03-02T08:00')), received(at('2026-03-02T08:00')), finished(at('2026-03-02T09:00'), 'rejected')],
]

test('R-182, R-179: every public figure of a small month, worked by hand', () => {
  expect(figuresOf(tallyOf(WORKED))).toEqual({
    submitted: 7,
    received: 6, // all but E
    receivedOnline: 6,
    refused: 1, // E
    withdrawn: 1, // F
    discontinued: 0,
    finished: 5, // A B C D G
    onTime: 3, // A B D
    late: 1, // C
    undated: 1, // G
    onTimeShare: { part: 3, whole: 4 }, // G had no date
    onlineShare: { part: 6, whole: 6 },
    // Here the system does everything: 6 receptions, 1 refusal, 2 requests, 5 results.
    automaticShare: { part: 14, whole: 14 },
    supplementShare: { part: 2, whole: 7 }, // D and F of the seven that ended
    refusalShare: { part: 1, whole: 7 }, // E of seven decisions at the desk
    receiveHalf: 0, // 0 0 0 0 1 4: the third
    receiveMost: 4, // nine of ten of six: the sixth
    finishHalf: 30, // 4 29 30 30 60: the third
    finishMost: 60,
  })
})

test('R-182: an empty period has no shares and no times: no data is not a hundred per cent', () => {
  const nothing = figuresOf({})
  expect(nothing.onTimeShare).toBeUndefined()
  expect(nothing.supplementShare).toBeUndefined()
  expect(nothing.finishHalf).toBeUndefined()
  expect(nothing.received).toBe(0)
})

test('a share is rounded half up, and what is not all is never said to be all', () => {
  expect(percentOf({ part: 2, whole: 3 })).toBe(66.7)
  expect(percentOf({ part: 1, whole: 2000 })).toBe(0.1) // 0.05 half up
  expect(percentOf({ part: 9999, whole: 10_000 })).toBe(99.9)
  expect(percentOf({ part: 1, whole: 10_000 })).toBe(0.1)
  expect(percentOf({ part: 10_000, whole: 10_000 })).toBe(100)
})

test('the median and the ninth of ten are times that somebody had', () => {
  expect(
    withinWhich(
      [
        [1, 1],
        [9, 1],
      ],
      [1, 2],
    ),
  ).toBe(1)
  expect(
    withinWhich(
      [
        [1, 9],
        [50, 1],
      ],
      [9, 10],
    ),
  ).toBe(1)
  expect(
    withinWhich(
      [
        [1, 8],
        [50, 2],
      ],
      [9, 10],
    ),
  ).toBe(50)
  expect(withinWhich([], [1, 2])).toBeUndefined()
})

test('R-185: a dossier born at the national portal is told apart; a second result in a log counts once', () => {
  const [first] = [tell([submitted(at('2026-03-02T08:00'), { born: 'national-portal' })])]
  const life = lifeOf(first.entries)
  expect(life && occurrencesAt({ life, entries: first.entries, clock })[0]?.channel).toBe('national-portal')
  const twice = [...(WORKED[0] ?? []), finished(at('2026-03-05T09:00'))]
  expect(figuresOf(tallyOf([twice])).finished).toBe(1)
})
