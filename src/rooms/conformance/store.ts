import type { ColumnType } from 'kysely'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { CHECKS, type Change, type Checked, type CheckName, type Finding, type Standing } from './finding.ts'

type Json<T> = ColumnType<T, string, string>

declare module '#platform/db/index.ts' {
  interface Tables {
    conformance_checks: {
      agency_id: number
      name: CheckName
      standing: Standing
      evidence: Json<Bilingual>
      facts: Json<Finding['facts']>
      since_at: Date
      checked_at: Date
    }
    conformance_changes: {
      agency_id: number
      id: string
      name: CheckName
      at: Date
      before: Standing
      standing: Standing
      evidence: Json<Bilingual>
    }
  }
}

export interface Found extends Finding {
  agencyId: number
  check: CheckName
  at: Date
}

/** Keeps what was found. `since` stays while the standing stays; a change of it is written down. */
export async function saveFinding(tx: Tx, { agencyId, check, at, standing, ...found }: Found): Promise<void> {
  const before = await tx
    .selectFrom('conformance_checks')
    .select(['standing', 'since_at', 'checked_at'])
    .where('name', '=', check)
    .forUpdate()
    .executeTakeFirst()
  // Two looks may cross: the later one counts.
  if (before && before.checked_at > at) return
  const evidence = JSON.stringify(found.evidence)
  const since = before?.standing === standing ? before.since_at : at
  const seen = { standing, evidence, facts: JSON.stringify(found.facts), since_at: since, checked_at: at }
  await tx
    .insertInto('conformance_checks')
    .values({ agency_id: agencyId, name: check, ...seen })
    .onConflict((conflict) => conflict.columns(['agency_id', 'name']).doUpdateSet(seen))
    .execute()
  if (!before || before.standing === standing) return
  const change = { agency_id: agencyId, id: newId(), name: check, at, before: before.standing, standing, evidence }
  await tx.insertInto('conformance_changes').values(change).execute()
}

/** The last look of every check that has looked, in the order of `CHECKS`. */
export async function listChecked(tx: Tx): Promise<Checked[]> {
  const rows = await tx.selectFrom('conformance_checks').selectAll().execute()
  return rows
    .map(({ name, standing, evidence, facts, since_at: since, checked_at: checkedAt }) => ({
      ...{ check: name, standing, evidence, facts, since, checkedAt },
    }))
    .sort((one, other) => CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check))
}

/** The newest first. */
export async function listChanges(tx: Tx, limit: number): Promise<Change[]> {
  return tx
    .selectFrom('conformance_changes')
    .select(['name as check', 'at', 'before', 'standing', 'evidence'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
