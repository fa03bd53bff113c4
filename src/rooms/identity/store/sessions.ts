import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { now } from '#platform/clock/index.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import { LASTS, minutesAfter, type Session } from '../session.ts'
import './tables.ts'

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function sessionOf(row: Selectable<Tables['sessions']>): Session {
  return {
    agencyId: row.agency_id,
    idHash: row.id_hash,
    kind: row.kind,
    ownerId: row.person_id ?? row.officer_id ?? '',
    assurance: row.assurance ?? undefined,
    idToken: row.id_token,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    authenticatedAt: row.authenticated_at,
    secondFactorAt: row.second_factor_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    limitedTo: row.limited_to ?? undefined,
  }
}

export type NewSession = Pick<Session, 'agencyId' | 'idHash' | 'kind' | 'ownerId' | 'assurance' | 'idToken'> & {
  authenticatedAt: Date
  limitedTo?: string
}

export async function insertSession(tx: Tx, session: NewSession): Promise<Session> {
  const moment = now()
  const row = await tx
    .insertInto('sessions')
    .values({
      agency_id: session.agencyId,
      id_hash: session.idHash,
      kind: session.kind,
      person_id: session.kind === 'citizen' ? session.ownerId : null,
      officer_id: session.kind === 'officer' ? session.ownerId : null,
      assurance: session.assurance ?? null,
      id_token: session.idToken,
      created_at: moment,
      last_seen_at: moment,
      expires_at: minutesAfter(moment, LASTS.absoluteHours * 60),
      authenticated_at: session.authenticatedAt,
      second_factor_at: null,
      ended_at: null,
      limited_to: session.limitedTo ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return sessionOf(row)
}

/** A session by the hash of its cookie, also one that has ended or run out, with the name of the person it is of. */
export async function findSession(tx: Tx, idHash: Buffer): Promise<(Session & { personName: string }) | undefined> {
  const row = await tx
    .selectFrom('sessions')
    .leftJoin('persons', (join) =>
      join.onRef('persons.agency_id', '=', 'sessions.agency_id').onRef('persons.id', '=', 'sessions.person_id'),
    )
    .selectAll('sessions')
    .select('persons.name as personName')
    .where('id_hash', '=', idHash)
    .executeTakeFirst()
  return row && { ...sessionOf(row), personName: row.personName ?? '' }
}

export async function touchSession(tx: Tx, idHash: Buffer): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_seen_at: now() })
    .where('id_hash', '=', idHash)
    .where('ended_at', 'is', null)
    .execute()
}

/** The same session under another id, with the second factor: the old cookie is worth nothing from here on. */
export async function raiseSession(tx: Tx, from: Buffer, to: Buffer): Promise<void> {
  const moment = now()
  await tx
    .updateTable('sessions')
    .set({ id_hash: to, second_factor_at: moment, last_seen_at: moment })
    .where('id_hash', '=', from)
    .where('ended_at', 'is', null)
    .execute()
}

export async function endSession(tx: Tx, idHash: Buffer): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now() })
    .where('id_hash', '=', idHash)
    .where('ended_at', 'is', null)
    .execute()
}

function sessionsOf(tx: Tx, owner: Pick<Session, 'kind' | 'ownerId'>) {
  const column = owner.kind === 'citizen' ? 'person_id' : 'officer_id'
  return { tx, column, id: owner.ownerId } as const
}

/** Every open session of one person or officer, newest use first. */
export async function listSessions(tx: Tx, owner: Pick<Session, 'kind' | 'ownerId'>): Promise<Session[]> {
  const { column, id } = sessionsOf(tx, owner)
  const moment = now()
  const rows = await tx
    .selectFrom('sessions')
    .selectAll()
    .where(column, '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', moment)
    .where('last_seen_at', '>', minutesAfter(moment, -LASTS.idleMinutes))
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map(sessionOf)
}

/** Signs a person or officer out in every browser. */
export async function endAllSessions(tx: Tx, owner: Pick<Session, 'kind' | 'ownerId'>): Promise<void> {
  const { column, id } = sessionsOf(tx, owner)
  await tx
    .updateTable('sessions')
    .set({ ended_at: now() })
    .where(column, '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
