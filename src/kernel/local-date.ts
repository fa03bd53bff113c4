/** A calendar day in Vietnam, `YYYY-MM-DD`. Compares correctly as a string. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }

/** A wall-clock minute in Vietnam (UTC+7, no summer time since 1975), `YYYY-MM-DDTHH:mm`. Compares correctly as a string. */
export type LocalDateTime = string & { readonly __brand: 'LocalDateTime' }

const DAY = 86_400_000
const VIETNAM_OFFSET = 7 * 3_600_000

/** Throws RangeError when the text is not an existing day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text
}

export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** Throws RangeError when the text is not an existing minute. */
export function localDateTime(text: string): LocalDateTime {
  const [day = '', time = ''] = text.split('T')
  if (!isLocalDate(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a local time: ${text}`)
  return text as LocalDateTime
}

/** Days since 1970-01-01, for arithmetic. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

export function fromDayNumber(days: number): LocalDate {
  return new Date(days * DAY).toISOString().slice(0, 10) as LocalDate
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days)
}

export function nextDay(date: LocalDate): LocalDate {
  return addDays(date, 1)
}

/** 31 January plus one month is the last day of February. @see Civil Code 2015, Art. 147–148 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate()
  const two = (n: number) => String(n).padStart(2, '0')
  return localDate(
    `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}-${two(Math.min(day, lastDay))}`,
  )
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function toLocal(instant: Date): LocalDateTime {
  return new Date(instant.getTime() + VIETNAM_OFFSET).toISOString().slice(0, 16) as LocalDateTime
}

export function toInstant(local: LocalDateTime): Date {
  return new Date(Date.parse(`${local}:00Z`) - VIETNAM_OFFSET)
}

export function dayOf(local: LocalDateTime): LocalDate {
  return local.slice(0, 10) as LocalDate
}

export function timeOf(local: LocalDateTime): string {
  return local.slice(11, 16)
}
