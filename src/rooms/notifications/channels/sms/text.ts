import type { Told } from '../../channel.ts'
import { shortText } from '../short.ts'
import { sizeOf } from './segments.ts'

/** `Đã có kết quả` → `Da co ket qua`: plain letters only, which every telephone shows and which cost least. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/[^\n\x20-\x7e]/g, '')
}

export interface SmsStyle {
  /** With the marks of Vietnamese: 70 letters a segment instead of 160. */
  marks: boolean
  /** Segments at most; the address of the portal is left out before that. */
  most: number
}

/**
 * The text of an SMS: the code, the state, the host name of the portal. No name, no reason, no link that must be
 * trusted, no shortener. R-159
 */
export function smsText(told: Told, { marks, most }: SmsStyle): string {
  const { message, see } = shortText(told)
  const written = (text: string) => (marks ? text.normalize('NFC') : withoutMarks(text))
  const whole = written(`${message} ${see}`)
  return sizeOf(whole).segments <= most ? whole : written(message)
}
