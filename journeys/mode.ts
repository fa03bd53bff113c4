/** How the agency of the stories works. `JOURNEYS_MODE` says which. R-024 */
export type Mode = 'portal' | 'back-office' | 'mixed'

const MODES: readonly Mode[] = ['portal', 'back-office', 'mixed']

const given = process.env.JOURNEYS_MODE || 'portal'
const found = MODES.find((one) => one === given)
if (!found) throw new Error(`JOURNEYS_MODE is ${given}: give one of ${MODES.join(', ')}`)

export const mode: Mode = found

/** In mixed mode people apply for these at the national portal. */
export const MIXED_NATIONAL: readonly string[] = ['2.000635']

/** Whether the form of a procedure is filled in here; otherwise its dossiers are born at the national portal. */
export function isOwn(procedure: string): boolean {
  return mode === 'portal' || (mode === 'mixed' && !MIXED_NATIONAL.includes(procedure))
}
