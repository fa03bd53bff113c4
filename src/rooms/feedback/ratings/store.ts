import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Counted, Period } from './figures.ts'
import type { Criterion, Mark, Way } from './rating.ts'

interface RatedDossiersTable {
  agency_id: number
  dossier_id: string
}

interface RatingCountsTable {
  agency_id: number
  rated_in: LocalDate
  procedure_code: string
  unit_id: string
  came_by: Way
  criterion: Criterion
  mark: number
  count: number
}

interface RatingCommentsTable {
  agency_id: number
  id: string
  rated_in: LocalDate
  procedure_code: string
  unit_id: string
  words: string
}

declare module '#platform/db/index.ts' {
  interface Tables {
    rated_dossiers: RatedDossiersTable
    rating_counts: RatingCountsTable
    rating_comments: RatingCommentsTable
  }
}

/** False when the dossier has been rated already. */
export async function claimRating(tx: Tx, agencyId: number, dossierId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('rated_dossiers')
    .values({ agency_id: agencyId, dossier_id: dossierId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function isRated(tx: Tx, dossierId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('rated_dossiers')
    .select('dossier_id')
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst()
  return row !== undefined
}

/** Where and when a rating belongs. */
export interface About {
  agencyId: number
  month: LocalDate
  procedureCode: string
  unitId: string
}

/** One more of this mark. Criteria are always counted in the same order, so two who rate at once never wait in a ring. */
export async function countMark(tx: Tx, about: About, of: { way: Way; criterion: Criterion; mark: Mark }) {
  await tx
    .insertInto('rating_counts')
    .values({
      agency_id: about.agencyId,
      rated_in: about.month,
      procedure_code: about.procedureCode,
      unit_id: about.unitId,
      came_by: of.way,
      criterion: of.criterion,
      mark: of.mark,
      count: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'rated_in', 'procedure_code', 'unit_id', 'came_by', 'criterion', 'mark'])
        .doUpdateSet({ count: sql`rating_counts.count + 1` }),
    )
    .execute()
}

export async function insertComment(tx: Tx, about: About, of: { id: string; words: string }): Promise<void> {
  const { agencyId, month, procedureCode, unitId } = about
  await tx
    .insertInto('rating_comments')
    .values({ agency_id: agencyId, rated_in: month, procedure_code: procedureCode, unit_id: unitId, ...of })
    .execute()
}

export interface MarksAsked {
  /** Whole months. */
  period: Period
  by: 'total' | 'procedure' | 'unit'
  procedureCode?: string | undefined
  unitIds?: readonly string[] | undefined
}

/** How often each mark was given, by key: one row for a criterion and mark. */
export async function countMarks(tx: Tx, { period, by, procedureCode, unitIds }: MarksAsked): Promise<Counted[]> {
  const key = { total: sql<string>`''`, procedure: sql.ref<string>('procedure_code'), unit: sql<string>`unit_id::text` }
  let query = tx
    .selectFrom('rating_counts')
    .select((of) => ['criterion', 'mark', of.fn.sum<number>('count').as('count'), key[by].as('key')])
    .where('rated_in', '>=', period.from)
    .where('rated_in', '<', period.to)
  if (procedureCode !== undefined) query = query.where('procedure_code', '=', procedureCode)
  if (unitIds !== undefined) {
    if (unitIds.length === 0) return []
    query = query.where('unit_id', 'in', [...unitIds])
  }
  return query.groupBy(['key', 'criterion', 'mark']).execute()
}

export type Comment = Pick<RatingCommentsTable, 'id' | 'rated_in' | 'procedure_code' | 'unit_id' | 'words'>

const MOST_COMMENTS = 200

/** What people wrote in these months, the latest month first, within a month in no order. */
export function listComments(tx: Tx, { from, to }: Period): Promise<Comment[]> {
  return tx
    .selectFrom('rating_comments')
    .select(['id', 'rated_in', 'procedure_code', 'unit_id', 'words'])
    .where('rated_in', '>=', from)
    .where('rated_in', '<', to)
    .orderBy('rated_in', 'desc')
    .orderBy('id')
    .limit(MOST_COMMENTS)
    .execute()
}
