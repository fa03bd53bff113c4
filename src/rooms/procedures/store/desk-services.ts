import './tables.ts'
import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { OfferedPart } from './services.ts'
import { getAgencyVersion } from './services.ts'

/** A service that the agency takes in at its desks. */
export interface DeskService extends OfferedPart {
  code: string
}

const kept = new Map<number, { version: number; on: LocalDate; services: readonly DeskService[] }>()

/** Services in force that people may bring to a desk, whoever's screen takes in the online ones; in order of code. R-020 */
export async function listDeskServices(tx: Tx, agencyId: number): Promise<readonly DeskService[]> {
  const on = today()
  const version = await getAgencyVersion(tx, agencyId)
  const known = kept.get(agencyId)
  if (known?.version === version && known.on === on) return known.services
  const { rows } = await sql<DeskService>`
    select distinct on (s.code) s.code, s.package -> 'service' as service, s.package -> 'procedure' -> 'plain' as plain
    from service_versions s
    where s.agency_id = ${agencyId} and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to > ${on})
      and (select o.at_desk from agency_procedures o where o.agency_id = s.agency_id and o.code = s.code
        and o.valid_from <= ${on} and (o.valid_to is null or o.valid_to > ${on}) order by o.valid_from desc limit 1)
    order by s.code, s.valid_from desc, s.installed_at desc`.execute(tx)
  const services = rows.filter(({ service }) => service.channels.includes('counter'))
  kept.set(agencyId, { version, on, services })
  return services
}
