import { sql } from 'kysely'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { FieldReason, Message, Payload } from '../../message.ts'
import { messageOf } from '../../store/messages.ts'
import type { Envelope } from '../envelope.ts'

declare module '#platform/db/index.ts' {
  interface Tables {
    inbound_files: { agency_id: number; message_id: number; place: number; document_id: string | null }
  }
}

const PORTAL = 'national-portal' as const
export const INBOUND_VERSION = '1.4'

/** A call of the national portal, as the ledger keeps it. */
export interface Call {
  agencyId: number
  service: string
  /** One call, one key: service and code of the dossier. */
  key: string
  ref: string | undefined
  payload: Payload
}

function columns(call: Call) {
  const at = now()
  return {
    ...{ agency_id: call.agencyId, direction: 'in' as const, destination: PORTAL, service: call.service },
    ...{ contract_version: INBOUND_VERSION, key: call.key, ref: call.ref ?? null, caused_at: at },
    payload: JSON.stringify(call.payload),
    // Nothing that came in is ever sent: no sender need look at it.
    due_at: sql<Date>`'infinity'`,
    attempts: 1,
  } as const
}

export async function findCall(tx: Tx, key: string): Promise<Message | undefined> {
  const of = tx.selectFrom('messages').selectAll().where('destination', '=', PORTAL).where('key', '=', key)
  const row = await of.executeTakeFirst()
  return row && messageOf(row)
}

export async function lockCall(tx: Tx, id: number): Promise<Message | undefined> {
  const row = await tx.selectFrom('messages').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && messageOf(row)
}

/** Keeps a call that is being answered. Undefined when the same was kept before; waits for one that is being kept. */
export async function insertCall(tx: Tx, call: Call): Promise<number | undefined> {
  const row = await tx
    .insertInto('messages')
    .values({ ...columns(call), state: 'waiting' })
    .onConflict((conflict) => conflict.columns(['agency_id', 'destination', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Its answer for good: a second delivery is answered from here. */
export async function answerCall(
  tx: Tx,
  id: number,
  { dossierId, answer }: { dossierId?: string | undefined; answer: Envelope },
): Promise<void> {
  const at = now()
  await tx
    .updateTable('messages')
    .set({
      ...{ state: 'acknowledged', acknowledged_at: at, due_at: at, problem: null },
      ...{ dossier_id: dossierId ?? null, answer: JSON.stringify(answer) },
    })
    .where('id', '=', id)
    .execute()
}

/** It is accepted, and something is still on its way. */
export async function keepWaiting(tx: Tx, id: number, { answer, problem }: { answer: Envelope; problem: string }) {
  await tx
    .updateTable('messages')
    .set({ answer: JSON.stringify(answer), problem })
    .where('id', '=', id)
    .execute()
}

export async function refuseWaiting(
  tx: Tx,
  id: number,
  { answer, reasons }: { answer: Envelope; reasons: readonly FieldReason[] },
): Promise<void> {
  const said = { answer: JSON.stringify(answer), reasons: JSON.stringify(reasons) }
  await tx
    .updateTable('messages')
    .set({ state: 'refused', problem: 'refused', due_at: now(), ...said })
    .where('id', '=', id)
    .execute()
}

/** Keeps a call that was refused; the same one again is one more attempt. */
export async function insertRefused(
  tx: Tx,
  call: Call,
  { answer, reasons }: { answer: Envelope; reasons: readonly FieldReason[] },
): Promise<void> {
  const said = { answer: JSON.stringify(answer), reasons: JSON.stringify(reasons) }
  await tx
    .insertInto('messages')
    .values({ ...columns(call), state: 'refused', due_at: now(), problem: 'refused', ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'destination', 'key'])
        .doUpdateSet((column) => ({ ...said, attempts: column('messages.attempts', '+', 1) })),
    )
    .execute()
}

export async function listFiles(tx: Tx, messageId: number): Promise<(string | undefined)[]> {
  const rows = await tx
    .selectFrom('inbound_files')
    .select(['place', 'document_id'])
    .where('message_id', '=', messageId)
    .orderBy('place')
    .execute()
  return rows.map(({ document_id }) => document_id ?? undefined)
}

/** Which files are here, in the order of the message. */
export async function saveFiles(
  tx: Tx,
  { agencyId, messageId }: { agencyId: number; messageId: number },
  documents: readonly (string | undefined)[],
): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map((id, place) => ({
    ...{ agency_id: agencyId, message_id: messageId, place, document_id: id ?? null },
  }))
  await tx
    .insertInto('inbound_files')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'message_id', 'place'])
        .doUpdateSet((column) => ({ document_id: column.ref('excluded.document_id') })),
    )
    .execute()
}

/** Whether the portal was told about this dossier. */
export async function isToldTo(tx: Tx, dossierId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('destination', '=', PORTAL)
    .where('dossier_id', '=', dossierId)
    .where('state', 'in', ['sent', 'acknowledged'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
