import { Conflict } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { asInstallation, isUniqueViolation, transaction } from '#platform/db/index.ts'
import type { NewAgency } from '../agency.ts'
import { forgetHosts, insertAgency, nextAgencyId } from '../store/agencies.ts'
import { addUnit } from '../store/units.ts'

/**
 * A new tenant with its hosts and its root unit, valid from `since` (today when not given). Returns its id.
 * Throws Conflict when its code or a host is taken.
 */
export async function createAgency(agency: NewAgency, since?: LocalDate): Promise<number> {
  const id = agency.id ?? (await asInstallation(nextAgencyId))
  try {
    await transaction(id, async (tx) => {
      await insertAgency(tx, id, agency)
      await addUnit(tx, id, {
        ...(agency.rootUnitId === undefined ? {} : { id: agency.rootUnitId }),
        code: agency.code,
        kind: 'agency',
        name: agency.name,
        address: agency.contact.address,
        phone: agency.contact.phone,
        ...(since === undefined ? {} : { validFrom: since }),
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('agencies.code-or-host-taken', { code: agency.code })
    throw error
  }
  forgetHosts()
  return id
}
