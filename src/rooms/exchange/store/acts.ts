import { type Selectable, sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Destination, Message } from '../message.ts'
import { messageOf } from './messages.ts'
import type { MessagesTable } from './tables.ts'

export type ActKind = 'replayed' | 'hastened' | 'settled' | 'read' | 'paused' | 'resumed'

/** About the connection itself: what they did stands in `reason`. */
export type SettingKind = 'connected' | 'tuned'

interface ExchangeActsTable {
  agency_id: number
  id: string
  at: Date
  act: ActKind | SettingKind
  officer_id: string | null
  destination: Destination
  message_id: number | null
  reason: string | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    exchange_acts: ExchangeActsTable
  }
}

/** What somebody did, and why. `officerId` is undefined at the command line. */
export interface Act {
  act: ActKind
  at: Date
  officerId: string | undefined
  reason: string | undefined
}

export interface NewAct extends Omit<Act, 'act'> {
  act: ActKind | SettingKind
  agencyId: number
  destination: Destination
  /** Left out when the act was about the connection. */
  messageId?: number
}

export async function insertActs(tx: Tx, acts: readonly NewAct[]): Promise<void> {
  if (acts.length === 0) return
  const rows = acts.map(({ agencyId, act, at, officerId, destination, messageId, reason }) => ({
    ...{ agency_id: agencyId, id: newId(), act, at, destination },
    officer_id: officerId ?? null,
    message_id: messageId ?? null,
    reason: reason || null,
  }))
  await tx.insertInto('exchange_acts').values(rows).execute()
}

function actOf(row: Pick<Selectable<ExchangeActsTable>, 'act' | 'at' | 'officer_id' | 'reason'>): Act {
  return {
    act: row.act as ActKind,
    at: row.at,
    officerId: row.officer_id ?? undefined,
    reason: row.reason ?? undefined,
  }
}

