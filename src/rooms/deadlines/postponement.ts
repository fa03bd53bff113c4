import { DomainError } from '#kernel/errors.ts'
import { dayNumber, dayOf, type LocalDate, type LocalDateTime } from '#kernel/local-date.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { workingDaysBetween } from './working-time.ts'

export interface PostponementFacts {
  dueAt: LocalDateTime | undefined
  alreadyPostponed: boolean
  calendar: WorkingCalendar
}

/**
 * Whether a dossier may be given a new date (xin lỗi, hẹn lại): once only, and at least one working day before
 * the due date, so not on the due day and not on a closed day just before it.
 *
 * @see Decree 61/2018, Art. 19(9), kept by Decree 118/2025; requirement R-111
 */
export function mayPostpone(facts: PostponementFacts, now: LocalDateTime): true | DomainError {
  const { dueAt, alreadyPostponed, calendar } = facts
  if (alreadyPostponed) return new DomainError('deadlines.already-postponed')
  if (dueAt === undefined) return new DomainError('deadlines.due-date-unknown')
  const left = workingDaysBetween(calendar, dayNumber(dayOf(now)), dayNumber(dayOf(dueAt)))
  return left >= 1 || new DomainError('deadlines.too-late-to-postpone', { dueAt })
}

/** How many working days an extension from the present due date to the day `until` is: what `extension` takes. */
export function extensionTo(until: LocalDate, dueAt: LocalDateTime, calendar: WorkingCalendar): number {
  return workingDaysBetween(calendar, dayNumber(dayOf(dueAt)), dayNumber(until))
}
