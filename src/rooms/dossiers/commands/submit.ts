import type { Citizen } from '#kernel/viewer.ts'
import type { Dossier } from '../dossier.ts'
import type { Submission } from './submission.ts'

/** Files a dossier: temporary code, log, acknowledgement, draft removed; all or nothing. Twice with one key is once. R-061 */
export async function submitDossier(_citizen: Citizen, _submission: Submission): Promise<Dossier> {
  throw new Error('being written')
}
