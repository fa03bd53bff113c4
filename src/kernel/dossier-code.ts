import { type LocalDate, localDate } from './local-date.ts'

/** `H99.12-261119-0007`: receiving unit's identity code, day, sequence of the day. */
export type DossierCode = string & { readonly __brand: 'DossierCode' }

export interface DossierCodeParts {
  unitCode: string
  receivedOn: LocalDate
  sequence: number
}

const SHAPE = /^([0-9A-Z]+(?:\.[0-9A-Z]+){0,9})-(\d{2})(\d{2})(\d{2})-(\d{4,7})$/

/**
 * Four digits at least; above 9,999 the sequence grows and is never cut.
 * @see Decree 61/2018, Art. 26 (kept by Decree 118/2025); Circular 01/2018/TT-VPCP, Art. 19
 */
export function dossierCode(parts: DossierCodeParts): DossierCode {
  const day = parts.receivedOn.slice(2).replaceAll('-', '')
  return `${parts.unitCode}-${day}-${String(parts.sequence).padStart(4, '0')}` as DossierCode
}

/**
 * Reads both orders of the unit code (`H15.50.05.13` top first, `000.00.06.H56` top last), 4 to 7 digits,
 * and forgives case and spaces, because people type it from paper. Undefined when it is not a code.
 */
export function parseDossierCode(text: string): (DossierCodeParts & { code: DossierCode }) | undefined {
  const code = text.trim().toUpperCase().replace(/\s+/g, '')
  const match = SHAPE.exec(code)
  if (!match) return undefined
  const [, unitCode = '', yy, mm, dd, sequence] = match
  try {
    const receivedOn = localDate(`20${yy}-${mm}-${dd}`)
    return { code: code as DossierCode, unitCode, receivedOn, sequence: Number(sequence) }
  } catch {
    return undefined
  }
}
