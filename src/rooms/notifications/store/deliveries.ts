import { type Selectable, sql } from 'kysely'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { ChannelName, Refusal } from '../channel.ts'
import type { NoticeDeliveriesTable } from './tables.ts'

export type DeliveryRow = Selectable<NoticeDeliveriesTable>

/** One notice on one channel. */
export interface DeliveryKey {
  agencyId: number
  id: string
  channel: ChannelName
}

/** False when this notice was given to this channel before. */
export async function insertDelivery(
  tx: Tx,
  { agencyId, id, channel }: DeliveryKey,
  { address, dueAt }: { address: string; dueAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('notice_deliveries')
    .values({ agency_id: agencyId, notice_id: id, channel, address, state: 'waiting', due_at: dueAt })
    .onConflict((conflict) => conflict.columns(['agency_id', 'notice_id', 'channel']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export function lockDelivery(tx: Tx, { id, channel }: DeliveryKey): Promise<DeliveryRow | undefined> {
  return tx
    .selectFrom('notice_deliveries')
    .selectAll()
    .where('notice_id', '=', id)
    .where('channel', '=', channel)
    .forUpdate()
    .executeTakeFirst()
}

export function listDeliveries(tx: Tx, noticeId: string): Promise<Pick<DeliveryRow, 'channel' | 'state'>[]> {
  return tx
    .selectFrom('notice_deliveries')
    .select(['channel', 'state'])
    .where('notice_id', '=', noticeId)
    .orderBy('channel')
    .execute()
}

type Change = Partial<Omit<DeliveryRow, 'agency_id' | 'notice_id' | 'channel'>>

export async function changeDelivery(tx: Tx, { id, channel }: DeliveryKey, change: Change): Promise<void> {
  await tx
    .updateTable('notice_deliveries')
    .set(change)
    .where('notice_id', '=', id)
    .where('channel', '=', channel)
    .execute()
}

export const ended = {
  sent: (at: Date, theirId?: string): Change => ({
    ...{ state: 'sent', sent_at: at, their_id: theirId ?? null },
    ...{ reason: null, detail: null, leased_until: null },
  }),
  refused: (reason: Refusal, detail?: string): Change => ({
    ...{ state: 'refused', reason, detail: cut(detail), leased_until: null },
  }),
  unknown: (detail?: string): Change => ({ state: 'unknown', detail: cut(detail), leased_until: null }),
  waiting: (dueAt: Date, reason?: Refusal, detail?: string): Change => ({
    ...{ state: 'waiting', due_at: dueAt, reason: reason ?? null, detail: cut(detail), leased_until: null },
  }),
}

const LONGEST = 500

function cut(detail: string | undefined): string | null {
  return detail?.slice(0, LONGEST) ?? null
}

export interface DeliveryCount {
  channel: ChannelName
  state: DeliveryRow['state']
  count: number
}

const DAYS_COUNTED = 7

/** How the notices of the last seven days fared, by channel and state. */
export function countDeliveries(tx: Tx): Promise<DeliveryCount[]> {
  return tx
    .selectFrom('notice_deliveries')
    .select(['channel', 'state', sql<number>`count(*)`.as('count')])
    .where('due_at', '>=', new Date(now().getTime() - DAYS_COUNTED * 86_400_000))
    .groupBy(['channel', 'state'])
    .orderBy('channel')
    .orderBy('state')
    .execute()
}
