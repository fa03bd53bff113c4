import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Counted, Period } from './figures.ts'
import { CRITERIA, type Criterion, type Rating } from './rating.ts'

interface RatedDossiersTable {
  agency_id: number
  dossier_id: string
}

interface RatingCountsTable {
  agency_id: number
  /** Empty: all of them taken together. */
  procedure_code: string
  unit: string
  rated_in: LocalDate
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

/** All together, the procedure, the unit, the procedure there. */
function grainsOf({ procedureCode, unitId }: About) {
  return [
    { procedure_code: '', unit: '' },
    { procedure_code: procedureCode, unit: '' },
    { procedure_code: '', unit: unitId },
    { procedure_code: procedureCode, unit: unitId },
  ]
}

/** One more of each mark. Rows are always counted in the same order, so that two who rate at once never wait in a ring. */
export async function countMarks(tx: Tx, about: About, marks: Rating['marks']): Promise<void> {
  const rows = CRITERIA.flatMap((criterion) => {
    const mark = marks[criterion]
    if (mark === undefined) return []
    const counted = { agency_id: about.agencyId, rated_in: about.month, criterion, mark, count: 1 }
    return grainsOf(about).map((grain) => ({ ...counted, ...grain }))
  })
  await tx
    .insertInto('rating_counts')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'procedure_code', 'rated_in', 'unit', 'criterion', 'mark'])
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

/** How often each mark was given, by key: one row for a criterion and mark. Reads no row but those of its own grain. */
export async function readMarks(tx: Tx, { period, by, procedureCode, unitIds }: MarksAsked): Promise<Counted[]> {
  if (unitIds?.length === 0) return []
  const key = { total: sql<string>`''`, procedure: sql.ref<string>('procedure_code'), unit: sql.ref<string>('unit') }
  const asked = tx
    .selectFrom('rating_counts')
    .select((of) => ['criterion', 'mark', of.fn.sum<number>('count').as('count'), key[by].as('key')])
    .where('rated_in', '>=', period.from)
    .where('rated_in', '<', period.to)
  const ofProcedures =
    by === 'procedure' && procedureCode === undefined
      ? asked.where('procedure_code', '<>', '')
      : asked.where('procedure_code', '=', procedureCode ?? '')
  const ofUnits = unitIds
    ? ofProcedures.where('unit', 'in', [...unitIds])
    : ofProcedures.where('unit', by === 'unit' ? '<>' : '=', '')
  return ofUnits.groupBy(['key', 'criterion', 'mark']).execute()
}

/** What was rated in a month by at least so many. */
export function listRatedBy(
  tx: Tx,
  { month, fewest }: { month: LocalDate; fewest: number },
): Promise<{ unitId: string; procedureCode: string }[]> {
  return tx
    .selectFrom('rating_counts')
    .select(['unit as unitId', 'procedure_code as procedureCode'])
    .where('rated_in', '=', month)
    .where('unit', '<>', '')
    .where('procedure_code', '<>', '')
    .where('criterion', '=', 'overall')
    .groupBy(['unit', 'procedure_code'])
    .having((of) => of(of.fn.sum('count'), '>=', fewest))
    .orderBy('unit')
    .orderBy('procedure_code')
    .execute()
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
