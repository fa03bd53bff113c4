import { allow, DomainError, Forbidden } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { canRefuse, deskFor } from '../policy.ts'
import type { ListedPaper, Refusal } from '../slips.ts'
import { insertRefusal } from '../store/slips.ts'
import { cleanWords } from '../words.ts'
import { actorOf, advance } from './advance.ts'
import { lockWithPlaces } from './find.ts'
import { tell } from './tell.ts'

export interface RefusalGiven {
  reason: string
  basis: string
  advice?: string | undefined
  returned?: readonly ListedPaper[]
}

/** Refuses a dossier at intake, with reason and basis: form 03. It ends there. R-065 */
export async function refuseDossier(officer: Officer, ref: string, given: RefusalGiven): Promise<Refusal> {
  const [reason, basis] = [cleanWords(given.reason), cleanWords(given.basis)]
  if (!reason || !basis) throw new DomainError('dossiers.refusal-needs-reason-and-basis')
  return transaction(officer.agencyId, async (tx) => {
    const { dossier, places } = await lockWithPlaces(tx, officer, ref)
    allow(canRefuse(officer, dossier, places.reach))
    const unitId = deskFor(officer, dossier, places.reach)
    if (unitId === undefined) throw new Forbidden('dossiers.not-your-desk')

    const at = now()
    const refusal: Refusal = {
      dossierId: dossier.id,
      unitId,
      officerId: officer.officerId,
      officerName: officer.name,
      refusedAt: at,
      reason,
      basis,
      advice: cleanWords(given.advice ?? '') || undefined,
      returned: given.returned ?? [],
    }
    await insertRefusal(tx, dossier.agencyId, refusal)
    const after = await advance(tx, dossier, {
      slip: { refusedAt: at },
      entry: { actor: actorOf(officer), type: 'dossier.refused', at, facts: { unitId }, words: `${reason}\n${basis}` },
    })
    const reasons = [reason, basis, ...(refusal.advice ? [refusal.advice] : [])]
    await tell(tx, after, { type: 'dossier.refused', places, reasons, receivingOfficer: officer.name })
    return refusal
  })
}
