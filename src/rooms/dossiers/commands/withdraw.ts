import type { Citizen } from '#kernel/viewer.ts'
import type { Withdrawal } from '../slips.ts'

/** The person takes the dossier back, with or without a reason, until there is a result. R-062 */
export async function withdrawDossier(
  _citizen: Citizen,
  _ref: string,
  _given: { reason?: string | undefined },
): Promise<Withdrawal> {
  throw new Error('being written')
}
