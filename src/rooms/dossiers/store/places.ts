import type { Tx } from '#platform/db/index.ts'
import { getUnit, listUnits, type Unit } from '#rooms/agencies/index.ts'
import type { Reach } from '../policy.ts'

/** The organisation of the day, as this room needs it. */
export interface Places {
  units: readonly Unit[]
  reach: Reach
}

export async function loadPlaces(tx: Tx, agencyId: number): Promise<Places> {
  const units = await listUnits(tx, agencyId)
  const centres = new Set(units.filter(({ kind, desk }) => kind === 'service-centre' && desk).map(({ id }) => id))
  return { units, reach: { centres, root: units.find(({ parentId }) => parentId === undefined)?.id } }
}

/** A unit, also one that has ended since. */
export async function unitNamed(tx: Tx, { units }: Places, id: string): Promise<Unit> {
  return units.find((unit) => unit.id === id) ?? getUnit(tx, id)
}
