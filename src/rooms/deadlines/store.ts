import { type Selectable, sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import { listUnits, type Unit } from '#rooms/agencies/index.ts'
import type { Decision, Holiday } from './calendar-day.ts'
import { formatTime, type OfficeHours, parseTime, type Session, type WeekHours } from './office-hours.ts'
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts'

/** Which of an agency's two calendars a record is about: the one that counts limits, or the one that receives people. */
export type AppliesTo = 'deadline' | 'reception' | 'both'

type StoredSession = [string, string]

interface NationalDecisionsTable {
  id: string
  kind: Exclude<Decision['kind'], 'special-hours'>
  decided_on: LocalDate
  holiday: Holiday | null
  other_on: LocalDate | null
  note: string | null
  legal: string
  revokes: string | null
  recorded_by: string
  recorded_at: Date
}

interface AgencyDecisionsTable {
  agency_id: number
  id: string
  unit_id: string | null
  applies_to: AppliesTo
  kind: 'swap-off' | 'swap-work' | 'special-hours' | 'closure'
  decided_on: LocalDate
  other_on: LocalDate | null
  hours: StoredSession[] | null
  note: string | null
  legal: string
  revokes: string | null
  recorded_by: string
  recorded_at: Date
}

interface OfficeHoursTable {
  agency_id: number
  id: string
  unit_id: string | null
  applies_to: AppliesTo
  valid_from: LocalDate
  valid_to: LocalDate | null
  week: StoredSession[][]
  legal: string
  recorded_by: string
  recorded_at: Date
}

declare module '#platform/db/index.ts' {
  interface Tables {
    national_calendar_decisions: NationalDecisionsTable
    agency_calendar_decisions: AgencyDecisionsTable
    office_hours: OfficeHoursTable
  }
}

export type DecisionRow = Selectable<Tables['agency_calendar_decisions']>

interface Loaded {
  version: string
  calendar: WorkingCalendar
}

const loaded = new Map<string, Loaded>()

/**
 * The calendar that counts the limits of an agency or, with `unitId`, of one of its units. Kept in memory and made
 * anew only when a record was added: one small query otherwise. Records are only ever added, so their ids say it all.
 */
export function loadCalendar(tx: Tx, agencyId: number, unitId?: string): Promise<WorkingCalendar> {
  return load(tx, agencyId, { unitId, purpose: 'deadline' })
}

/** The calendar of the counter: when people are received, which may include a Saturday morning that counts for nothing. */
export function loadReceptionCalendar(tx: Tx, agencyId: number, unitId?: string): Promise<WorkingCalendar> {
  return load(tx, agencyId, { unitId, purpose: 'reception' })
}

interface Which {
  unitId: string | undefined
  purpose: 'deadline' | 'reception'
}

async function load(tx: Tx, agencyId: number, which: Which): Promise<WorkingCalendar> {
  const key = `${agencyId}/${which.unitId ?? ''}/${which.purpose}`
  const version = await currentVersion(tx)
  const known = loaded.get(key)
  if (known?.version === version) return known.calendar

  const path = pathTo(await listUnits(tx, agencyId), which.unitId)
  const [national, own, hours] = [await nationalDecisions(tx), await agencyDecisions(tx), await officeHours(tx)]
  const depth = (unitId: string | null) => (unitId === null ? 0 : path.findIndex(({ id }) => id === unitId))
  const mine = <T extends { unit_id: string | null; applies_to: AppliesTo }>(rows: T[]) =>
    rows
      .filter((row) => depth(row.unit_id) >= 0 && ['both', which.purpose].includes(row.applies_to))
      .sort((one, other) => depth(one.unit_id) - depth(other.unit_id))

  const calendar = workingCalendar({
    owner: path.at(-1)?.name ?? { vi: 'cơ quan', en: 'the agency' },
    version,
    national: withoutRevoked(national).map(decisionOf),
    own: mine(withoutRevoked(own)).map(decisionOf),
    hours: mine(hours).map(hoursOf),
  })
  loaded.set(key, { version, calendar })
  return calendar
}

async function currentVersion(tx: Tx): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select md5(coalesce(string_agg(id::text, ',' order by id), '')) as version from (
      select id from national_calendar_decisions
      union all select id from agency_calendar_decisions
      union all select id from office_hours
    ) records`.execute(tx)
  return `2026.1-${rows[0]?.version.slice(0, 12)}`
}

/** From the root down to the unit; the root alone when no unit is named. */
function pathTo(units: readonly Unit[], unitId: string | undefined): Unit[] {
  const path: Unit[] = []
  let unit = units.find(({ id, parentId }) => (unitId ? id === unitId : parentId === undefined))
  while (unit) {
    const parentId: string | undefined = unit.parentId
    path.unshift(unit)
    unit = parentId ? units.find(({ id }) => id === parentId) : undefined
  }
  return path
}

function nationalDecisions(tx: Tx) {
  return tx.selectFrom('national_calendar_decisions').selectAll().orderBy('recorded_at').orderBy('id').execute()
}

function agencyDecisions(tx: Tx) {
  return tx.selectFrom('agency_calendar_decisions').selectAll().orderBy('recorded_at').orderBy('id').execute()
}

function officeHours(tx: Tx) {
  return tx.selectFrom('office_hours').selectAll().orderBy('recorded_at').orderBy('id').execute()
}

function withoutRevoked<T extends { id: string; revokes: string | null }>(rows: T[]): T[] {
  const revoked = new Set(rows.map(({ revokes }) => revokes))
  return rows.filter(({ id, revokes }) => revokes === null && !revoked.has(id))
}

function decisionOf(row: Selectable<NationalDecisionsTable> | DecisionRow): Decision {
  const { kind, decided_on, other_on, note, legal } = row
  return {
    kind,
    date: decided_on,
    other: other_on ?? undefined,
    note: note ?? undefined,
    legal,
    ...('holiday' in row ? { holiday: row.holiday ?? undefined } : { hours: row.hours?.map(sessionOf) }),
  }
}

function hoursOf(row: Selectable<OfficeHoursTable>): OfficeHours {
  return {
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    week: row.week.map((sessions) => sessions.map(sessionOf)),
  }
}

function sessionOf([from, to]: StoredSession): Session {
  return { from: parseTime(from) ?? 0, to: parseTime(to) ?? 0 }
}

/** Sessions as they are stored: `[["07:30", "11:30"]]`. */
export function storedSessions(sessions: readonly Session[]): StoredSession[] {
  return sessions.map(({ from, to }) => [formatTime(from), formatTime(to)])
}

export function storedWeek(week: WeekHours): StoredSession[][] {
  return week.map(storedSessions)
}

export async function insertNationalDecision(tx: Tx, row: Selectable<NationalDecisionsTable>): Promise<void> {
  await tx.insertInto('national_calendar_decisions').values(row).execute()
}

export async function insertAgencyDecision(tx: Tx, row: DecisionRow): Promise<void> {
  const hours = row.hours && JSON.stringify(row.hours)
  await tx
    .insertInto('agency_calendar_decisions')
    .values({ ...row, hours: sql`${hours}::jsonb` })
    .execute()
}

export async function insertOfficeHours(tx: Tx, row: Selectable<OfficeHoursTable>): Promise<void> {
  await tx
    .insertInto('office_hours')
    .values({ ...row, week: sql`${JSON.stringify(row.week)}::jsonb` })
    .execute()
}
