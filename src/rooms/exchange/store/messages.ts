import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Composed } from '../adapter.ts'
import type { Destination, Message, MessageState, Reply } from '../message.ts'
import type { MessagesTable } from './tables.ts'

export function messageOf(row: Selectable<MessagesTable>): Message {
  return {
    agencyId: row.agency_id,
    id: row.id,
    direction: row.direction,
    destination: row.destination,
    service: row.service,
    contractVersion: row.contract_version,
    key: row.key,
    dossierId: row.dossier_id ?? undefined,
    ref: row.ref ?? undefined,
    seq: row.seq ?? undefined,
    payload: row.payload ?? undefined,
    proof: row.proof ?? undefined,
    state: row.state,
    attempts: row.attempts,
    puzzles: row.puzzles,
    // Infinity comes as a number: not due until another message was acknowledged.
    dueAt: row.due_at instanceof Date ? row.due_at : undefined,
    uncertain: row.uncertain,
    problem: row.problem ?? undefined,
    reasons: row.reasons ?? [],
    answer: row.answer ?? undefined,
    causedAt: row.caused_at,
    acknowledgedAt: row.acknowledged_at ?? undefined,
    settledBy: row.settled_by ?? undefined,
    settledReason: row.settled_reason ?? undefined,
  }
}

export interface Claim {
  destination: Destination
  at: Date
  leasedUntil: Date
  limit: number
}

/**
 * Takes the messages that may leave now, for as long as the lease lasts. Of a dossier one at a time, in the order of its
 * log: nothing passes a message before it that can still leave. A lease that ran out was an attempt whose end nobody saw.
 */
export async function claimMessages(tx: Tx, { destination, at, leasedUntil, limit }: Claim): Promise<Message[]> {
  const { rows } = await sql<Selectable<MessagesTable> & { repeats: boolean }>`
    with ready as (
      select m.agency_id, m.id, m.state from messages m
      where m.destination = ${destination} and m.direction = 'out' and m.due_at <= ${at}
        and (m.state = 'waiting' or (m.state = 'sent' and m.leased_until < ${at}))
        and not exists (
          select from messages earlier where earlier.agency_id = m.agency_id and earlier.destination = m.destination
            and earlier.dossier_id = m.dossier_id and (earlier.seq, earlier.place) < (m.seq, m.place)
            and earlier.state in ('waiting', 'sent') and earlier.due_at < 'infinity')
      order by m.due_at, m.id limit ${limit} for update of m skip locked
    )
    update messages m set state = 'sent', leased_until = ${leasedUntil}, attempts = m.attempts + 1,
      uncertain = m.uncertain or ready.state = 'sent'
    from ready where m.agency_id = ready.agency_id and m.id = ready.id
    returning m.*, exists (
      select from messages known where known.agency_id = m.agency_id and known.destination = m.destination
        and known.dossier_id = m.dossier_id and known.service = m.service and known.state = 'acknowledged') repeats`.execute(
    tx,
  )
  return rows.map((row) => ({ ...messageOf(row), repeats: row.repeats })).sort((one, other) => one.id - other.id)
}

/** Messages that needed another one to be acknowledged first are due, when it was: of one dossier, or of all. */
export async function wakeNeedy(
  tx: Tx,
  { destination, dossierId, at }: { destination?: Destination; dossierId?: string; at: Date },
): Promise<void> {
  await sql`update messages m set due_at = ${at}
    where m.state = 'waiting' and m.due_at = 'infinity'
      and (${destination ?? null}::text is null or m.destination = ${destination ?? null})
      and (${dossierId ?? null}::uuid is null or m.dossier_id = ${dossierId ?? null})
      and exists (
        select from messages known where known.agency_id = m.agency_id and known.destination = m.destination
          and known.dossier_id = m.dossier_id and known.service = m.needs and known.state = 'acknowledged')`.execute(tx)
}

/** How many attempts a destination has had since then. */
export async function countAttempts(tx: Tx, destination: Destination, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('message_attempts')
    .select((from) => from.fn.countAll<number>().as('count'))
    .where('destination', '=', destination)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function saveComposed(tx: Tx, id: number, { ref, payload, proof }: Composed): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ ref, payload: JSON.stringify(payload), proof: JSON.stringify(proof) })
    .where('id', '=', id)
    .execute()
}

export interface Outcome {
  state: MessageState
  puzzles?: number
  dueAt?: Date
  problem?: string | undefined
  uncertain?: boolean
  /** An attempt that was not made is not counted. */
  unattempted?: boolean
  reply?: Reply
  acknowledgedAt?: Date | undefined
}

export async function saveOutcome(tx: Tx, id: number, outcome: Outcome): Promise<void> {
  const { reply } = outcome
  const reasons = reply?.outcome === 'refused' ? JSON.stringify(reply.reasons) : null
  await tx
    .updateTable('messages')
    .set((column) => ({
      state: outcome.state,
      leased_until: null,
      problem: outcome.problem ?? null,
      ...(outcome.puzzles === undefined ? {} : { puzzles: outcome.puzzles }),
      ...(outcome.dueAt ? { due_at: outcome.dueAt } : {}),
      ...(outcome.uncertain === undefined ? {} : { uncertain: outcome.uncertain }),
      ...(outcome.unattempted ? { attempts: column('attempts', '-', 1) } : {}),
      ...(outcome.acknowledgedAt ? { acknowledged_at: outcome.acknowledgedAt } : {}),
      ...(reply ? { answer: reply.answer, reasons } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

export interface Attempt {
  at: Date
  milliseconds: number
  payloadHash: string
  reply: Reply
}

export async function insertAttempt(tx: Tx, message: Message, attempt: Attempt): Promise<void> {
  const { reply } = attempt
  await tx
    .insertInto('message_attempts')
    .values({
      agency_id: message.agencyId,
      message_id: message.id,
      number: message.attempts,
      destination: message.destination,
      at: attempt.at,
      milliseconds: attempt.milliseconds,
      outcome: reply.outcome,
      payload_hash: attempt.payloadHash,
      status: 'status' in reply ? (reply.status ?? null) : null,
      answer: reply.answer,
    })
    .execute()
}

/** What an acknowledged whole has said for them: earlier messages of the same service that did not get through. */
export async function supersedeEarlier(tx: Tx, message: Message): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ state: 'superseded', problem: 'said-by-a-later-one' })
    .where('destination', '=', message.destination)
    .where('dossier_id', '=', message.dossierId ?? null)
    .where('service', '=', message.service)
    .where('seq', '<', message.seq ?? 0)
    .where('state', 'in', ['refused', 'dead'])
    .execute()
}

/** Messages that needed one which will never be said are not said either. */
export async function supersedeNeedy(
  tx: Tx,
  { destination, dossierId, service }: Message,
  problem: string,
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ state: 'superseded', problem })
    .where('destination', '=', destination)
    .where('dossier_id', '=', dossierId ?? null)
    .where('needs', '=', service)
    .where('state', '=', 'waiting')
    .execute()
}

export async function listStatusCodes(
  tx: Tx,
  { destination, contractVersion }: Pick<Message, 'destination' | 'contractVersion'>,
  on: string,
): Promise<ReadonlyMap<string, { code: string; name: string }>> {
  const rows = await tx
    .selectFrom('exchange_status_codes')
    .select(['status', 'code', 'name'])
    .where('destination', '=', destination)
    .where('contract_version', '=', contractVersion)
    .where('in_force_from', '<=', on)
    .where((or) => or.or([or('in_force_to', 'is', null), or('in_force_to', '>', on)]))
    .execute()
  return new Map(rows.map(({ status, code, name }) => [status, { code, name }]))
}
