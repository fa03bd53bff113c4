import { describe, expect, test } from 'vitest'
import { type LocalDateTime, localDateTime } from '#kernel/local-date.ts'
import type { Pause } from './deadline.ts'
import { explainDeadline } from './explain.ts'
import { parseLimit } from './limit.ts'
import { stateCalendar, workingCalendar } from './working-calendar.ts'

const calendar = stateCalendar()

function due(received: string, limit: string, pauses: Pause[] = []): LocalDateTime | undefined {
  return explainDeadline({ received: localDateTime(received), limit: parseLimit(limit), calendar, pauses }).dueAt
}

function pause(from: string, to?: string): Pause {
  return { from: localDateTime(from), ...(to && { to: localDateTime(to) }), reason: 'supplement' }
}

describe('working days', () => {
  test.each([
    ['the day of reception does not count', '2026-11-19T08:40', '1wd', '2026-11-20T17:00'],
    ['a minute before closing is still that day', '2026-11-19T16:59', '1wd', '2026-11-20T17:00'],
    ['received by an officer at night is received that day', '2026-11-19T20:15', '1wd', '2026-11-20T17:00'],
    ['received on a Saturday counts from Monday', '2026-11-21T09:00', '1wd', '2026-11-23T17:00'],
    ['the page of the mockup', '2026-11-19T08:40', '3wd', '2026-11-25T17:00'],
    ['over 30 April and 1 May', '2026-04-29T14:30', '5wd', '2026-05-08T17:00'],
    ['a swapped Saturday counts and its Monday does not', '2026-08-21T10:00', '6wd', '2026-08-28T17:00'],
    ['over National Day 2026 with its swapped Monday', '2026-08-28T10:00', '1wd', '2026-09-03T17:00'],
    ['over Tết 2026', '2026-02-12T10:00', '2wd', '2026-02-23T17:00'],
    ['over the day in lieu of Giỗ Tổ 2026', '2026-04-24T10:00', '1wd', '2026-04-28T17:00'],
  ])('R-103: %s', (_rule, received, limit, expected) => {
    expect(due(received, limit)).toBe(expected)
  })
})

describe('the same day', () => {
  test.each([
    ['in the morning', '2026-11-19T08:40', '2026-11-19T17:00'],
    ['before opening', '2026-11-19T06:00', '2026-11-19T17:00'],
    ['at 15:00 exactly', '2026-11-19T15:00', '2026-11-19T17:00'],
    ['after 15:00', '2026-11-19T15:01', '2026-11-20T17:00'],
    ['after 15:00 on a Friday', '2026-11-20T15:01', '2026-11-23T17:00'],
    ['on a Sunday', '2026-11-22T09:00', '2026-11-23T17:00'],
    ['after 15:00 on the eve of a holiday', '2026-11-23T16:00', '2026-11-25T17:00'],
    ['late on a closed day', '2026-11-24T16:00', '2026-11-25T17:00'],
  ])('R-104: received %s', (_rule, received, expected) => {
    expect(due(received, '0wd')).toBe(expected)
  })

  test('R-104: after closing on a day that closes at noon is late too', () => {
    const noon = { from: 450, to: 690 }
    const short = workingCalendar({
      owner: { vi: 'xã Mẫu An', en: 'Mẫu An Commune' },
      version: 't',
      own: [{ kind: 'special-hours', date: dayOfTest, hours: [noon], legal: '' }],
    })
    const at = (received: string) =>
      explainDeadline({ received: localDateTime(received), limit: parseLimit('0wd'), calendar: short }).dueAt
    expect(at('2026-11-19T11:00')).toBe('2026-11-19T11:30')
    expect(at('2026-11-19T13:00')).toBe('2026-11-20T17:00')
  })
})

describe('hours', () => {
  test.each([
    ['run from the minute of reception', '2026-11-19T08:40', '2h', '2026-11-19T10:40'],
    ['leave out the lunch break', '2026-11-19T10:30', '2h', '2026-11-19T14:30'],
    ['may end at the last minute of the morning', '2026-11-19T07:30', '4h', '2026-11-19T11:30'],
    ['go on the next working day', '2026-11-19T16:00', '2h', '2026-11-20T08:30'],
    ['begin at the next opening when received at night', '2026-11-19T20:15', '2h', '2026-11-20T09:30'],
    ['begin at opening when received early', '2026-11-19T05:00', '2h', '2026-11-19T09:30'],
    ['begin after the holiday', '2026-11-24T10:00', '1h', '2026-11-25T08:30'],
    ['eight of them are more than this day has', '2026-11-20T07:30', '8h', '2026-11-23T08:00'],
    ['may be halved', '2026-11-19T08:40', '0.5h', '2026-11-19T09:10'],
  ])('R-103: hours %s', (_rule, received, limit, expected) => {
    expect(due(received, limit)).toBe(expected)
  })

  test('R-102: a pause inside the day moves them by its office minutes', () => {
    expect(due('2026-11-19T08:00', '4h', [pause('2026-11-19T09:00', '2026-11-19T14:00')])).toBe('2026-11-19T17:00')
  })
})

