import type { StatedPerson } from './claims.ts'

/** A citizen or organisation as the agency knows it: what the provider stated last. */
export interface Person extends Omit<StatedPerson, 'assurance' | 'subject'> {
  id: string
  agencyId: number
  /** When the provider stated it: a form that fills it in says “từ VNeID, lúc …”. */
  statedAt: Date
  /** Who stated it: an account that signed in, or an officer at a counter, from the identity paper. */
  statedBy: 'account' | 'counter'
  /** When they last signed in, or stood at a counter. */
  lastSeenAt: Date
}

/** `000•••••••12`: enough for its owner to recognise, not enough for anyone else. */
export function maskIdNumber(idNumber: string): string {
  const shown = Math.min(3, Math.floor(idNumber.length / 4))
  const tail = Math.min(2, shown)
  return idNumber.slice(0, shown) + '•'.repeat(idNumber.length - shown - tail) + idNumber.slice(idNumber.length - tail)
}
