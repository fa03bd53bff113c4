import { dayNumber, type LocalDate, type LocalDateTime, toLocal } from '#kernel/local-date.ts'
import type { WorkingCalendar } from '#rooms/deadlines/index.ts'

export interface Span {
  from: Date
  /** Undefined: still open. */
  to: Date | undefined
}

const DAY = 24 * 60
const QUARTER = 15
/** Quarters of an hour in a working day of state bodies: 07:30–11:30 and 13:30–17:00. */
export const QUARTERS_A_DAY = 30
const FIRST = dayNumber('2000-01-01' as LocalDate)

function minuteOf(instant: Date): number {
  const local: LocalDateTime = toLocal(instant)
  return Date.parse(`${local}:00Z`) / 60_000
}

/**
 * How long people waited, in office time: nights and closed days count for nobody. One calendar for all units, that of
 * state bodies as shipped, so that units can be compared and a figure of last year cannot change because somebody
 * declares a day closed today. (Whether a dossier was on time is another matter: that is the promise in its own log.)
 */
export class OfficeClock {
  readonly #calendar: WorkingCalendar
  /** Office minutes before each day since `FIRST`. */
  readonly #before: number[] = [0]

  constructor(calendar: WorkingCalendar) {
    this.#calendar = calendar
  }

  /** Office time from one instant to another without the given spans, in quarters of an hour begun. */
  quarters(from: Date, to: Date, without: readonly Span[] = []): number {
    let minutes = this.#minutes(from, to)
    for (const [begins, ends] of apart(without, from, to)) minutes -= this.#minutes(begins, ends)
    return Math.ceil(Math.max(0, minutes) / QUARTER)
  }

  #minutes(from: Date, to: Date): number {
    return to <= from ? 0 : this.#until(minuteOf(to)) - this.#until(minuteOf(from))
  }

  #until(minute: number): number {
    const number = Math.floor(minute / DAY)
    const passed = minute - number * DAY
    let sum = this.#beforeDay(number)
    for (const session of this.#calendar.day(number).sessions) {
      sum += Math.max(0, Math.min(session.to, passed) - session.from)
    }
    return sum
  }

  #beforeDay(number: number): number {
    const index = number - FIRST
    for (let next = this.#before.length; next <= index; next += 1) {
      this.#before.push((this.#before[next - 1] ?? 0) + this.#calendar.day(FIRST + next - 1).minutes)
    }
    return this.#before[index] ?? 0
  }
}

/** The spans inside `[from, to)`, laid together where they meet. */
function apart(spans: readonly Span[], from: Date, to: Date): [Date, Date][] {
  const inside = spans
    .map((span): [Date, Date] => [span.from > from ? span.from : from, span.to && span.to < to ? span.to : to])
    .filter(([begins, ends]) => begins < ends)
    .sort(([one], [other]) => one.getTime() - other.getTime())
  const merged: [Date, Date][] = []
  for (const [begins, ends] of inside) {
    const last = merged.at(-1)
    if (!last || begins > last[1]) merged.push([begins, ends])
    else if (ends > last[1]) last[1] = ends
  }
  return merged
}
