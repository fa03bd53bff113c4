import { type GeneratedAlways, type Selectable, sql } from 'kysely'
import { isId, newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/vietnamese.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Subject } from '../petition.ts'

interface PublishedPetitionsTable {
  agency_id: number
  id: string
  petition_id: string
  subject: Subject
  language: Language
  content: string
  result: string
  folded: string
  search: GeneratedAlways<string>
  dismissed: string[]
  published_by: string
  published_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    published_petitions: PublishedPetitionsTable
    rated_petitions: { agency_id: number; petition_id: string }
    petition_rating_counts: { agency_id: number; rated_in: LocalDate; mark: number; count: number }
  }
}

/** What everybody may read. */
export interface PublishedPetition {
  id: string
  subject: Subject
  language: Language
  content: string
  result: string
  publishedAt: Date
}

const COLUMNS = ['id', 'subject', 'language', 'content', 'result', 'published_at'] as const

function publishedOf({
  published_at,
  ...row
}: Pick<Selectable<Tables['published_petitions']>, (typeof COLUMNS)[number]>): PublishedPetition {
  return { ...row, publishedAt: published_at }
}

const live = (tx: Tx) => tx.selectFrom('published_petitions').where('withdrawn_at', 'is', null)

export const PER_PAGE = 20

/** A page of what is published; with words, those that have them all. Marks make no difference. R-168 */
export async function listPublished(
  tx: Tx,
  { query, page }: { query: string; page: number },
): Promise<{ petitions: PublishedPetition[]; count: number }> {
  let found = live(tx)
  if (query !== '') found = found.where(sql<boolean>`search @@ plainto_tsquery('simple', ${fold(query)})`)
  const { count } = await found.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await found
    .select(COLUMNS)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute()
  return { petitions: rows.map(publishedOf), count }
}

export async function findPublished(tx: Tx, id: string): Promise<PublishedPetition | undefined> {
  const row = isId(id) ? await live(tx).select(COLUMNS).where('id', '=', id).executeTakeFirst() : undefined
  return row && publishedOf(row)
}

export async function findPublishedOf(tx: Tx, petitionId: string): Promise<PublishedPetition | undefined> {
  const row = await live(tx).select(COLUMNS).where('petition_id', '=', petitionId).executeTakeFirst()
  return row && publishedOf(row)
}

export interface NewPublished {
  agencyId: number
  petitionId: string
  subject: Subject
  language: Language
  content: string
  result: string
  dismissed: readonly string[]
  officerId: string
  at: Date
}

/** Publishes; what stood there of the same petition is withdrawn before. */
export async function publish(tx: Tx, one: NewPublished): Promise<void> {
  await withdraw(tx, one)
  const { agencyId, petitionId, subject, language, content, result, dismissed, officerId, at } = one
  await tx
    .insertInto('published_petitions')
    .values({
      ...{ agency_id: agencyId, id: newId(), petition_id: petitionId, subject, language, content, result },
      folded: fold(`${content} ${result}`),
      dismissed: [...dismissed],
      ...{ published_by: officerId, published_at: at, withdrawn_by: null, withdrawn_at: null },
    })
    .execute()
}

export async function withdraw(
  tx: Tx,
  { petitionId, officerId, at }: Pick<NewPublished, 'petitionId' | 'officerId' | 'at'>,
): Promise<void> {
  await tx
    .updateTable('published_petitions')
    .set({ withdrawn_by: officerId, withdrawn_at: at })
    .where('petition_id', '=', petitionId)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Counts the sender's mark, once; false when it has been counted before. */
export async function rateOnce(
  tx: Tx,
  { agencyId, petitionId, month, mark }: { agencyId: number; petitionId: string; month: LocalDate; mark: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('rated_petitions')
    .values({ agency_id: agencyId, petition_id: petitionId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('petition_rating_counts')
    .values({ agency_id: agencyId, rated_in: month, mark, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'rated_in', 'mark'])
        .doUpdateSet({ count: sql<number>`petition_rating_counts.count + 1` }),
    )
    .execute()
  return true
}

export async function isRated(tx: Tx, petitionId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('rated_petitions')
    .select('petition_id')
    .where('petition_id', '=', petitionId)
    .executeTakeFirst()
  return row !== undefined
}

/** How many marks were given in the months from one to another (not counted), and how many of them were 4 or 5. */
export async function countRatings(
  tx: Tx,
  { from, until }: { from: LocalDate; until: LocalDate },
): Promise<{ count: number; satisfied: number }> {
  const { rows } = await sql<{ count: number; satisfied: number }>`
    select coalesce(sum(count), 0)::int as count, coalesce(sum(count) filter (where mark >= 4), 0)::int as satisfied
      from petition_rating_counts where rated_in >= ${from} and rated_in < ${until}`.execute(tx)
  return rows[0] ?? { count: 0, satisfied: 0 }
}
