import type { Selectable } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Role } from '#kernel/viewer.ts'
import { now, today } from '#platform/clock/index.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { listPositions } from '#rooms/agencies/index.ts'
import type { NewOfficer, OfficerAppointment, OfficerRecord } from '../officer.ts'
import './tables.ts'

type Row = Selectable<Tables['officers']>

function appointmentsOn(tx: Tx, on: LocalDate) {
  return tx
    .selectFrom('officer_appointments')
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
}

/** What each of the officers is appointed to on a day. */
export async function listAppointments(
  tx: Tx,
  officerIds: readonly string[],
  on: LocalDate = today(),
): Promise<Map<string, OfficerAppointment[]>> {
  const found = new Map<string, OfficerAppointment[]>(officerIds.map((id) => [id, []]))
  if (officerIds.length === 0) return found
  const theirs = appointmentsOn(tx, on).where('officer_id', 'in', [...officerIds])
  const [rows, positions] = await Promise.all([
    theirs.select(['officer_id', 'position_id']).execute(),
    listPositions(tx, { ids: theirs.select('position_id').$asScalar() }),
  ])
  for (const position of positions) {
    const { id, unitId, unitCode, title, roles } = position
    for (const row of rows) {
      if (row.position_id === id) found.get(row.officer_id)?.push({ positionId: id, unitId, unitCode, title, roles })
    }
  }
  return found
}

function officerOf(row: Row, appointments: readonly OfficerAppointment[]): OfficerRecord {
  return {
    id: row.id,
    agencyId: row.agency_id,
    subject: row.subject,
    name: row.name,
    email: row.email ?? undefined,
    disabledAt: row.disabled_at ?? undefined,
    lastSeenAt: row.last_seen_at,
    appointments,
  }
}

async function withAppointments(tx: Tx, rows: Row[]): Promise<OfficerRecord[]> {
  const appointments = await listAppointments(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => officerOf(row, appointments.get(row.id) ?? []))
}

/** An officer with today's appointments, also a disabled one. Throws NotFound. */
export async function getOfficer(tx: Tx, officerId: string): Promise<OfficerRecord> {
  const [row, appointments] = await Promise.all([
    tx.selectFrom('officers').selectAll().where('id', '=', officerId).executeTakeFirst(),
    listAppointments(tx, [officerId]),
  ])
  if (!row) throw new NotFound('identity.no-such-officer')
  return officerOf(row, appointments.get(officerId) ?? [])
}

export async function findOfficerBySubject(tx: Tx, subject: string): Promise<OfficerRecord | undefined> {
  const rows = await tx.selectFrom('officers').selectAll().where('subject', '=', subject).execute()
  const [officer] = await withAppointments(tx, rows)
  return officer
}

/** Active officers who hold the role at the unit today, or at any unit when none is named; by name. */
export async function listOfficersWith(tx: Tx, role: Role, unitId?: string): Promise<OfficerRecord[]> {
  const rows = await tx
    .selectFrom('officers')
    .selectAll()
    .where('disabled_at', 'is', null)
    .where('id', 'in', appointmentsOn(tx, today()).select('officer_id'))
    .orderBy('name')
    .orderBy('id')
    .execute()
  const officers = await withAppointments(tx, rows)
  return officers.filter(({ appointments }) =>
    appointments.some((at) => at.roles.includes(role) && (unitId === undefined || at.unitId === unitId)),
  )
}

/** The officer's name, also of one who has left. Throws NotFound. */
export async function officerName(tx: Tx, officerId: string): Promise<string> {
  const row = await tx.selectFrom('officers').select('name').where('id', '=', officerId).executeTakeFirst()
  if (!row) throw new NotFound('identity.no-such-officer')
  return row.name
}

/** Names of those among these officers who are known, also of those who have left. */
export async function officerNames(tx: Tx, officerIds: readonly string[]): Promise<Map<string, string>> {
  if (officerIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('officers')
    .select(['id', 'name'])
    .where('id', 'in', [...officerIds])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Opens an account, bound to the agency of the transaction. Returns its id. */
export async function addOfficer(tx: Tx, agencyId: number, officer: NewOfficer): Promise<string> {
  const id = officer.id ?? newId()
  const { subject, name, email } = officer
  await tx
    .insertInto('officers')
    .values({
      agency_id: agencyId,
      id,
      subject,
      name,
      email: email ?? null,
      disabled_at: null,
      disabled_because: null,
      last_seen_at: now(),
      failed_factors: 0,
      factors_locked_until: null,
    })
    .execute()
  return id
}

/** Appoints an officer to a position from a day on. */
export async function appoint(
  tx: Tx,
  agencyId: number,
  { officerId, positionId, from = today() }: { officerId: string; positionId: string; from?: LocalDate },
): Promise<void> {
  await tx
    .insertInto('officer_appointments')
    .values({ agency_id: agencyId, officer_id: officerId, position_id: positionId, valid_from: from, valid_to: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Disables an account, or opens it again counting the 45 days from now. */
export async function setDisabled(tx: Tx, officerId: string, because: 'inactive' | 'left' | undefined): Promise<void> {
  const moment = now()
  await tx
    .updateTable('officers')
    .set(
      because
        ? { disabled_at: moment, disabled_because: because }
        : { disabled_at: null, disabled_because: null, last_seen_at: moment },
    )
    .where('id', '=', officerId)
    .execute()
}

export async function noteOfficerSeen(tx: Tx, officerId: string): Promise<void> {
  await tx.updateTable('officers').set({ last_seen_at: now() }).where('id', '=', officerId).execute()
}

export interface Signatory {
  /** User id at the signing gateway. */
  userId: string
  name: string
  /** Title of the position at the unit. */
  title: Bilingual
}

/**
 * The officer as the one who signs for a unit: the subject the gateway knows, and the title under the signature.
 * Undefined when the account is disabled or no appointment there makes the officer an approver.
 */
export async function findOfficerForSigning(tx: Tx, officerId: string, unitId: string): Promise<Signatory | undefined> {
  const { subject, name, disabledAt, appointments } = await getOfficer(tx, officerId)
  const at = appointments.find((each) => each.unitId === unitId && each.roles.includes('approver'))
  return disabledAt || !at ? undefined : { userId: subject, name, title: at.title }
}
