import { Conflict } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import { type Dossier, lockDossier, type StepReport } from '#rooms/dossiers/index.ts'
import { lockOpenItems } from '../store/work-items.ts'
import type { WorkItem } from '../work-item.ts'

/** Which work on which dossier. */
export interface WorkRef {
  ref: string
  itemId: string
}

/** The dossier and one open piece of its work, both locked. Conflict when that work has been done meanwhile. R-080 */
export async function lockItem(
  tx: Tx,
  officer: Officer,
  { ref, itemId }: WorkRef,
): Promise<{ dossier: Dossier; item: WorkItem }> {
  const dossier = await lockDossier(tx, officer, ref)
  const item = (await lockOpenItems(tx, dossier.id)).find(({ id }) => id === itemId)
  if (!item) throw new Conflict('processing.step-already-left', { ref })
  return { dossier, item }
}

/** Where the dossier stands, and in whose hands. */
export function reportOf(item: WorkItem, officer: { id: string; name: string }): StepReport {
  return { id: item.step, name: item.stepName, unitId: item.unitId, officerId: officer.id, officerName: officer.name }
}
