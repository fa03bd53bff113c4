import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'

/** What lies at a unit now. */
export interface Stock {
  unit: string
  /** Filed, not yet received. */
  waiting: number
  inWork: number
  /** The next move is the person’s. */
  theirs: number
  ready: number
  late: number
  /** Due before `soon`, not late. */
  dueSoon: number
}

/**
 * What lies at each unit, by the rows of open dossiers alone: the indexes hold no others, so that it costs what is open
 * and not what was ever done.
 */
export async function readStock(
  tx: Tx,
  unitIds: readonly string[],
  { now, soon }: { now: Date; soon: Date },
): Promise<Stock[]> {
  const { rows } = await sql<Omit<Stock, 'waiting'>>`
    select competent_unit_id as unit,
      count(*) filter (where status in ('received', 'processing'))::int as "inWork",
      count(*) filter (where status in ('awaiting-supplement', 'awaiting-payment'))::int as theirs,
      count(*) filter (where status = 'result-ready')::int as ready,
      count(*) filter (where status in ('received', 'processing') and due_at < ${now})::int as late,
      count(*) filter (where status in ('received', 'processing') and due_at >= ${now} and due_at < ${soon})::int as "dueSoon"
    from dossiers
    where agency_id = motcua.agency() and competent_unit_id = any(${[...unitIds]}::uuid[])
      and status in ('received', 'processing', 'awaiting-supplement', 'awaiting-payment', 'result-ready')
    group by 1`.execute(tx)
  const { rows: intake } = await sql<{ unit: string; waiting: number }>`
    select receiving_unit_id as unit, count(*)::int as waiting from dossiers
    where agency_id = motcua.agency() and receiving_unit_id = any(${[...unitIds]}::uuid[]) and status = 'submitted'
    group by 1`.execute(tx)
  const none = { inWork: 0, theirs: 0, ready: 0, late: 0, dueSoon: 0 }
  return unitIds.map((unit) => ({
    ...none,
    ...rows.find((row) => row.unit === unit),
    unit,
    waiting: intake.find((row) => row.unit === unit)?.waiting ?? 0,
  }))
}

export interface Endangered {
  id: string
  ref: string
  procedureCode: string
  procedureName: Bilingual
  unit: string
  officerName: string | undefined
  stepName: Bilingual | undefined
  receivedAt: Date
  dueAt: Date
  lastActAt: Date
}

/** Dossiers in work that are due in a span of time, the most urgent first: one index range for each unit. */
export async function listDueBetween(
  tx: Tx,
  { unitIds, from, until, limit }: { unitIds: readonly string[]; from: Date; until: Date; limit: number },
): Promise<Endangered[]> {
  const { rows } = await sql<
    Omit<Endangered, 'officerName' | 'stepName'> & { officer: string | null; step: Bilingual | null }
  >`
    select near.id, near.code as ref, near.procedure_code as "procedureCode", near.procedure_name as "procedureName",
      near.competent_unit_id as unit, near.step_officer_name as officer, near.step_name as step,
      near.clock_from as "receivedAt", near.due_at as "dueAt", log.at as "lastActAt"
    from unnest(${[...unitIds]}::uuid[]) as desk (unit_id)
    cross join lateral (
      select * from dossiers
       where agency_id = motcua.agency() and competent_unit_id = desk.unit_id
         and status in ('received', 'processing', 'awaiting-supplement', 'awaiting-payment', 'result-ready')
         and status in ('received', 'processing') and due_at >= ${from} and due_at < ${until}
       order by due_at, id limit ${limit}
    ) as near
    join dossier_log log on log.agency_id = near.agency_id and log.dossier_id = near.id and log.seq = near.log_seq
    order by near.due_at, near.id limit ${limit}`.execute(tx)
  return rows.map(({ officer, step, ...row }) => ({
    ...row,
    officerName: officer ?? undefined,
    stepName: step ?? undefined,
  }))
}
