import { addDays, addMonths, dayNumber, type LocalDate } from '#kernel/local-date.ts'

/** From the first midnight up to, and without, the last. */
export interface Period {
  from: LocalDate
  to: LocalDate
}

export function monthOf(day: LocalDate): LocalDate {
  return `${day.slice(0, 7)}-01` as LocalDate
}

export function nextMonth(month: LocalDate): LocalDate {
  return addMonths(monthOf(month), 1)
}

export function daysIn({ from, to }: Period): number {
  return Math.max(0, dayNumber(to) - dayNumber(from))
}

export function eachDay({ from, to }: Period): LocalDate[] {
  return Array.from({ length: daysIn({ from, to }) }, (_, index) => addDays(from, index))
}

/** The first days of the months that the period touches. */
export function eachMonth({ from, to }: Period): LocalDate[] {
  const months: LocalDate[] = []
  for (let month = monthOf(from); month < to; month = nextMonth(month)) months.push(month)
  return months
}

/** Whole months, which are read as such, and the days before and behind them. The same days, once each. */
export interface Parts {
  months: Period | undefined
  days: Period[]
}

export function partsOf({ from, to }: Period): Parts {
  const first = from === monthOf(from) ? from : nextMonth(from)
  const last = monthOf(to)
  if (first >= last) return { months: undefined, days: from < to ? [{ from, to }] : [] }
  const edges = [
    { from, to: first },
    { from: last, to },
  ]
  return { months: { from: first, to: last }, days: edges.filter((edge) => edge.from < edge.to) }
}

/** From the first of January to the end of the given day. */
export function yearToDate(day: LocalDate): Period {
  return { from: `${day.slice(0, 4)}-01-01` as LocalDate, to: addDays(day, 1) }
}

/** The last twelve months that are over on the given day. */
export function lastTwelveMonths(day: LocalDate): Period {
  const to = monthOf(day)
  return { from: addMonths(to, -12), to }
}
