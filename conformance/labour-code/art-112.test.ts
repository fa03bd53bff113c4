import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, localDate } from '#kernel/local-date.ts'
import { type ClosedReason, stateCalendar } from '#rooms/deadlines/index.ts'

const calendar = stateCalendar()

function dayOn(date: string) {
  return calendar.day(dayNumber(localDate(date)))
}

/** Every day of a year that is closed for another reason than the week, as `08/02 tet`. */
function closedIn(year: number): string[] {
  const found: string[] = []
  for (let date = localDate(`${year}-01-01`); date <= `${year}-12-31`; date = addDays(date, 1)) {
    const { closed } = dayOn(date)
    if (closed && closed.code !== 'weekend') found.push(`${date.slice(8)}/${date.slice(5, 7)} ${shortReason(closed)}`)
  }
  return found
}

function shortReason(closed: ClosedReason): string {
  if (closed.code === 'holiday') return closed.holiday
  return closed.code === 'compensatory' ? `+${closed.holiday}` : closed.code
}

/** The days on which the lunar holidays really fell or fall: first of Tết, and Giỗ Tổ. */
const LUNAR: [number, string, string][] = [
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2028, '2028-01-26', '2028-04-04'],
  [2029, '2029-02-13', '2029-04-23'],
  [2030, '2030-02-02', '2030-04-12'],
  [2031, '2031-01-23', '2031-04-01'],
  [2032, '2032-02-11', '2032-04-19'],
  [2033, '2033-01-31', '2033-04-09'],
]

describe('Labour Code 2019, Art. 112: public holidays', () => {
  test('R-107: Tết 2030 is 02/02/2030, a day before the Chinese one', () => {
    expect(dayOn('2030-02-02').closed).toEqual({ code: 'holiday', holiday: 'tet' })
    const first = closedIn(2030).filter((day) => day.endsWith(' tet'))
    expect(first).toEqual(['31/01 tet', '01/02 tet', '02/02 tet', '03/02 tet', '04/02 tet'])
  })

  test.each(LUNAR)('R-107: the lunar holidays of %i fall on %s and %s', (_year, tet, hungKings) => {
    expect(dayOn(tet).closed).toEqual({ code: 'holiday', holiday: 'tet' })
    expect(dayOn(hungKings).closed).toEqual({ code: 'holiday', holiday: 'hung-kings' })
    expect(dayOn(addDays(localDate(hungKings), -1)).closed?.code).not.toBe('holiday')
  })

  test('R-105: 2024 as it was decided', () => {
    expect(closedIn(2024)).toEqual([
      '01/01 new-year',
      ...['08/02 tet', '09/02 tet', '10/02 tet', '11/02 tet', '12/02 tet', '13/02 +tet', '14/02 +tet'],
      '18/04 hung-kings',
      ...['29/04 swap-off', '30/04 reunification', '01/05 labour-day'],
      ...['02/09 national-day', '03/09 national-day'],
    ])
    expect(dayOn('2024-05-04')).toMatchObject({ kind: 'swap-work', minutes: 450 })
  })

  test('R-105: 2025 as it was decided', () => {
    expect(closedIn(2025)).toEqual([
      '01/01 new-year',
      ...['27/01 tet', '28/01 tet', '29/01 tet', '30/01 tet', '31/01 tet'],
      '07/04 hung-kings',
      ...['30/04 reunification', '01/05 labour-day', '02/05 swap-off'],
      ...['01/09 national-day', '02/09 national-day'],
    ])
    expect(dayOn('2025-04-26')).toMatchObject({ kind: 'swap-work', minutes: 450 })
  })

  test('R-105: 2026 as it was decided, with 24 November for the first time', () => {
    expect(closedIn(2026)).toEqual([
      ...['01/01 new-year', '02/01 swap-off'],
      ...['16/02 tet', '17/02 tet', '18/02 tet', '19/02 tet', '20/02 tet'],
      ...['26/04 hung-kings', '27/04 +hung-kings', '30/04 reunification', '01/05 labour-day'],
      ...['31/08 swap-off', '01/09 national-day', '02/09 national-day'],
      '24/11 culture-day',
    ])
    expect(dayOn('2026-01-10')).toMatchObject({ kind: 'swap-work', minutes: 450, swappedFor: '2026-01-02' })
    expect(dayOn('2026-08-22')).toMatchObject({ kind: 'swap-work', minutes: 450, swappedFor: '2026-08-31' })
  })

  test('R-105: a year not decided yet follows the stated default: two days before Tết and three from its first', () => {
    expect(closedIn(2027)).toEqual([
      '01/01 new-year',
      ...['04/02 tet', '05/02 tet', '06/02 tet', '07/02 tet', '08/02 tet', '09/02 +tet', '10/02 +tet'],
      '16/04 hung-kings',
      ...['30/04 reunification', '01/05 labour-day', '03/05 +labour-day'],
      ...['02/09 national-day', '03/09 national-day'],
      '24/11 culture-day',
    ])
  })

  test('R-105: 24 November is a working day before Resolution 28/2026/QH16 and a holiday since', () => {
    expect(dayOn('2025-11-24').minutes).toBe(450)
    expect(dayOn('2026-11-24').closed).toEqual({ code: 'holiday', holiday: 'culture-day' })
  })
})

describe('Labour Code 2019, Art. 111(3): days off in lieu', () => {
  test.each([
    ['Giỗ Tổ on Sunday 26/04/2026', '2026-04-27', 'hung-kings'],
    ['1 May on Saturday 01/05/2027', '2027-05-03', 'labour-day'],
    ['New Year on Saturday 01/01/2028', '2028-01-03', 'new-year'],
    ['30 April on Sunday, when Monday is 1 May', '2028-05-02', 'reunification'],
    ['2 September on Saturday 02/09/2028', '2028-09-04', 'national-day'],
    ['24 November on Saturday 24/11/2029', '2029-11-26', 'culture-day'],
    ['24 November on Sunday 24/11/2030', '2030-11-25', 'culture-day'],
    ['Giỗ Tổ on Saturday 09/04/2033', '2033-04-11', 'hung-kings'],
  ])('R-106: %s is made up on %s', (_what, date, holiday) => {
    expect(dayOn(date).closed).toMatchObject({ code: 'compensatory', holiday })
    expect(dayOn(addDays(localDate(date), 1)).closed?.code).not.toBe('compensatory')
  })

  test('R-106: two holidays on one weekend take the next two working days', () => {
    expect(closedIn(2033).filter((day) => day.endsWith('tet'))).toEqual([
      ...['29/01 tet', '30/01 tet', '31/01 tet', '01/02 tet', '02/02 tet', '03/02 +tet', '04/02 +tet'],
    ])
  })

  test('R-106: every year until 2099 gives as many weekdays off as the law lists days', () => {
    for (let year = 2027; year < 2100; year += 1) {
      const weekdays = closedIn(year).filter((day) => {
        const [date = '', month = ''] = day.slice(0, 5).split('/')
        return dayOn(`${year}-${month}-${date}`).weekday <= 5
      })
      expect([year, weekdays.length]).toEqual([year, 12])
    }
  })
})
