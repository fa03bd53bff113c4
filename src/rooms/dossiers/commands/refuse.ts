import type { Officer } from '#kernel/viewer.ts'
import type { ListedPaper, Refusal } from '../slips.ts'

/** Refuses a dossier at intake, with reason and basis: form 03. It ends there. R-065 */
export async function refuseDossier(
  _officer: Officer,
  _ref: string,
  _given: { reason: string; basis: string; advice?: string | undefined; returned?: readonly ListedPaper[] },
): Promise<Refusal> {
  throw new Error('being written')
}
