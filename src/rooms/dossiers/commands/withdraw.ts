import { allow } from '#kernel/errors.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { canWithdraw } from '../policy.ts'
import type { Withdrawal } from '../slips.ts'
import { endPause, insertWithdrawal, listPauses } from '../store/slips.ts'
import { cleanWords } from '../words.ts'
import { actorOf, advance } from './advance.ts'
import { lockWithPlaces } from './find.ts'
import { tell } from './tell.ts'

/** The person takes the dossier back, with or without a reason, until there is a result. R-062 */
export async function withdrawDossier(
  citizen: Citizen,
  ref: string,
  given: { reason?: string | undefined },
): Promise<Withdrawal> {
  return transaction(citizen.agencyId, async (tx) => {
    const { dossier, places } = await lockWithPlaces(tx, citizen, ref)
    allow(canWithdraw(citizen, dossier))
    const at = now()
    const reason = cleanWords(given.reason ?? '') || undefined
    const withdrawal: Withdrawal = { dossierId: dossier.id, withdrawnAt: at, reason }
    await insertWithdrawal(tx, dossier.agencyId, { ...withdrawal, personId: citizen.personId })
    for (const pause of await listPauses(tx, dossier)) {
      if (pause.to === undefined) await endPause(tx, dossier, { id: pause.id, at })
    }
    const after = await advance(tx, dossier, {
      slip: { withdrawnAt: at },
      entry: { actor: actorOf(citizen), type: 'dossier.withdrawn', at, facts: { from: dossier.status }, words: reason },
    })
    await tell(tx, after, { type: 'dossier.withdrawn', places })
    return withdrawal
  })
}
