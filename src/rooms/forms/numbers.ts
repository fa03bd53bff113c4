import { groupDigits } from '#kernel/money.ts'

/** `1.234,5`, as papers in Vietnam write it, in both languages: the digits on the paper and on the screen agree. */
export function sayNumber(value: number): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.')
  const sign = value < 0 ? '-' : ''
  if (!/^\d+$/.test(whole)) return String(value)
  // Years and house numbers are figures too: four digits stand ungrouped.
  const shown = whole.length > 4 ? groupDigits(Number(whole)) : whole
  return sign + shown + (fraction === undefined ? '' : `,${fraction}`)
}

const GROUPED = /^-?\d{1,3}(?:\.\d{3})+$/
const WHOLE = /^-?\d{1,15}$/
const DECIMAL = /^(-?\d{1,12}|-?\d{1,3}(?:\.\d{3}){1,3}),(\d{1,6})$/
const POINT = /^-?\d{1,12}\.\d{1,6}$/

/**
 * `50.000` and `50 000` are fifty thousand: in Vietnam the dot groups, the comma parts. `85.5` can only be a fraction.
 * Undefined when it is no number.
 */
export function readNumber(text: string, decimals = 0): number | undefined {
  const plain = text.replace(/[\s\u00a0]|đồng$|đ$/gi, '')
  if (GROUPED.test(plain)) return Number(plain.replaceAll('.', ''))
  if (WHOLE.test(plain)) return Number(plain)
  if (decimals === 0) return undefined
  const [, whole, fraction] = DECIMAL.exec(plain) ?? []
  if (whole !== undefined) return Number(`${whole.replaceAll('.', '')}.${fraction}`)
  return POINT.test(plain) ? Number(plain) : undefined
}