describe('days and months', () => {
  test.each([
    ['days count closed days', '2026-11-19T08:40', '6d', '2026-11-25T17:00'],
    ['days that end on a Sunday end on Monday', '2026-11-19T08:40', '3d', '2026-11-23T17:00'],
    ['days that end on a holiday end after it', '2026-11-19T08:40', '5d', '2026-11-25T17:00'],
    ['a month ends on the day of the same number', '2026-10-27T08:40', '1mo', '2026-11-27T17:00'],
    ['a month without that day ends on its last', '2027-12-31T08:40', '2mo', '2028-02-29T17:00'],
    ['a month that ends on a Saturday ends on Monday', '2026-01-31T08:40', '1mo', '2026-03-02T17:00'],
  ])('R-103: %s', (_rule, received, limit, expected) => {
    expect(due(received, limit)).toBe(expected)
  })
})

describe('pauses', () => {
  const received = '2026-11-02T08:00'
  test.each([
    ['a whole working day moves the end by one', pause('2026-11-04T00:00', '2026-11-05T00:00'), '2026-11-10T17:00'],
    ['48 hours move it by two', pause('2026-11-04T10:00', '2026-11-06T10:00'), '2026-11-11T17:00'],
    ['an hour inside a day moves nothing', pause('2026-11-04T10:00', '2026-11-04T11:00'), '2026-11-09T17:00'],
    ['over closing time moves it by one', pause('2026-11-04T16:59', '2026-11-05T07:30'), '2026-11-10T17:00'],
    ['from closing time to opening moves nothing', pause('2026-11-04T17:00', '2026-11-05T07:30'), '2026-11-09T17:00'],
    ['over a weekend moves nothing', pause('2026-11-06T17:00', '2026-11-09T07:30'), '2026-11-09T17:00'],
    ['on the last day moves that day', pause('2026-11-09T08:00', '2026-11-10T09:00'), '2026-11-10T17:00'],
  ])('R-102: a pause of %s', (_rule, one, expected) => {
    expect(due(received, '5wd', [one])).toBe(expected)
  })

  test('R-102: while a pause has no end the date is unknown, and says since when', () => {
    const found = explainDeadline({
      received: localDateTime(received),
      limit: parseLimit('5wd'),
      calendar,
      pauses: [pause('2026-11-04T10:00')],
    })
    expect(found).toMatchObject({ dueAt: undefined, dueOn: undefined, waitingSince: '2026-11-04T10:00' })
    expect(found.steps.at(-1)).toMatchObject({ date: '2026-11-04', reason: { code: 'paused' } })
  })

  test('a pause that ends before it begins is refused', () => {
    expect(() => due(received, '5wd', [pause('2026-11-04T10:00', '2026-11-03T10:00')])).toThrow(
      'deadlines.pause-ends-before-it-begins',
    )
  })
})

describe('an extension', () => {
  const input = { received: localDateTime('2026-11-19T08:40'), limit: parseLimit('3wd'), calendar }

  test('R-111: is counted in working days after the first due date, which is kept', () => {
    const found = explainDeadline({ ...input, extension: { workingDays: 3 } })
    expect(found).toMatchObject({ firstDueAt: '2026-11-25T17:00', dueAt: '2026-11-30T17:00' })
    expect(found.articles).toContain('decree-118-2025')
  })

  test('R-111: of no days is refused', () => {
    expect(() => explainDeadline({ ...input, extension: { workingDays: 0 } })).toThrow('deadlines.bad-extension')
  })
})

test.each(['', '5', 'wd', '-1wd', '1.5wd', '0h', '0d', '0mo', '1.505h', '5 weeks', '2000wd'])(
  'the limit “%s” is refused',
  (text) => {
    expect(() => parseLimit(text)).toThrow('deadlines.bad-limit')
  },
)

const dayOfTest = calendar.day(20_776).date // Thursday 19 November 2026
