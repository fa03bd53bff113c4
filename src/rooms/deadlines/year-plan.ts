import { addDays, type LocalDate, weekday } from '#kernel/local-date.ts'
import type { ClosedReason, Decision } from './calendar-day.ts'
import { type HolidayOn, holidaysOf } from './holidays.ts'

/** What one day is by rule and decision, before an agency's hours. A day that is not listed is plain. */
export type PlannedDay =
  | { kind: 'holiday' | 'compensatory' | 'swap-off' | 'closure'; closed: ClosedReason }
  | { kind: 'swap-work'; other?: LocalDate | undefined }
  | { kind: 'special-hours'; decision: Decision }

export type YearPlan = ReadonlyMap<LocalDate, PlannedDay>

/**
 * The days of a year that are not what their weekday says: holidays, the rest days that make up for holidays on
 * weekly rest days, swaps, closures. Later layers win: rule, national decision, agency decision.
 */
export function planYear(year: number, national: readonly Decision[], own: readonly Decision[]): YearPlan {
  const plan = new Map<LocalDate, PlannedDay>()
  const holidays = holidaysOf(year, national)
  for (const { holiday, date } of holidays) plan.set(date, { kind: 'holiday', closed: { code: 'holiday', holiday } })
  decide(plan, year, national)
  compensate(plan, holidays, national)
  decide(plan, year, own)
  return plan
}

/**
 * A holiday on a weekly rest day is made up on the next working day; when several fall together, each takes the
 * next day still free, in order of date. A decision that names the days itself has already taken them.
 *
 * @see Labour Code 2019, Art. 111(3)
 */
function compensate(plan: Map<LocalDate, PlannedDay>, holidays: readonly HolidayOn[], national: readonly Decision[]) {
  for (const { holiday, date } of holidays) {
    const decided = national.some((one) => one.kind === 'compensatory' && one.other === date)
    if (decided || weekday(date) < 6 || plan.get(date)?.kind !== 'holiday') continue
    let day = addDays(date, 1)
    while (weekday(day) >= 6 || plan.has(day)) day = addDays(day, 1)
    plan.set(day, { kind: 'compensatory', closed: { code: 'compensatory', holiday, holidayOn: date } })
  }
}

function decide(plan: Map<LocalDate, PlannedDay>, year: number, decisions: readonly Decision[]) {
  for (const decision of decisions) {
    if (decision.date.startsWith(`${year}-`)) plan.set(decision.date, planned(decision))
  }
}

function planned(decision: Decision): PlannedDay {
  const { kind, holiday, other, note } = decision
  switch (kind) {
    case 'swap-work':
      return { kind, other }
    case 'special-hours':
      return { kind, decision }
    case 'holiday':
      return holiday ? { kind, closed: { code: 'holiday', holiday } } : closure(note)
    case 'compensatory':
      return holiday ? { kind, closed: { code: kind, holiday, holidayOn: other ?? decision.date } } : closure(note)
    case 'swap-off':
      return { kind, closed: { code: kind, ...(other && { workedOn: other }) } }
    case 'closure':
      return closure(note)
  }
}

function closure(note: string | undefined): PlannedDay {
  return { kind: 'closure', closed: { code: 'closure', ...(note && { note }) } }
}
