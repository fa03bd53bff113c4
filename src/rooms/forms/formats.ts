import type { TextFormat } from './definition.ts'

interface Format {
  /** As people type it → as it is kept. */
  tidy(text: string): string
  fits(text: string): boolean
}

const bare = (text: string) => text.replace(/[\s.\-()]/g, '')
const trimmed = (text: string) => text.trim().replace(/\s+/g, ' ')

/**
 * The formats a form may ask for. None of them backtracks: each is a straight run over a short text.
 * @see Law on Identification 2023, Art. 12: the personal number is 12 digits
 */
export const FORMATS: Record<TextFormat, Format> = {
  name: { tidy: trimmed, fits: (text) => /^[\p{L}\p{M}][\p{L}\p{M} .'’-]*$/u.test(text) },
  'identity-number': { tidy: bare, fits: (text) => /^\d{12}$/.test(text) },
  'old-identity-number': { tidy: bare, fits: (text) => /^(?:\d{9}|\d{12})$/.test(text) },
  phone: { tidy: (text) => bare(text).replace(/^\+?84(?=\d{9}$)/, '0'), fits: (text) => /^0\d{9}$/.test(text) },
  email: { tidy: (text) => text.trim(), fits: isEmail },
  passport: { tidy: (text) => bare(text).toUpperCase(), fits: (text) => /^[A-Z0-9]{6,9}$/.test(text) },
  'tax-code': { tidy: tidyTaxCode, fits: isTaxCode },
  'account-number': { tidy: (text) => bare(text).toUpperCase(), fits: (text) => /^[A-Z0-9]{6,20}$/.test(text) },
  plate: { tidy: (text) => bare(text).toUpperCase(), fits: (text) => /^\d{2}[A-ZĐ]{1,2}\d?\d{4,5}$/.test(text) },
}

/** `0100109106001` is a branch: ten digits, a dash, three. */
function tidyTaxCode(text: string): string {
  const plain = text.trim().replace(/[\s.]/g, '')
  return /^\d{13}$/.test(plain) ? `${plain.slice(0, 10)}-${plain.slice(10)}` : plain
}

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const

/**
 * Ten digits of which the last checks the others, or the same and the number of a dependent unit. The personal number of
 * 12 digits is a tax code too.
 *
 * @see Circular 86/2024/TT-BTC, Art. 5: structure, and the personal number in its place
 */
function isTaxCode(text: string): boolean {
  if (/^\d{12}$/.test(text)) return true
  if (!/^\d{10}(?:-\d{3})?$/.test(text)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return Number(text[9]) === 10 - (sum % 11)
}

function isEmail(text: string): boolean {
  const [name = '', host = '', ...more] = text.split('@')
  const labels = host.split('.')
  const goodHost = labels.length >= 2 && labels.every((label) => /^[\p{L}\p{N}-]{1,63}$/u.test(label))
  return more.length === 0 && /^[^\s@<>"]{1,64}$/.test(name) && goodHost && text.length <= 254
}
