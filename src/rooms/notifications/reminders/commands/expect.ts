import { transaction } from '#platform/db/index.ts'
import type { Finished } from '../reminder.ts'
import { insertReminder } from '../store.ts'
import { rulesFor } from './rules.ts'

/** A dossier has come to a good end: what follows from it is written down, once. Nobody is told who has not asked. R-160 */
export async function expectReminders(finished: Finished): Promise<void> {
  await transaction(finished.agencyId, async (tx) => {
    for (const rule of await rulesFor(tx, finished.procedureCode)) await insertReminder(tx, finished, rule)
  })
}
