import { localDate } from '#kernel/local-date.ts'
import { asInstallation, transaction } from '#platform/db/index.ts'
import { demonstrationAgencies } from '../demonstration.ts'
import { findAgencyByCode } from '../store/agencies.ts'
import { addPosition, addUnit, listPositions, listUnits } from '../store/units.ts'
import { createAgency } from './create-agency.ts'

const SINCE = localDate('2025-07-01')

/** Loads the two demonstration agencies with their units and positions. A second time adds only what is missing. */
export async function seedDemonstration(): Promise<void> {
  for (const { agency, units, positions } of demonstrationAgencies) {
    const known = await asInstallation((tx) => findAgencyByCode(tx, agency.code))
    const id = known?.id ?? (await createAgency(agency, SINCE))
    await transaction(id, async (tx) => {
      const unitIds = new Set((await listUnits(tx, id)).map((unit) => unit.id))
      for (const unit of units) if (!unitIds.has(unit.id ?? '')) await addUnit(tx, id, unit)
      const ids = positions.flatMap((position) => position.id ?? [])
      const positionIds = new Set((await listPositions(tx, { ids })).map((position) => position.id))
      for (const position of positions) if (!positionIds.has(position.id ?? '')) await addPosition(tx, id, position)
    })
  }
}
