import type { LocalDateTime } from '#kernel/local-date.ts'
import type { Decision } from './calendar-day.ts'
import type { DeadlineInput } from './deadline.ts'
import { explainDeadline } from './explain.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A running dossier with the date it was promised. */
export interface Promised {
  id: string
  promised: LocalDateTime
  input: Omit<DeadlineInput, 'calendar'>
}

export interface MovedDueDate {
  id: string
  promised: LocalDateTime
  dueAt: LocalDateTime
}

/**
 * The due dates that a calendar decision entered later moves, computed with the calendar that includes it.
 * A date is only ever moved to a later day: what was promised to a person is not taken back.
 *
 * @see Requirement R-108
 */
export function affectedBy(
  decision: Pick<Decision, 'date' | 'other'>,
  running: readonly Promised[],
  calendar: WorkingCalendar,
): MovedDueDate[] {
  const first = decision.other && decision.other < decision.date ? decision.other : decision.date
  return running
    .filter(({ promised }) => promised.slice(0, 10) >= first)
    .map(({ id, promised, input }) => {
      const { dueAt } = explainDeadline({ ...input, calendar })
      return { id, promised, dueAt: neverEarlier(promised, dueAt) }
    })
    .filter(({ promised, dueAt }) => dueAt !== promised)
}

/** The later of the promised date and the recomputed one; the promise stands while the new date is unknown. */
export function neverEarlier(promised: LocalDateTime, recomputed: LocalDateTime | undefined): LocalDateTime {
  return recomputed !== undefined && recomputed > promised ? recomputed : promised
}
