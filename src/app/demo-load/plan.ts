import { addDays, dayNumber, type LocalDate, localDate } from '#kernel/local-date.ts'
import type { WorkingCalendar } from '#rooms/deadlines/index.ts'

const YEARS = 3
/** Dossiers written in one transaction, about. */
const BATCH = 1500

export interface Batch {
  index: number
  days: readonly { day: LocalDate; dossiers: number }[]
  dossiers: number
}

export interface Plan {
  seed: number
  dossiers: number
  /** The last day on which one is filed. */
  last: LocalDate
  batches: readonly Batch[]
}

function workingDays(last: LocalDate, calendar: WorkingCalendar): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = addDays(last, -365 * YEARS); day <= last; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) days.push(day)
  return days
}

/** Spreads the dossiers evenly over the working days of three years, and the days over transactions. */
export function planLoad(
  { seed, dossiers, last }: Pick<Plan, 'seed' | 'dossiers' | 'last'>,
  calendar: WorkingCalendar,
): Plan {
  const days = workingDays(last, calendar)
  const upTo = (index: number) => Math.floor((index * dossiers) / days.length)
  const batches: { index: number; days: { day: LocalDate; dossiers: number }[]; dossiers: number }[] = []
  for (const [index, day] of days.entries()) {
    const count = upTo(index + 1) - upTo(index)
    if (count === 0) continue
    const open = batches.at(-1)
    const batch = open && open.dossiers < BATCH ? open : { index: batches.length, days: [], dossiers: 0 }
    if (batch !== open) batches.push(batch)
    batch.days.push({ day, dossiers: count })
    batch.dossiers += count
  }
  return { seed, dossiers, last, batches }
}

/** How much of the three years has passed since: 0 on the last day, 1 on the first. */
export function ageOf(day: LocalDate, last: LocalDate): number {
  return (dayNumber(last) - dayNumber(day)) / (365 * YEARS)
}

export function markOf({ seed, dossiers, last }: Pick<Plan, 'seed' | 'dossiers' | 'last'>, batch: number): string {
  return `demo-load/${seed}/${dossiers}/${last}/${batch}`
}

/** What a mark says about the load that left it. */
export function readMark(mark: string): { dossiers: number; last: LocalDate; batch: number } {
  const [, , dossiers = '', last = '', batch = ''] = mark.split('/')
  return { dossiers: Number(dossiers), last: localDate(last), batch: Number(batch) }
}
