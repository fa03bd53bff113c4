import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'

export interface ProcedureUpdate {
  code: string
  name: string
  version: number
  /** The day from which it is in force. */
  validFrom: LocalDate
  decisionNumber: string | null
  importedAt: Date
  /** Whether it can be applied for here: a service package is in force. */
  appliable: boolean
}

/** Procedures by when their newest version came, the newest first. `offered`: only those that can be applied for here. */
export async function listUpdates(
  tx: Tx,
  agencyId: number,
  { offered, limit }: { offered: boolean; limit: number },
): Promise<ProcedureUpdate[]> {
  const { rows } = await sql<ProcedureUpdate>`
    select p.code, p.name, p.version, v.valid_from as "validFrom", v.decision_number as "decisionNumber",
      greatest(v.imported_at, s.installed_at) as "importedAt", s.code is not null as appliable
    from procedures p
    join procedure_versions v on v.code = p.code and v.version = p.version
    left join lateral (
      select code, installed_at from service_versions
      where agency_id = ${agencyId} and code = p.code and valid_from <= current_date
        and (valid_to is null or valid_to > current_date)
      order by valid_from desc limit 1) s on true
    where not ${offered}::boolean or s.code is not null
    order by "importedAt" desc, p.code limit ${limit}`.execute(tx)
  return rows
}
