import { dayNumber, fromDayNumber, type LocalDate, weekday } from '#kernel/local-date.ts'
import type { ClosedReason, DayKind, Decision } from './calendar-day.ts'
import { NATIONAL_DECISIONS } from './decisions.ts'
import { type OfficeHours, type Session, STATE_WEEK } from './office-hours.ts'
import { type PlannedDay, planYear, type YearPlan } from './year-plan.ts'

/** One day as the clock sees it. Made once for each calendar and shared: never change it. */
export interface CalendarDay {
  readonly date: LocalDate
  /** Days since 1970-01-01. */
  readonly number: number
  readonly weekday: number
  readonly kind: DayKind
  readonly sessions: readonly Session[]
  /** Minutes from midnight at which the last session ends; 0 when closed. */
  readonly closesAt: number
  /** Office minutes of the day. */
  readonly minutes: number
  /** Why no office hours; undefined on a working day. */
  readonly closed: ClosedReason | undefined
  /** For a swapped Saturday: the day it is worked for. */
  readonly swappedFor: LocalDate | undefined
}

/** Whose calendar it is, as the sentence “lịch làm việc năm 2026 của …” needs it. */
export interface CalendarOwner {
  vi: string
  en: string
}

export interface WorkingSum {
  /** Office minutes. */
  minutes: number
  /** Days with office hours. */
  days: number
}

export interface WorkingCalendar {
  readonly owner: CalendarOwner
  /** Changes whenever a date computed with this calendar could change. */
  readonly version: string
  /** Minutes from midnight after which a same-day procedure is due on the next working day. */
  readonly sameDayCutOff: number
  readonly day: (number: number) => CalendarDay
  /** What lies in the days `[from, to)` (day numbers), without counting them one by one. */
  readonly between: (from: number, to: number) => WorkingSum
  readonly isWorkingDay: (date: LocalDate) => boolean
}

export interface CalendarSource {
  owner: CalendarOwner
  version: string
  /** National decisions recorded after this release, on top of `NATIONAL_DECISIONS`. */
  national?: readonly Decision[]
  /** The agency's own decisions: they win over the nation's. */
  own?: readonly Decision[]
  hours?: readonly OfficeHours[]
  sameDayCutOff?: number
}

/** Reception after 15:00 makes a same-day procedure due on the next working day. @see Decree 23/2015, Art. 7 */
const SAME_DAY_CUT_OFF = 15 * 60

/** Years outside are a mistake of typing; a limit of ten years from 2100 still ends inside. */
const FIRST_YEAR = 2000
const LAST_YEAR = 2199

let state: WorkingCalendar | undefined

/** The calendar of state bodies as shipped: rules and national decisions, 07:30–11:30 and 13:30–17:00, Monday to Friday. */
export function stateCalendar(): WorkingCalendar {
  state ??= workingCalendar({ owner: { vi: 'cơ quan nhà nước', en: 'state bodies' }, version: 'state-2026.1' })
  return state
}

interface Year {
  first: number
  days: readonly CalendarDay[]
  /** Of the days before each day of the year, and at the end of the whole year. */
  before: readonly WorkingSum[]
}

/** A calendar from its records. Days are computed year by year on first use and kept for the life of the object. */
export function workingCalendar(source: CalendarSource): WorkingCalendar {
  const { owner, version, sameDayCutOff = SAME_DAY_CUT_OFF } = source
  const years = new Map<number, Year>()
  const yearAt = (number: number): Year => {
    // A year of 365.2425 days; the guess is right but for a day around New Year.
    const guess = years.get(1970 + Math.floor(number / 365.2425))
    if (guess && number >= guess.first && number < guess.first + guess.days.length) return guess
    const year = yearOf(number)
    const known = years.get(year) ?? summed(daysOfYear(year, source))
    years.set(year, known)
    return known
  }
  const day = (number: number): CalendarDay => {
    const { first, days } = yearAt(number)
    return days[number - first] as CalendarDay
  }
  const isWorkingDay = (date: LocalDate) => day(dayNumber(date)).minutes > 0
  const between = (from: number, to: number): WorkingSum => {
    const sum = { minutes: 0, days: 0 }
    for (let at = from; at < to; ) {
      const { first, days, before } = yearAt(at)
      const end = Math.min(to, first + days.length)
      const [low, high] = [before[at - first] as WorkingSum, before[end - first] as WorkingSum]
      sum.minutes += high.minutes - low.minutes
      sum.days += high.days - low.days
      at = end
    }
    return sum
  }

  return { owner, version, sameDayCutOff, day, between, isWorkingDay }
}

function summed(days: readonly CalendarDay[]): Year {
  const before: WorkingSum[] = [{ minutes: 0, days: 0 }]
  for (const { minutes } of days) {
    const last = before.at(-1) as WorkingSum
    before.push({ minutes: last.minutes + minutes, days: last.days + Number(minutes > 0) })
  }
  return { first: days[0]?.number ?? 0, days, before }
}

function yearOf(number: number): number {
  const year = Number(fromDayNumber(number).slice(0, 4))
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new RangeError(`no working calendar for the year ${year}`)
  return year
}

function daysOfYear(year: number, source: CalendarSource): CalendarDay[] {
  const plan = planYear(year, [...NATIONAL_DECISIONS, ...(source.national ?? [])], source.own ?? [])
  const days: CalendarDay[] = []
  const last = dayNumber(`${year}-12-31` as LocalDate)
  for (let number = dayNumber(`${year}-01-01` as LocalDate); number <= last; number += 1) {
    days.push(calendarDay(fromDayNumber(number), plan, source.hours ?? []))
  }
  return days
}

function calendarDay(date: LocalDate, plan: YearPlan, hours: readonly OfficeHours[]): CalendarDay {
  const planned = plan.get(date)
  const sessions = sessionsOn(date, planned, hours)
  const isOpen = sessions.length > 0
  const swappedFor = isOpen && planned?.kind === 'swap-work' ? planned.other : undefined
  return {
    date,
    number: dayNumber(date),
    weekday: weekday(date),
    kind: planned?.kind ?? (isOpen ? 'working' : 'weekend'),
    sessions,
    closesAt: sessions.at(-1)?.to ?? 0,
    minutes: sessions.reduce((sum, { from, to }) => sum + to - from, 0),
    closed: isOpen ? undefined : planned && 'closed' in planned ? planned.closed : { code: 'weekend' },
    swappedFor,
  }
}

function sessionsOn(date: LocalDate, planned: PlannedDay | undefined, hours: readonly OfficeHours[]) {
  const week = hours.findLast(({ validFrom, validTo }) => validFrom <= date && date <= (validTo ?? date))?.week
  const on = (day: LocalDate) => (week ?? STATE_WEEK)[weekday(day) - 1] ?? []
  if (planned === undefined) return on(date)
  if ('closed' in planned) return []
  if (planned.kind === 'special-hours') return planned.decision.hours ?? []
  // A swapped Saturday keeps the hours of the day it is worked for; Monday's when the notice does not name it.
  const usual = planned.other ? on(planned.other) : []
  return usual.length > 0 ? usual : ((week ?? STATE_WEEK)[0] ?? [])
}
