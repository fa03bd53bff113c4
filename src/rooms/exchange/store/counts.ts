import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Counts } from '../adapter.ts'
import type { Period } from '../divergence.ts'
import type { Destination, Message, MessageState } from '../message.ts'
import { messageOf } from './messages.ts'

interface Asked {
  agencyId: number
  destination: Destination
  period: Period
}

/** Dossiers by status that the other side acknowledged in the period: each once, as it counts them. */
export async function countAcknowledged(tx: Tx, { agencyId, destination, period }: Asked): Promise<Counts> {
  const { rows } = await sql<{ code: string; count: number }>`
    select payload ->> 'Status' as code, count(distinct ref)::int as count from messages
    where agency_id = ${agencyId} and destination = ${destination} and direction = 'out' and state = 'acknowledged'
      and acknowledged_at >= ${period.from} and acknowledged_at < ${period.to} and payload ? 'Status'
    group by 1`.execute(tx)
  return new Map(rows.map(({ code, count }) => [code, count]))
}

const UNTOLD: readonly MessageState[] = ['waiting', 'sent', 'refused', 'dead', 'settled']

/** Acts of the period of which the other side knows nothing, by where they stand, each with the oldest. */
export async function listUntold(
  tx: Tx,
  { agencyId, destination, period }: Asked,
): Promise<{ oldest: Message; count: number }[]> {
  const rows = await tx
    .selectFrom('messages')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('id').as('oldest')])
    .where('agency_id', '=', agencyId)
    .where('destination', '=', destination)
    .where('direction', '=', 'out')
    .where('state', 'in', UNTOLD)
    .where('caused_at', '>=', period.from)
    .where('caused_at', '<', period.to)
    .groupBy('state')
    .orderBy('state')
    .execute()
  return Promise.all(
    rows.map(async ({ count, oldest }) => {
      const row = await tx.selectFrom('messages').selectAll().where('id', '=', oldest).executeTakeFirstOrThrow()
      return { count: Number(count), oldest: messageOf(row) }
    }),
  )
}

/** The oldest message that was tried in the period without an answer, and arrived outside it or not yet. */
export async function findAnsweredLate(tx: Tx, { agencyId, destination, period }: Asked): Promise<Message | undefined> {
  const row = await tx
    .selectFrom('messages as message')
    .selectAll('message')
    .innerJoin('message_attempts as attempt', (join) =>
      join.onRef('attempt.agency_id', '=', 'message.agency_id').onRef('attempt.message_id', '=', 'message.id'),
    )
    .where('message.agency_id', '=', agencyId)
    .where('message.destination', '=', destination)
    .where('attempt.destination', '=', destination)
    .where('attempt.outcome', '=', 'unreachable')
    .where('attempt.at', '>=', period.from)
    .where('attempt.at', '<', period.to)
    .where((or) => or.or([or('message.acknowledged_at', 'is', null), or('message.acknowledged_at', '>=', period.to)]))
    .orderBy('message.id')
    .limit(1)
    .executeTakeFirst()
  return row && messageOf(row)
}
