import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Destination } from '../../../message.ts'
import type { LinkedCase } from '../status-message.ts'

interface RegistryCasesTable {
  agency_id: number
  system: Destination
  case_code: string
  dossier_id: string
  procedure_code: string
  linked_at: Date
}

declare module '#platform/db/index.ts' {
  interface Tables {
    registry_cases: RegistryCasesTable
  }
}

export interface NewCase extends LinkedCase {
  agencyId: number
  system: Destination
  dossierId: string
}

/** True when it is new. */
export async function insertCase(tx: Tx, { agencyId, system, ...one }: NewCase, at: Date): Promise<boolean> {
  const made = await tx
    .insertInto('registry_cases')
    .values({
      ...{ agency_id: agencyId, system, linked_at: at },
      ...{ case_code: one.code, dossier_id: one.dossierId, procedure_code: one.procedureCode },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function findCase(tx: Tx, system: Destination, dossierId: string): Promise<LinkedCase | undefined> {
  return tx
    .selectFrom('registry_cases')
    .select(['case_code as code', 'procedure_code as procedureCode'])
    .where('system', '=', system)
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst()
}

/**
 * The messages of a case that has just been linked: the mark that it was taken, and what the log said before the link,
 * each once. Later entries write their own.
 */
export async function writeEarlier(tx: Tx, { agencyId, system, dossierId }: NewCase, mark: string): Promise<void> {
  await sql`
    insert into messages (agency_id, direction, destination, service, contract_version, key, dossier_id, seq, place,
      needs, state, due_at, caused_at)
    select entry.agency_id, 'out', connection.destination, told.service, connection.contract_version,
      entry.dossier_id || ':' || entry.seq || ':' || told.service, entry.dossier_id, entry.seq, told.place, told.needs,
      'waiting', case when told.needs is null then entry.at else 'infinity' end, entry.at
    from dossier_log entry
    join connections connection on connection.agency_id = entry.agency_id and connection.destination = ${system}
      and connection.state <> 'off'
    cross join lateral (
      select ${mark}::text as service, 0 as place, null::text as needs where entry.seq = 1
      union all
      select topic.service, topic.place, topic.needs from exchange_topics topic
      where topic.destination = connection.destination and topic.contract_version = connection.contract_version
        and topic.for_case and topic.entry_type = entry.type) told
    where entry.agency_id = ${agencyId} and entry.dossier_id = ${dossierId}
    on conflict do nothing`.execute(tx)
}
