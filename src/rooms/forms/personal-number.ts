import type { Value } from '#platform/rules/index.ts'

/** Twelve digits: place (3), sex and century (1), year (2), and six at random. */
const CENTURIES = [1900, 1900, 2000, 2000, 2100, 2100, 2200, 2200, 2300, 2300] as const

/**
 * Where a personal number says otherwise than the answers beside it. Both are in the number itself, and a person whose
 * sex or year of birth is corrected is given another number, so a number of another year is a slip of the pen.
 *
 * @see Law on Identification 2023, Art. 12: the number, and when it is given anew
 */
export function disagreement(
  number: string,
  beside: { bornOn: Value | undefined; gender: Value | undefined },
): 'year' | 'gender' | undefined {
  if (!/^\d{12}$/.test(number)) return undefined
  const digit = Number(number[3])
  const year = (CENTURIES[digit] ?? 1900) + Number(number.slice(4, 6))
  const { bornOn, gender } = beside
  if (typeof bornOn === 'string' && /^\d{4}/.test(bornOn) && Number(bornOn.slice(0, 4)) !== year) return 'year'
  if (gender === 'male' && digit % 2 === 1) return 'gender'
  return gender === 'female' && digit % 2 === 0 ? 'gender' : undefined
}
