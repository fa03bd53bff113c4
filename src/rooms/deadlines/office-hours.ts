import type { LocalDate } from '#kernel/local-date.ts'

/** Minutes from midnight, `from` included, `to` not. */
export interface Session {
  from: number
  to: number
}

/** Sessions by weekday, Monday first. An empty list is a weekly rest day. */
export type WeekHours = readonly (readonly Session[])[]

/** The week an agency (or one of its units) keeps between two days. */
export interface OfficeHours {
  validFrom: LocalDate
  /** The last day on which these hours are kept. */
  validTo?: LocalDate | undefined
  week: WeekHours
}

const DAY: readonly Session[] = [
  { from: 7 * 60 + 30, to: 11 * 60 + 30 },
  { from: 13 * 60 + 30, to: 17 * 60 },
]

/** 07:30–11:30 and 13:30–17:00, Monday to Friday, until an agency sets its own. */
export const STATE_WEEK: WeekHours = [DAY, DAY, DAY, DAY, DAY, [], []]

/** `7:05` in minutes from midnight is 425; undefined when it is not a time of day. */
export function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(text)
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  return minutes <= 24 * 60 ? minutes : undefined
}

/** 425 is `07:05`. */
export function formatTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** What is wrong with a day's sessions, or undefined: they must be in order, apart, and inside one day. */
export function sessionProblem(sessions: readonly Session[]): 'order' | 'range' | undefined {
  let last = 0
  for (const { from, to } of sessions) {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > 24 * 60) return 'range'
    if (from < last || to <= from) return 'order'
    last = to
  }
  return undefined
}
