import type { Tx } from '#platform/db/index.ts'
import type { ChannelName, Refusal, Told } from '../channel.ts'
import type { DeliveryState, NoticesTable } from './tables.ts'

/** How a notice fared on one channel. */
export interface Delivery {
  channel: ChannelName
  state: DeliveryState
  reason: Refusal | undefined
  dueAt: Date
  sentAt: Date | undefined
}

/** A notice as the person sees it. */
export interface Notice {
  id: string
  ref: string
  subject: string
  body: string
  createdAt: Date
  deliveries: readonly Delivery[]
}

/** False when a notice with this key exists already. */
export async function insertNotice(tx: Tx, notice: NoticesTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('notices')
    .values(notice)
    .onConflict((conflict) => conflict.columns(['agency_id', 'key']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What is told, and to whom; locked, so that two channels that fail together do not both think the other goes on. */
export async function lockNotice(tx: Tx, id: string): Promise<(Told & { personId: string }) | undefined> {
  const row = await tx.selectFrom('notices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      occasion: row.occasion,
      ref: row.ref,
      language: row.language,
      subject: row.subject,
      body: row.body,
      portalHost: row.portal_host,
      returnOn: row.return_on ?? undefined,
    }
  )
}

/** The person's notices, newest first, with their state on each channel. */
export async function listNotices(tx: Tx, personId: string, limit = 50): Promise<Notice[]> {
  const notices = await tx
    .selectFrom('notices')
    .select(['id', 'ref', 'subject', 'body', 'created_at as createdAt'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  if (notices.length === 0) return []
  const ids = notices.map(({ id }) => id)
  const rows = await tx
    .selectFrom('notice_deliveries')
    .select(['notice_id', 'channel', 'state', 'reason', 'due_at', 'sent_at'])
    .where('notice_id', 'in', ids)
    .orderBy('channel')
    .execute()
  const deliveries = Map.groupBy(rows, ({ notice_id }) => notice_id)
  return notices.map((notice) => ({
    ...notice,
    deliveries: (deliveries.get(notice.id) ?? []).map(({ channel, state, reason, due_at, sent_at }) => ({
      channel,
      state,
      reason: reason ?? undefined,
      dueAt: due_at,
      sentAt: sent_at ?? undefined,
    })),
  }))
}
