import type { Officer } from '#kernel/viewer.ts'
import type { ListedPaper, Receipt } from '../slips.ts'

/** Receives a dossier: code, due date, form 01. Throws Conflict when somebody was first. */
export async function receiveDossier(
  _officer: Officer,
  _ref: string,
  _given: { documents: readonly ListedPaper[] },
): Promise<Receipt> {
  throw new Error('being written')
}
