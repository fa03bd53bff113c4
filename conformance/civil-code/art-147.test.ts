import { describe, expect, test } from 'vitest'
import { localDateTime } from '#kernel/local-date.ts'
import { explainDeadline, parseLimit, stateCalendar } from '#rooms/deadlines/index.ts'

function explain(received: string, limit: string) {
  return explainDeadline({
    received: localDateTime(received),
    limit: parseLimit(limit),
    calendar: stateCalendar(),
  })
}

describe('Civil Code 2015, Art. 147: when a limit begins', () => {
  test('(1) R-103: a limit in hours begins at that minute', () => {
    expect(explain('2026-11-19T08:40', '1h').dueAt).toBe('2026-11-19T09:40')
  })

  test.each(['1wd', '1d'])('(2) R-103: the first day of a limit of %s is not counted', (limit) => {
    const { steps, dueAt, articles } = explain('2026-11-18T07:30', limit)
    expect(steps[0]).toMatchObject({ date: '2026-11-18', counted: false, reason: { code: 'received', at: '07:30' } })
    expect(dueAt).toBe('2026-11-19T17:00')
    expect(articles).toContain('civil-code-147-2')
  })

  test('(3) R-103: the event is reception by an officer; the hour of the day changes nothing', () => {
    for (const time of ['00:00', '07:30', '15:01', '17:00', '20:15', '23:59']) {
      expect(explain(`2026-11-19T${time}`, '3wd').dueAt).toBe('2026-11-25T17:00')
    }
  })

  test('R-103: received on a closed day, the first counted day is the next working day', () => {
    const { steps } = explain('2026-11-21T09:00', '1wd')
    expect(steps.map(({ date, counted }) => [date, counted])).toEqual([
      ['2026-11-21', false],
      ['2026-11-22', false],
      ['2026-11-23', true],
    ])
  })
})

describe('Civil Code 2015, Art. 148: when a limit ends', () => {
  test('(3) R-103: a month ends on the day of the same number, or on the last of the month', () => {
    expect(explain('2026-10-27T09:00', '1mo').dueOn).toBe('2026-11-27')
    expect(explain('2027-12-31T09:00', '2mo').dueOn).toBe('2028-02-29')
  })

  test.each([
    ['a Sunday', '2026-11-19T09:00', '3d', '2026-11-23'],
    ['a public holiday', '2026-11-19T09:00', '5d', '2026-11-25'],
    ['a day off in lieu', '2026-04-24T09:00', '3d', '2026-04-28'],
  ])('(5) R-103: a limit in days that ends on %s ends on the next working day', (_what, received, limit, dueOn) => {
    const found = explain(received, limit)
    expect(found.dueOn).toBe(dueOn)
    expect(found.articles).toContain('civil-code-148-5')
    expect(found.steps.at(-1)?.reason.code).toBe('moved-to-working-day')
  })
})

describe('Decree 23/2015, Art. 7: the same day, or the next when received after 15:00', () => {
  test.each([
    ['2026-11-19T15:00', '2026-11-19'],
    ['2026-11-19T15:01', '2026-11-20'],
    ['2026-11-20T16:30', '2026-11-23'],
  ])('R-104: received %s, due %s', (received, dueOn) => {
    expect(explain(received, '0wd').dueOn).toBe(dueOn)
  })
})
