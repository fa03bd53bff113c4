import { type Selectable, sql } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type Line, requestedOf } from '../line.ts'
import type { DigitalPlan, Plan, Version } from '../plan.ts'
import type { PlansTable, VersionsTable } from './tables.ts'

/** A plan with all its versions, the first one first. */
export interface Held {
  plan: Plan
  versions: readonly Version[]
}

function planOf(row: Selectable<PlansTable>): Plan {
  const { id, agency_id: agencyId, unit_id: unitId, year, level, created_at: createdAt } = row
  return { id, agencyId, unitId, year, level, createdAt }
}

function versionOf(row: Selectable<VersionsTable>, lines: readonly Line[]): Version {
  return {
    id: row.id,
    planId: row.plan_id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    noTraining: row.no_training,
    digitalPlan: row.digital_plan,
    lines,
    writers: row.writers,
    contentSha256: row.content_sha256 ?? undefined,
    signedSha256: row.signed_sha256 ?? undefined,
    sentOn: row.sent_on ?? undefined,
  }
}

async function withVersions(tx: Tx, rows: Selectable<PlansTable>[]): Promise<Held[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const versions = await tx
    .selectFrom('funding_versions')
    .selectAll()
    .where('plan_id', 'in', ids)
    .orderBy('number')
    .execute()
  const lines = await tx
    .selectFrom('funding_lines')
    .select(['version_id', 'line'])
    .where(
      'version_id',
      'in',
      versions.map(({ id }) => id),
    )
    .orderBy('position')
    .orderBy('line_id')
    .execute()
  const linesOf = Map.groupBy(lines, ({ version_id }) => version_id)
  const versionsOf = Map.groupBy(versions, ({ plan_id }) => plan_id)
  return rows.map((row) => ({
    plan: planOf(row),
    versions: (versionsOf.get(row.id) ?? []).map((version) =>
      versionOf(
        version,
        (linesOf.get(version.id) ?? []).map(({ line }) => line),
      ),
    ),
  }))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Throws NotFound. `lock`: nobody else acts on the plan until the transaction ends. */
export async function getPlan(tx: Tx, id: string, { lock = false } = {}): Promise<Held> {
  const found = tx
    .selectFrom('funding_plans')
    .selectAll()
    .where('id', '=', UUID.test(id) ? id : newId())
  const rows = await (lock ? found.forUpdate() : found).execute()
  const [held] = await withVersions(tx, rows)
  if (!held) throw new NotFound('funding-plans.no-such-plan')
  return held
}

export async function findPlanOf(tx: Tx, unitId: string, year: number): Promise<Held | undefined> {
  const rows = await tx
    .selectFrom('funding_plans')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .execute()
  return (await withVersions(tx, rows))[0]
}

export async function listPlans(tx: Tx, year: number): Promise<Held[]> {
  return withVersions(tx, await tx.selectFrom('funding_plans').selectAll().where('year', '=', year).execute())
}

export async function listYears(tx: Tx): Promise<number[]> {
  const rows = await tx.selectFrom('funding_plans').select('year').distinct().orderBy('year', 'desc').execute()
  return rows.map(({ year }) => year)
}

/** The plan whose version waits for this signature. */
export async function findPlanOfVersion(tx: Tx, versionId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('funding_versions').select('plan_id').where('id', '=', versionId).executeTakeFirst()
  return row?.plan_id
}

export async function insertPlan(tx: Tx, plan: Plan, createdBy: string): Promise<void> {
  const { id, agencyId, unitId, year, level, createdAt } = plan
  await tx
    .insertInto('funding_plans')
    .values({ agency_id: agencyId, id, unit_id: unitId, year, level, created_at: createdAt, created_by: createdBy })
    .execute()
}

export interface NewVersion {
  id: string
  number: number
  reason: string
  noTraining: string
  digitalPlan: DigitalPlan
  lines: readonly Line[]
  writer: string
}

/** Opens a version as a draft, with its lines. */
export async function insertVersion(tx: Tx, { agencyId, id: planId }: Plan, version: NewVersion): Promise<void> {
  await tx
    .insertInto('funding_versions')
    .values({
      agency_id: agencyId,
      id: version.id,
      plan_id: planId,
      number: version.number,
      kind: version.number === 1 ? 'original' : 'adjustment',
      state: 'draft',
      reason: version.reason,
      no_training: version.noTraining,
      digital_plan: JSON.stringify(version.digitalPlan) as never,
      writers: [version.writer],
      created_at: now(),
    })
    .execute()
  for (const line of version.lines) await putLine(tx, { agencyId, versionId: version.id }, line)
}

/** Adds a line at the end, or writes it anew where it stands. */
export async function putLine(tx: Tx, at: { agencyId: number; versionId: string }, line: Line): Promise<void> {
  const requested = requestedOf(line)
  const content = sql<Line>`${JSON.stringify(line)}::jsonb`
  const last = sql<number>`(select coalesce(max(position), 0) + 1 from funding_lines where version_id = ${at.versionId})`
  await tx
    .insertInto('funding_lines')
    .values({
      ...{ agency_id: at.agencyId, version_id: at.versionId, line_id: line.id },
      ...{ position: last, requested, line: content },
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'version_id', 'line_id']).doUpdateSet({ requested, line: content }),
    )
    .execute()
}

export async function removeLine(tx: Tx, versionId: string, lineId: string): Promise<void> {
  await tx.deleteFrom('funding_lines').where('version_id', '=', versionId).where('line_id', '=', lineId).execute()
}

type Changed = Partial<
  Pick<VersionsTable, 'state' | 'no_training' | 'content_sha256' | 'signing_request_id' | 'signed_sha256' | 'sent_on'>
> & { digital_plan?: DigitalPlan; writer?: string }

export async function updateVersion(tx: Tx, { id }: Pick<Version, 'id'>, changed: Changed): Promise<void> {
  const { digital_plan: digitalPlan, writer, ...rest } = changed
  await tx
    .updateTable('funding_versions')
    .set({
      ...rest,
      ...(digitalPlan && { digital_plan: sql<DigitalPlan>`${JSON.stringify(digitalPlan)}::jsonb` }),
      ...(writer && {
        writers: sql<
          string[]
        >`case when ${writer}::uuid = any(writers) then writers else writers || ${writer}::uuid end`,
      }),
    })
    .where('id', '=', id)
    .execute()
}
