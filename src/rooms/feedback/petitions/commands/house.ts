import type { Tx } from '#platform/db/index.ts'
import { listUnits } from '#rooms/agencies/index.ts'
import { listOfficersWith } from '#rooms/identity/index.ts'
import { frontOf } from '../../front.ts'
import type { House } from '../policy.ts'

/** The front of the agency today, and whether somebody supervises there. */
export async function houseOf(tx: Tx, agencyId: number): Promise<House> {
  const front = frontOf(await listUnits(tx, agencyId))
  const supervisors = await listOfficersWith(tx, 'supervisor')
  const hasSupervisor = supervisors.some(({ appointments }) =>
    appointments.some(({ unitId, roles }) => front.has(unitId) && roles.includes('supervisor')),
  )
  return { front, hasSupervisor }
}
