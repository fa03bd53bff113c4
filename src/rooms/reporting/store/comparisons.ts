import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Comparison } from '../fairness/compare.ts'
import type { FiledBy } from '../occurrence.ts'
import type { Period } from '../period.ts'
import './tables.ts'

/** A run as it stands: its period, when it was made, and what it found. */
export interface Run {
  period: Period
  comparedAt: Date
  comparisons: Comparison[]
}

/** Keeps what a run found; the same period, compared again, replaces it. */
export async function saveRun(tx: Tx, agencyId: number, { period, comparedAt, comparisons }: Run): Promise<void> {
  await tx.deleteFrom('channel_comparisons').where('agency_id', '=', agencyId).where('up_to', '=', period.to).execute()
  const rows = comparisons.map((one) => ({
    agency_id: agencyId,
    up_to: period.to,
    from_on: period.from,
    procedure_code: one.procedureCode,
    channel: one.channel,
    measure: one.measure,
    dossiers: one.dossiers,
    others: one.others,
    p: one.tested?.p ?? null,
    p_adjusted: one.pAdjusted ?? null,
    effect: one.tested?.effect ?? null,
    effect_low: one.tested?.low ?? null,
    effect_high: one.tested?.high ?? null,
    verdict: one.verdict,
    compared_at: comparedAt,
  }))
  const BATCH = 500
  for (let at = 0; at < rows.length; at += BATCH) {
    await tx
      .insertInto('channel_comparisons')
      .values(rows.slice(at, at + BATCH))
      .execute()
  }
}

/** The newest run: all procedures together first, then each. Undefined before the first. */
export async function latestRun(tx: Tx, agencyId: number): Promise<Run | undefined> {
  const rows = await tx
    .selectFrom('channel_comparisons')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('up_to', '=', (latest) =>
      latest
        .selectFrom('channel_comparisons')
        .select((row) => row.fn.max<LocalDate>('up_to').as('newest'))
        .where('agency_id', '=', agencyId),
    )
    .orderBy('procedure_code')
    .orderBy('channel')
    .orderBy('measure')
    .execute()
  const [first] = rows
  if (!first) return undefined
  return {
    period: { from: first.from_on, to: first.up_to },
    comparedAt: first.compared_at,
    comparisons: rows.map((row) => ({
      procedureCode: row.procedure_code,
      channel: row.channel as FiledBy,
      measure: row.measure,
      dossiers: row.dossiers,
      others: row.others,
      tested: testedIn(row),
      pAdjusted: row.p_adjusted ?? undefined,
      verdict: row.verdict,
    })),
  }
}

function testedIn(row: {
  p: number | null
  effect: number | null
  effect_low: number | null
  effect_high: number | null
}) {
  const { p, effect, effect_low: low, effect_high: high } = row
  if (p === null || effect === null || low === null || high === null) return undefined
  return { p, effect, low, high }
}
