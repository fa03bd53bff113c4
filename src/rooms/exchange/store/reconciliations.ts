import type { Generated } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Cause, Difference, DivergenceCause, DivergenceField, Period } from '../divergence.ts'
import type { Destination, Message } from '../message.ts'
import { messageOf } from './messages.ts'

interface ReconciliationsTable {
  agency_id: number
  id: string
  destination: Destination
  from_at: Date
  to_at: Date
  started_at: Date
  ended_at: Date | null
  compared: Generated<number>
  diverging: Generated<number>
  problem: string | null
}

interface DivergencesTable {
  agency_id: number
  reconciliation_id: string
  number: number
  ref: string
  dossier_id: string | null
  field: DivergenceField
  ours: string | null
  theirs: string | null
  cause: DivergenceCause
  message_id: number | null
  problem: string | null
  since: Date | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    reconciliations: ReconciliationsTable
    divergences: DivergencesTable
  }
}

export interface NewDivergence extends Difference, Cause {
  ref: string
  dossierId: string | undefined
}

export interface Reconciliation extends Period {
  agencyId: number
  id: string
  destination: Destination
  startedAt: Date
  endedAt: Date | undefined
  compared: number
  diverging: number
  problem: string | undefined
}

export async function insertReconciliation(
  tx: Tx,
  one: Pick<Reconciliation, 'agencyId' | 'id' | 'destination' | 'from' | 'to' | 'startedAt'>,
): Promise<void> {
  await tx
    .insertInto('reconciliations')
    .values({
      agency_id: one.agencyId,
      id: one.id,
      destination: one.destination,
      from_at: one.from,
      to_at: one.to,
      started_at: one.startedAt,
    })
    .execute()
}

export async function endReconciliation(
  tx: Tx,
  id: string,
  end: { compared: number; divergences: readonly NewDivergence[]; problem?: string; endedAt: Date },
): Promise<void> {
  const diverging = new Set(end.divergences.map(({ ref }) => ref)).size
  await tx
    .updateTable('reconciliations')
    .set({ ended_at: end.endedAt, compared: end.compared, diverging, problem: end.problem ?? null })
    .where('id', '=', id)
    .execute()
}

const AT_ONCE = 1000

export async function insertDivergences(
  tx: Tx,
  { agencyId, id }: { agencyId: number; id: string },
  found: readonly NewDivergence[],
): Promise<void> {
  const rows = found.map((one, index) => ({
    agency_id: agencyId,
    reconciliation_id: id,
    number: index + 1,
    ref: one.ref,
    dossier_id: one.dossierId ?? null,
    field: one.field,
    ours: one.ours ?? null,
    theirs: one.theirs ?? null,
    cause: one.cause,
    message_id: one.messageId ?? null,
    problem: one.problem ?? null,
    since: one.since ?? null,
  }))
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx
      .insertInto('divergences')
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
  }
}

/** Dossiers of which something was to be told in the period. */
export async function listTold(tx: Tx, destination: Destination, { from, to }: Period): Promise<string[]> {
  const rows = await tx
    .selectFrom('messages')
    .select('dossier_id')
    .distinct()
    .where('destination', '=', destination)
    .where('direction', '=', 'out')
    .where('caused_at', '>=', from)
    .where('caused_at', '<', to)
    .where('dossier_id', 'is not', null)
    .orderBy('dossier_id')
    .execute()
  return rows.flatMap(({ dossier_id: id }) => (id === null ? [] : [id]))
}

/** All messages of a dossier to a destination, in the order of its log. */
export async function listLane(
  tx: Tx,
  { dossierId, destination }: { dossierId: string; destination: Destination },
): Promise<Message[]> {
  const rows = await tx
    .selectFrom('messages')
    .selectAll()
    .where('destination', '=', destination)
    .where('dossier_id', '=', dossierId)
    .orderBy('seq')
    .orderBy('place')
    .execute()
  return rows.map(messageOf)
}

/** The newest first. */
export async function listReconciliations(tx: Tx, destination: Destination, limit = 30): Promise<Reconciliation[]> {
  const rows = await tx
    .selectFrom('reconciliations')
    .selectAll()
    .where('destination', '=', destination)
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    agencyId: row.agency_id,
    id: row.id,
    destination: row.destination,
    from: row.from_at,
    to: row.to_at,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    compared: row.compared,
    diverging: row.diverging,
    problem: row.problem ?? undefined,
  }))
}

export async function listDivergences(
  tx: Tx,
  reconciliationId: string,
  { after = 0, limit = 10_000 }: { after?: number; limit?: number } = {},
): Promise<(NewDivergence & { number: number })[]> {
  const rows = await tx
    .selectFrom('divergences')
    .selectAll()
    .where('reconciliation_id', '=', reconciliationId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    ref: row.ref,
    dossierId: row.dossier_id ?? undefined,
    field: row.field,
    ours: row.ours ?? undefined,
    theirs: row.theirs ?? undefined,
    cause: row.cause,
    ...(row.message_id === null ? {} : { messageId: row.message_id }),
    problem: row.problem ?? undefined,
    ...(row.since === null ? {} : { since: row.since }),
  }))
}