/** What was done with a message, newest first. */
export async function listActs(tx: Tx, { agencyId, id }: Pick<Message, 'agencyId' | 'id'>): Promise<Act[]> {
  const rows = await tx
    .selectFrom('exchange_acts')
    .select(['act', 'at', 'officer_id', 'reason'])
    .where('agency_id', '=', agencyId)
    .where('message_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map(actOf)
}

/** The last act about the connection itself that is one of these. */
async function lastOf(tx: Tx, of: { agencyId: number; destination: Destination }, kinds: (ActKind | SettingKind)[]) {
  return tx
    .selectFrom('exchange_acts')
    .select(['act', 'at', 'officer_id', 'reason'])
    .where('agency_id', '=', of.agencyId)
    .where('destination', '=', of.destination)
    .where('message_id', 'is', null)
    .where('act', 'in', kinds)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Who last paused or resumed a connection. */
export async function lastAct(tx: Tx, agencyId: number, destination: Destination): Promise<Act | undefined> {
  const row = await lastOf(tx, { agencyId, destination }, ['paused', 'resumed'])
  return row && actOf(row)
}

/** Who last connected it or changed its settings, and to what. */
export async function lastTuning(
  tx: Tx,
  agencyId: number,
  destination: Destination,
): Promise<Omit<Act, 'act'> | undefined> {
  const row = await lastOf(tx, { agencyId, destination }, ['connected', 'tuned'])
  return row && actOf(row)
}

/** A message under lock, with what its dossier’s other messages mean for it. */
export interface Held extends Message {
  /** A later message of the same service has left or arrived. */
  laterWent: boolean
}

/**
 * Locks the messages, and what still has to leave of the same dossiers, so that nothing newer leaves meanwhile. It never
 * waits: a dossier of which the sender holds a message at this moment is left out, and deadlocks cannot be.
 */
export async function holdMessages(tx: Tx, agencyId: number, ids: readonly number[]): Promise<Held[]> {
  const wanted = [...ids]
  const { rows: lane } = await sql<{ id: number; lane: string }>`
    select m.id, coalesce(m.destination || ' ' || m.dossier_id, m.id::text) lane from messages m
    where m.agency_id = ${agencyId} and m.id = any(${wanted}::bigint[])
    union
    select m.id, m.destination || ' ' || m.dossier_id from messages target
    join messages m on m.agency_id = target.agency_id and m.destination = target.destination
      and m.dossier_id = target.dossier_id
    where target.agency_id = ${agencyId} and target.id = any(${wanted}::bigint[])
      and m.state in ('waiting', 'sent')`.execute(tx)
  const { rows: got } = await sql<{ id: number }>`
    select m.id from messages m where m.agency_id = ${agencyId} and m.id = any(${lane.map(({ id }) => id)}::bigint[])
    order by m.id for update skip locked`.execute(tx)
  const held = new Set(got.map(({ id }) => id))
  const busy = new Set(lane.filter(({ id }) => !held.has(id)).map((one) => one.lane))
  const free = new Set(lane.filter((one) => !busy.has(one.lane)).map(({ id }) => id))
  return readHeld(
    tx,
    agencyId,
    wanted.filter((id) => free.has(id)),
  )
}

/** The same without locks, to say beforehand what could be done. */
export async function readHeld(tx: Tx, agencyId: number, ids: readonly number[]): Promise<Held[]> {
  const { rows } = await sql<Selectable<MessagesTable> & { later_went: boolean }>`
    select m.*, exists (
        select from messages later where later.agency_id = m.agency_id and later.destination = m.destination
          and later.dossier_id = m.dossier_id and later.service = m.service
          and (later.seq, later.place) > (m.seq, m.place) and later.state in ('sent', 'acknowledged')) later_went
    from messages m where m.agency_id = ${agencyId} and m.id = any(${[...ids]}::bigint[])
    order by m.id`.execute(tx)
  return rows.map((row) => ({ ...messageOf(row), laterWent: row.later_went }))
}

/** They are composed anew when they leave. The attempts that were made stay, and are counted on. */
export async function saveReplayed(tx: Tx, agencyId: number, { ids, at }: { ids: readonly number[]; at: Date }) {
  if (ids.length === 0) return
  await sql`update messages m set state = 'waiting', payload = null, proof = null, puzzles = 0, problem = null,
      reasons = null, answer = null, leased_until = null, settled_by = null, settled_reason = null,
      due_at = case when m.needs is null or exists (
        select from messages known where known.agency_id = m.agency_id and known.destination = m.destination
          and known.dossier_id = m.dossier_id and known.service = m.needs and known.state = 'acknowledged')
        then ${at}::timestamptz else 'infinity' end
    where m.agency_id = ${agencyId} and m.id = any(${[...ids]}::bigint[])`.execute(tx)
}

/** They are due now. One that may have arrived says again what it said; any other is composed anew. */
export async function saveHastened(tx: Tx, agencyId: number, { ids, at }: { ids: readonly number[]; at: Date }) {
  if (ids.length === 0) return
  await sql`update messages m set due_at = ${at},
      payload = case when m.uncertain then m.payload end, proof = case when m.uncertain then m.proof end
    where m.agency_id = ${agencyId} and m.id = any(${[...ids]}::bigint[])`.execute(tx)
}

export async function saveSettled(
  tx: Tx,
  agencyId: number,
  { ids, officerId, reason }: { ids: readonly number[]; officerId: string | undefined; reason: string },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('messages')
    .set({ state: 'settled', settled_by: officerId ?? null, settled_reason: reason, leased_until: null })
    .where('agency_id', '=', agencyId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Pauses a connection or lets it go on; false when it was not in the state it is to leave. */
export async function switchConnection(
  tx: Tx,
  { agencyId, destination }: { agencyId: number; destination: Destination },
  to: 'on' | 'paused',
): Promise<boolean> {
  const rested = to === 'on' ? { rests_until: null, failures: 0 } : {}
  const { numUpdatedRows } = await tx
    .updateTable('connections')
    .set({ state: to, ...rested })
    .where('agency_id', '=', agencyId)
    .where('destination', '=', destination)
    .where('state', '=', to === 'on' ? 'paused' : 'on')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
