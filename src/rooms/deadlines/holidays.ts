import { addDays, type LocalDate, localDate, weekday } from '#kernel/local-date.ts'
import type { Decision, Holiday } from './calendar-day.ts'
import { hungKingsDay, lunarNewYear } from './lunar.ts'

export interface HolidayOn {
  holiday: Holiday
  date: LocalDate
}

interface HolidayRule {
  holiday: Holiday
  from: LocalDate
  daysOf: (year: number) => LocalDate[]
  legal: string
}

/**
 * Public holidays as the law lists them, each with the day from which the line is in force.
 *
 * @see Labour Code 2019, Art. 112(1); Resolution 28/2026/QH16 for 24 November
 */
const RULES: readonly HolidayRule[] = [
  { holiday: 'new-year', ...labourCode('a'), daysOf: (year) => [on(year, '01-01')] },
  { holiday: 'tet', ...labourCode('b'), daysOf: tetByDefault },
  { holiday: 'reunification', ...labourCode('c'), daysOf: (year) => [on(year, '04-30')] },
  { holiday: 'labour-day', ...labourCode('d'), daysOf: (year) => [on(year, '05-01')] },
  { holiday: 'national-day', ...labourCode('đ'), daysOf: nationalDayByDefault },
  { holiday: 'hung-kings', ...labourCode('e'), daysOf: (year) => [hungKingsDay(year)] },
  {
    holiday: 'culture-day',
    from: localDate('2026-07-01'),
    legal: 'Nghị quyết 28/2026/QH16',
    daysOf: (year) => [on(year, '11-24')],
  },
]

/**
 * Tết's five days when the Prime Minister has not decided yet: the last two days of the old year and the first
 * three of the new, which gives the same days off as every decision from 2023 to 2026.
 *
 * @see Labour Code 2019, Art. 112(1)(b) and 112(3)
 */
function tetByDefault(year: number): LocalDate[] {
  const first = lunarNewYear(year)
  return [-2, -1, 0, 1, 2].map((offset) => addDays(first, offset))
}

/** The side of 2 September on which its second day falls, by weekday (Monday first), as decided in 2021 to 2026. */
const SECOND_DAY = [1, -1, -1, 1, -1, -1, 1] as const

/**
 * National Day's two days when the Prime Minister has not decided yet.
 *
 * @see Labour Code 2019, Art. 112(1)(đ) and 112(3)
 */
function nationalDayByDefault(year: number): LocalDate[] {
  const day = on(year, '09-02')
  return [day, addDays(day, SECOND_DAY[weekday(day) - 1] ?? 1)]
}

/** Every public holiday of a year, in order of date. A decision for a holiday replaces that holiday's default days. */
export function holidaysOf(year: number, decisions: readonly Decision[]): HolidayOn[] {
  const decided = decisions.filter((one) => one.kind === 'holiday' && one.date.startsWith(`${year}-`))
  const holidays = RULES.flatMap(({ holiday, from, daysOf }) => {
    const own = decided.filter((one) => one.holiday === holiday).map((one) => one.date)
    const days = own.length > 0 ? own : daysOf(year)
    return days.filter((date) => date >= from).map((date) => ({ holiday, date }))
  })
  return holidays.sort((one, other) => (one.date < other.date ? -1 : 1))
}

function labourCode(point: string) {
  return { from: localDate('2021-01-01'), legal: `Bộ luật Lao động 2019, Điều 112 khoản 1 điểm ${point}` }
}

function on(year: number, monthDay: string): LocalDate {
  return localDate(`${year}-${monthDay}`)
}
