import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Edition, Monthly } from '../open-data.ts'
import './tables.ts'

/** What is published now: of each dataset and month the newest edition, newest month first. */
export async function listEditions(tx: Tx, agencyId: number): Promise<Edition[]> {
  const rows = await tx
    .selectFrom('open_data_editions')
    .select(['dataset', 'month', 'edition', 'published_at', 'sha256'])
    .select(sql<number>`octet_length(body)`.as('size'))
    .distinctOn(['dataset', 'month'])
    .where('agency_id', '=', agencyId)
    .orderBy('dataset')
    .orderBy('month', 'desc')
    .orderBy('edition', 'desc')
    .execute()
  return rows.map(({ published_at: publishedAt, dataset, ...row }) => ({
    ...row,
    publishedAt,
    dataset: dataset as Monthly,
  }))
}

/** The bytes as they were published; the newest edition when none is named. */
export async function findEdition(
  tx: Tx,
  agencyId: number,
  wanted: { dataset: string; month: LocalDate; edition?: number },
): Promise<{ edition: number; body: string; sha256: string } | undefined> {
  let rows = tx
    .selectFrom('open_data_editions')
    .select(['edition', 'body', 'sha256'])
    .where('agency_id', '=', agencyId)
    .where('dataset', '=', wanted.dataset)
    .where('month', '=', wanted.month)
  if (wanted.edition !== undefined) rows = rows.where('edition', '=', wanted.edition)
  return rows.orderBy('edition', 'desc').limit(1).executeTakeFirst()
}

export async function insertEdition(
  tx: Tx,
  agencyId: number,
  made: { dataset: Monthly; month: LocalDate; edition: number; publishedAt: Date; sha256: string; body: string },
): Promise<void> {
  const { publishedAt, ...rest } = made
  await tx
    .insertInto('open_data_editions')
    .values({ agency_id: agencyId, ...rest, published_at: publishedAt })
    .execute()
}

/** The first month with anything in it. */
export async function firstMonth(tx: Tx, agencyId: number): Promise<LocalDate | undefined> {
  const row = await tx
    .selectFrom('figures')
    .select('starts_on')
    .where('agency_id', '=', agencyId)
    .where('grain', '=', 'month')
    .where('procedure_code', '=', '')
    .where('unit', '=', '')
    .where('channel', '=', '')
    .orderBy('starts_on')
    .limit(1)
    .executeTakeFirst()
  return row?.starts_on
}
