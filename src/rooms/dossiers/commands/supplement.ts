import type { LocalDate } from '#kernel/local-date.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import type { Supplement, SupplementItem, SupplementRequest, SuppliedItem } from '../slips.ts'

export interface SupplementAsked {
  items: readonly Omit<SupplementItem, 'id'>[]
  supplyBy?: LocalDate | undefined
  /** For a second request: why. The officer asking must then be a supervisor of the unit. R-077 */
  approval?: { reason: string } | undefined
}

/** Asks once for everything that is missing: form 02. In processing, the clock stands still from here. */
export async function requestSupplement(
  _officer: Officer,
  _ref: string,
  _asked: SupplementAsked,
): Promise<SupplementRequest> {
  throw new Error('being written')
}

/** The person's answer to the open request. The clock runs again. */
export async function supplyDossier(
  _citizen: Citizen,
  _ref: string,
  _items: readonly SuppliedItem[],
): Promise<Supplement> {
  throw new Error('being written')
}
