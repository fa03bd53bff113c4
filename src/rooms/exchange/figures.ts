import { addDays, type LocalDate, type LocalDateTime, toInstant } from '#kernel/local-date.ts'
import type { Period } from './divergence.ts'

/** How many of the messages that are old enough to be judged were acknowledged in time. */
export interface Share {
  told: number
  inTime: number
}

/** The figures of one service on one day, by the day of the act. QĐ 766/QĐ-TTg, metric 4 */
export interface DayFigures {
  day: LocalDate
  service: string
  /** Acknowledged within fifteen minutes of the act. */
  soon: Share
  /** Acknowledged within a day of the act. */
  day1: Share
}

export const SOON = 15 * 60_000
export const DAY = 24 * 3_600_000

/** In per cent with one digit; undefined when there was nothing to tell: no data is not a hundred per cent. */
export function percentOf({ told, inTime }: Share): number | undefined {
  return told === 0 ? undefined : Math.round((inTime * 1000) / told) / 10
}

/** Both days included: from the first midnight of Vietnam to the one after the last day, which is not part of it. */
export function periodOf(from: LocalDate, to: LocalDate): Period {
  const midnight = (day: LocalDate) => toInstant(`${day}T00:00` as LocalDateTime)
  return { from: midnight(from), to: midnight(addDays(to, 1)) }
}

const NONE: Share = { told: 0, inTime: 0 }

/** Every service on every day, newest first; a day without messages is there and says so. */
export function fillDays(
  found: readonly DayFigures[],
  { from, to, services }: { from: LocalDate; to: LocalDate; services: readonly string[] },
): DayFigures[] {
  const known = new Map(found.map((one) => [`${one.day} ${one.service}`, one]))
  const rows: DayFigures[] = []
  for (let day = to; day >= from; day = addDays(day, -1)) {
    for (const service of services) {
      rows.push(known.get(`${day} ${service}`) ?? { day, service, soon: NONE, day1: NONE })
    }
  }
  return rows
}
