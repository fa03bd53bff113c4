import type { FieldError } from '#kernel/errors.ts'
import { addMonths, isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { eachMonth, monthOf, nextMonth, type Period } from '../../period.ts'

export type Query = Record<string, string | string[] | undefined>

/** What may be chosen: this month and the 59 before it. */
const MONTHS = 60

export interface MonthsAsked {
  /** First days of the first and the last month, as chosen. */
  first: LocalDate
  last: LocalDate
  period: Period
  /** What may be chosen, newest first. */
  choices: LocalDate[]
  errors: FieldError[]
}

export function textIn(query: Query, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** `2026-03`; undefined for anything else. */
function monthIn(query: Query, name: string): LocalDate | undefined {
  const day = `${textIn(query, name)}-01`
  return isLocalDate(day) ? day : undefined
}

/** This year, month by month, unless said otherwise. */
export function monthsAsked(query: Query, today: LocalDate, wrongOrder: string): MonthsAsked {
  const first = monthIn(query, 'from') ?? (`${today.slice(0, 4)}-01-01` as LocalDate)
  const last = monthIn(query, 'to') ?? monthOf(today)
  const errors = first > last ? [{ field: 'from', message: wrongOrder }] : []
  const earliest = addMonths(last, -MONTHS)
  return {
    first,
    last,
    period: { from: [first, earliest].sort()[1] ?? first, to: nextMonth(last) },
    choices: monthsToChoose(today),
    errors,
  }
}

function monthsToChoose(today: LocalDate): LocalDate[] {
  const to = nextMonth(today)
  return eachMonth({ from: addMonths(to, -MONTHS), to }).reverse()
}

/** An address of this page with something changed; empty texts fall away. */
export function addressWith(path: string, values: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
