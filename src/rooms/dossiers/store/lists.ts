import { sql } from 'kysely'
import { type LocalDate, type LocalDateTime, toInstant, toLocal } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { ResultChannel, StepReport } from '../dossier.ts'
import type { Status } from '../status.ts'

/** A dossier as lists show it: no answers, no numbers of persons. */
export interface DossierSummary {
  id: string
  ref: string
  procedureCode: string
  procedureName: Bilingual
  status: Status
  ownerName: string
  applicantName: string
  submittedAt: Date
  receivedAt: Date | undefined
  clockFrom: Date | undefined
  dueAt: LocalDateTime | undefined
  returnedAt: Date | undefined
  resultReadyAt: Date | undefined
  resultChannel: ResultChannel
  receivingUnitId: string
  competentUnitId: string
  step: StepReport | undefined
}

const COLUMNS = [
  'id',
  'code',
  'temporary_code',
  'procedure_code',
  'procedure_name',
  'status',
  'owner',
  'applicant',
  'submitted_at',
  'received_at',
  'clock_from',
  'due_at',
  'returned_at',
  'result_ready_at',
  'result_channel',
  'receiving_unit_id',
  'competent_unit_id',
  'step_id',
  'step_name',
  'step_unit_id',
  'step_officer_id',
  'step_officer_name',
] as const

function summaries(tx: Tx) {
  return tx.selectFrom('dossiers').select(COLUMNS)
}

type Row = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number]

function summaryOf(row: Row): DossierSummary {
  return {
    id: row.id,
    ref: row.code ?? row.temporary_code,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    status: row.status,
    ownerName: row.owner.name,
    applicantName: row.applicant.name,
    submittedAt: row.submitted_at,
    receivedAt: row.received_at ?? undefined,
    clockFrom: row.clock_from ?? undefined,
    dueAt: row.due_at ? toLocal(row.due_at) : undefined,
    returnedAt: row.returned_at ?? undefined,
    resultReadyAt: row.result_ready_at ?? undefined,
    resultChannel: row.result_channel,
    receivingUnitId: row.receiving_unit_id,
    competentUnitId: row.competent_unit_id,
    step: stepOf(row),
  }
}

function stepOf(row: Row): StepReport | undefined {
  if (row.step_id === null || row.step_name === null) return undefined
  return {
    id: row.step_id,
    name: row.step_name,
    unitId: row.step_unit_id ?? undefined,
    officerId: row.step_officer_id ?? undefined,
    officerName: row.step_officer_name ?? undefined,
  }
}

/** The dossiers of these ids, for a list that another room orders. */
export async function summariesOf(tx: Tx, ids: readonly string[]): Promise<DossierSummary[]> {
  if (ids.length === 0) return []
  const rows = await summaries(tx)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(summaryOf)
}

export interface DeskList {
  unitIds: readonly string[]
  /** `submitted`: what waits to be received there; any other: what is being dealt with there. */
  status: Exclude<Status, 'draft'>
  /** Id of the last row of the page before. Ids sort by the time of filing. */
  after?: string | undefined
  limit: number
}

/** One index range for each unit, cut to `limit` before they are merged: the cost is that of a page, whatever lies behind. */
function atDesks(tx: Tx, { unitIds, status, after, limit }: DeskList) {
  const place = status === 'submitted' ? 'receiving_unit_id' : 'competent_unit_id'
  return tx
    .selectFrom(sql<{ unit_id: string }>`unnest(${[...unitIds]}::uuid[])`.as<'desk'>(sql`desk (unit_id)`))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('dossiers')
          .select(COLUMNS)
          .where('status', '=', status)
          .whereRef(place, '=', 'desk.unit_id')
          .$if(after !== undefined, (rest) => rest.where('id', '>', after ?? ''))
          .orderBy('id')
          .limit(limit)
          .as('page'),
      (join) => join.onTrue(),
    )
}

/** Oldest first. */
export async function listForDesk(tx: Tx, list: DeskList): Promise<DossierSummary[]> {
  const rows = await atDesks(tx, list).selectAll('page').orderBy('page.id').limit(list.limit).execute()
  return rows.map(summaryOf)
}

/** How many, counted up to `limit`. */
export async function countForDesk(tx: Tx, list: Omit<DeskList, 'after'>): Promise<number> {
  const row = await atDesks(tx, list)
    .select((count) => count.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Math.min(row.count, list.limit)
}

/** A place in a list that is read from one row to the next. */
export interface Cursor {
  at: Date
  id: string
}

/** The person's own dossiers, newest first. */
export async function listMine(
  tx: Tx,
  of: { agencyId: number; personId: string },
  page: { before?: Cursor | undefined; limit: number },
): Promise<DossierSummary[]> {
  const { before } = page
  let query = summaries(tx).where('agency_id', '=', of.agencyId).where('person_id', '=', of.personId)
  if (before) {
    query = query.where((row) => row(row.refTuple('submitted_at', 'id'), '<', row.tuple(before.at, before.id)))
  }
  const rows = await query.orderBy('submitted_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute()
  return rows.map(summaryOf)
}

export interface RegisterPage {
  agencyId: number
  unitId: string
  /** Days of reception, both included. */
  from: LocalDate
  to: LocalDate
  before?: Cursor | undefined
  limit: number
}

/** The register of a unit (sổ theo dõi hồ sơ, form 07), newest first. */
export async function listRegister(tx: Tx, page: RegisterPage): Promise<DossierSummary[]> {
  const { before } = page
  let query = summaries(tx)
    .where('agency_id', '=', page.agencyId)
    .where('receiving_unit_id', '=', page.unitId)
    .where('received_at', '>=', new Date(`${page.from}T00:00:00+07:00`))
    .where('received_at', '<', new Date(Date.parse(`${page.to}T00:00:00+07:00`) + 86_400_000))
  if (before) {
    query = query.where((row) => row(row.refTuple('received_at', 'id'), '<', row.tuple(before.at, before.id)))
  }
  const rows = await query.orderBy('received_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute()
  return rows.map(summaryOf)
}

/** Ids of dossiers whose clock runs and that are promised for a day or later, in pages. */
export async function listRunning(
  tx: Tx,
  agencyId: number,
  page: { from: LocalDate; after: string; limit: number },
): Promise<string[]> {
  let query = tx
    .selectFrom('dossiers')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('status', 'in', ['received', 'processing'])
    .where('due_at', '>=', toInstant(`${page.from}T00:00` as LocalDateTime))
  if (page.after !== '') query = query.where('id', '>', page.after)
  const rows = await query.orderBy('id').limit(page.limit).execute()
  return rows.map(({ id }) => id)
}
