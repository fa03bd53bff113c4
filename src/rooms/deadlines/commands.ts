import { allow, DomainError } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { asInstallation, transaction } from '#platform/db/index.ts'
import { announce } from '#platform/jobs/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import type { Decision, DecisionKind, Holiday } from './calendar-day.ts'
import { type Session, sessionProblem, type WeekHours } from './office-hours.ts'
import { canKeepCalendar } from './policy.ts'
import {
  type AppliesTo,
  insertAgencyDecision,
  insertNationalDecision,
  insertOfficeHours,
  storedSessions,
  storedWeek,
} from './store.ts'

export interface NewAgencyDecision extends Omit<Decision, 'kind' | 'holiday'> {
  kind: Exclude<DecisionKind, 'holiday' | 'compensatory'>
  unitId?: string
  appliesTo?: AppliesTo
  /** Takes back an earlier record: the day is as if that one had not been made. */
  revokes?: string
}

export interface NewNationalDecision extends Omit<Decision, 'kind' | 'hours'> {
  kind: Exclude<DecisionKind, 'special-hours'>
  holiday?: Holiday
  revokes?: string
}

export interface NewOfficeHours {
  unitId?: string
  appliesTo?: AppliesTo
  validFrom: LocalDate
  validTo?: LocalDate
  week: WeekHours
  legal: string
}

/**
 * Records a day of the agency's own calendar and announces `deadlines.calendar-changed`, upon which the rooms that promised
 * dates compute them again and never earlier. Returns its id. Throws `deadlines.may-not-keep-calendar`,
 * `deadlines.bad-hours`, `deadlines.no-legal-basis`.
 */
export async function addAgencyDecision(officer: Officer, decision: NewAgencyDecision): Promise<string> {
  allow(canKeepCalendar(officer))
  requireLegal(decision.legal)
  if ((decision.kind === 'special-hours') !== (decision.hours !== undefined)) throw badHours('missing')
  requireHours(decision.hours ?? [])

  const id = newId()
  const { agencyId, officerId } = officer
  await transaction(agencyId, async (tx) => {
    await insertAgencyDecision(tx, {
      agency_id: agencyId,
      id,
      unit_id: decision.unitId ?? null,
      applies_to: decision.appliesTo ?? 'both',
      kind: decision.kind,
      decided_on: decision.date,
      other_on: decision.other ?? null,
      hours: decision.hours ? storedSessions(decision.hours) : null,
      note: decision.note ?? null,
      legal: decision.legal.trim(),
      revokes: decision.revokes ?? null,
      recorded_by: officerId,
      recorded_at: now(),
    })
    await announce(tx, calendarChanged({ ...decision, agencyId, id }))
  })
  return id
}

/**
 * Records a day of the national calendar, for every agency of the installation: done by its operator, from the
 * command line, whose name is kept. Announces `deadlines.calendar-changed` to each. Returns its id. Throws
 * `deadlines.no-legal-basis`.
 */
export async function addNationalDecision(operator: string, decision: NewNationalDecision): Promise<string> {
  requireLegal(decision.legal)
  const needsHoliday = decision.kind === 'holiday' || decision.kind === 'compensatory'
  if (needsHoliday && decision.holiday === undefined) throw new DomainError('deadlines.which-holiday')

  const id = newId()
  await asInstallation(async (tx) => {
    await insertNationalDecision(tx, {
      id,
      kind: decision.kind,
      decided_on: decision.date,
      holiday: decision.holiday ?? null,
      other_on: decision.other ?? null,
      note: decision.note ?? null,
      legal: decision.legal.trim(),
      revokes: decision.revokes ?? null,
      recorded_by: operator,
      recorded_at: now(),
    })
    const { date, other } = decision
    for (const agency of await listAgencies(tx))
      await announce(tx, calendarChanged({ agencyId: agency.id, id, date, other }))
  })
  return id
}

/**
 * Office hours of the agency or a unit from a day on, for counting limits, for reception, or both. Announces
 * `deadlines.calendar-changed`. Returns the record's id. Throws as `addAgencyDecision` does.
 */
export async function setOfficeHours(officer: Officer, hours: NewOfficeHours): Promise<string> {
  allow(canKeepCalendar(officer))
  requireLegal(hours.legal)
  if (hours.week.length !== 7 || hours.week.every((day) => day.length === 0)) throw badHours('week')
  for (const day of hours.week) requireHours(day)

  const id = newId()
  const { agencyId, officerId } = officer
  await transaction(agencyId, async (tx) => {
    await insertOfficeHours(tx, {
      agency_id: agencyId,
      id,
      unit_id: hours.unitId ?? null,
      applies_to: hours.appliesTo ?? 'both',
      valid_from: hours.validFrom,
      valid_to: hours.validTo ?? null,
      week: storedWeek(hours.week),
      legal: hours.legal.trim(),
      recorded_by: officerId,
      recorded_at: now(),
    })
    await announce(tx, calendarChanged({ ...hours, date: hours.validFrom, agencyId, id }))
  })
  return id
}

interface Change {
  agencyId: number
  id: string
  date: LocalDate
  other?: LocalDate | undefined
  unitId?: string
}

/** A day, or from a day on the office hours, is another than it was. Promised dates are computed again, never earlier. */
export interface CalendarChanged {
  type: 'deadlines.calendar-changed'
  agencyId: number
  /** Of the record that changed it. */
  id: string
  date: LocalDate
  other: LocalDate | null
  unitId: string | null
}

function calendarChanged({ agencyId, id, date, other, unitId }: Change): CalendarChanged {
  return { type: 'deadlines.calendar-changed', agencyId, id, date, other: other ?? null, unitId: unitId ?? null }
}

function requireLegal(legal: string) {
  if (legal.trim() === '') throw new DomainError('deadlines.no-legal-basis')
}

function requireHours(sessions: readonly Session[]) {
  const problem = sessionProblem(sessions)
  if (problem) throw badHours(problem)
}

function badHours(problem: string): DomainError {
  return new DomainError('deadlines.bad-hours', { problem })
}
