import { dayOf, toLocal } from '#kernel/local-date.ts'
import { read } from '#platform/db/index.ts'
import { type DossierHappening, getDossierAsSystem, listLog, refOf } from '#rooms/dossiers/index.ts'
import { expectReminders, type Finished } from '#rooms/notifications/index.ts'

/** A result that grants is in the person's hands: what follows from it is worth a word in time. R-160 */
export async function followReturned({ agencyId, dossierId }: DossierHappening): Promise<void> {
  const finished = await read(agencyId, async (tx): Promise<Finished | undefined> => {
    const dossier = await getDossierAsSystem(tx, agencyId, dossierId)
    const { personId, resultReadyAt, procedureCode, procedureName, language } = dossier
    const ready = (await listLog(tx, dossier)).findLast(({ type }) => type === 'dossier.result-ready')
    if (personId === undefined || resultReadyAt === undefined || ready?.facts.outcome !== 'granted') return undefined
    const resultOn = dayOf(toLocal(resultReadyAt))
    return { agencyId, personId, dossierId, ref: refOf(dossier), procedureCode, procedureName, language, resultOn }
  })
  if (finished) await expectReminders(finished)
}
