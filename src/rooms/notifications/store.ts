import type { Generated } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'

export type NoticeState = 'queued' | 'sent' | 'no-address' | 'failed'

interface NoticesTable {
  agency_id: number
  id: string
  key: string
  person_id: string
  ref: string
  occasion: string
  language: Language
  to_address: string | null
  subject: string
  body: string
  state: Generated<NoticeState>
  attempts: Generated<number>
  last_error: string | null
  created_at: Date
  sent_at: Date | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    notices: NoticesTable
  }
}

export interface Notice {
  id: string
  ref: string
  to: string | null
  subject: string
  body: string
  state: NoticeState
  createdAt: Date
}

type NewNotice = Omit<NoticesTable, 'state' | 'attempts' | 'last_error' | 'sent_at'> & { state: NoticeState }

/** False when a notice with this key exists already. */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('notices')
    .values(notice)
    .onConflict((conflict) => conflict.columns(['agency_id', 'key']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const columns = ['id', 'ref', 'to_address as to', 'subject', 'body', 'state', 'created_at as createdAt'] as const

export function lockNotice(tx: Tx, id: string): Promise<Notice | undefined> {
  return tx.selectFrom('notices').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function markSent(tx: Tx, id: string, sentAt: Date): Promise<void> {
  await tx
    .updateTable('notices')
    .set((row) => ({ state: 'sent', sent_at: sentAt, attempts: row('attempts', '+', 1), last_error: null }))
    .where('id', '=', id)
    .execute()
}

export async function markTried(tx: Tx, id: string, error: string): Promise<void> {
  await tx
    .updateTable('notices')
    .set((row) => ({ attempts: row('attempts', '+', 1), last_error: error.slice(0, 500) }))
    .where('id', '=', id)
    .execute()
}

/** The person's notices, newest first. */
export function listNotices(tx: Tx, personId: string, limit = 50): Promise<Notice[]> {
  return tx
    .selectFrom('notices')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
}
