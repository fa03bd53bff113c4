import { addDays, type LocalDate, localDate } from '#kernel/local-date.ts'
import type { Body } from './plan.ts'

export type DeadlineKind = 'send-plan' | 'quarter-report' | 'settlement' | 'effectiveness'

/** A date of the budget calendar, as data: the law moved it from 20 July to 10 July in 2026. */
export interface DeadlineRule {
  kind: DeadlineKind
  /** Bodies it binds. `level-one`: đơn vị dự toán cấp I, the root of the agency. */
  binds: 'level-one' | 'below'
  /** Day and month, and years counted from the plan’s year. */
  month: number
  day: number
  yearOffset: number
  /** Plan years to which it applies, from … up to and without …. */
  fromYear: number
  untilYear?: number
  law: string
}

const TT26 = 'TT 26/2026/TT-BTC'
const EVER = 2018

/** Month and day, and years counted from the plan’s year. */
function rule(kind: DeadlineKind, [month, day, yearOffset]: readonly [number, number, number], law: string) {
  return { kind, month, day, yearOffset, law, fromYear: EVER }
}

const below = { binds: 'below' } as const
const levelOne = { binds: 'level-one' } as const
const quarterReport = rule('quarter-report', [4, 10, 0], `${TT26}, Đ18 k2 c–d`)
const settlement = rule('settlement', [1, 31, 1], `${TT26}, Đ15, Đ19`)
const effectiveness = { ...rule('effectiveness', [1, 31, 1], 'NĐ 224/2026/NĐ-CP, Đ68 k2'), fromYear: 2026 }

/**
 * The defaults. A superior body sets its own for those below it (TT 26/2026, Art. 11.4, 12.4): `DeadlineChoice`; until
 * it does, they have thirty days less than it has itself. The date of a quarter’s report is counted on from the first.
 */
export const DEADLINES: readonly DeadlineRule[] = [
  { ...rule('send-plan', [7, 20, -1], 'NĐ 163/2016/NĐ-CP'), ...levelOne, untilYear: 2027 },
  { ...rule('send-plan', [7, 10, -1], `${TT26}, Đ11 k4, Đ12 k3`), ...levelOne, fromYear: 2027 },
  { ...rule('send-plan', [6, 10, -1], `${TT26}, Đ11 k4, Đ12 k4`), ...below },
  { ...quarterReport, ...levelOne },
  { ...quarterReport, ...below },
  { ...settlement, ...levelOne },
  { ...settlement, ...below },
  { ...effectiveness, ...levelOne },
  { ...effectiveness, ...below },
]

/** What a superior body has set for those below it, for plans of a year. */
export interface DeadlineChoice {
  year: number
  kind: DeadlineKind
  on: LocalDate
  basis: string
}

export interface Deadline {
  kind: DeadlineKind
  on: LocalDate
  law: string
}

interface Asked {
  kind: DeadlineKind
  body: Pick<Body, 'aboveId'>
  year: number
  /** 1 to 4, for `quarter-report`. */
  quarter?: number
  choices?: readonly DeadlineChoice[]
}

/** The last day on which it is in time; undefined when no rule binds that body in that year. R-206 */
export function deadlineFor({ kind, body, year, quarter = 1, choices = [] }: Asked): Deadline | undefined {
  const isBelow = body.aboveId !== undefined
  const chosen = isBelow ? choices.find((one) => one.kind === kind && one.year === year) : undefined
  if (chosen) return { kind, on: chosen.on, law: chosen.basis }
  const found = DEADLINES.find(
    (one) =>
      one.kind === kind &&
      (one.binds === 'below') === isBelow &&
      year >= one.fromYear &&
      (one.untilYear === undefined || year < one.untilYear),
  )
  if (!found) return undefined
  const months = found.month - 1 + (quarter - 1) * 3
  const two = (number: number) => String(number).padStart(2, '0')
  const on = localDate(
    `${year + found.yearOffset + Math.floor(months / 12)}-${two((months % 12) + 1)}-${two(found.day)}`,
  )
  return { kind, on, law: found.law }
}

/** On the very day it is still in time. */
export function isLate(deadline: Deadline, doneOn: LocalDate | undefined, today: LocalDate): boolean {
  return (doneOn ?? today) > deadline.on
}

/** Days before (and, negative, after) the last day on which people are reminded. */
export const REMIND_DAYS = [30, 7, 1, -1] as const

/** Is today a day on which to remind of it? */
export function remindsOn(deadline: Deadline, today: LocalDate): boolean {
  return REMIND_DAYS.some((days) => addDays(deadline.on, -days) === today)
}
