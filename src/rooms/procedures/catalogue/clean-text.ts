import { nfc } from '#kernel/vietnamese.ts'
import type { TextBlock } from '../record.ts'

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Characters that are not text: controls, zero-width, direction marks, byte-order marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const point = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' '
  })
}

/**
 * Only tags that HTML has are taken for markup: `điện áp <110kV>` stays as it was written. What is left is text,
 * and is escaped where it is shown, so nothing here has to be a complete list of what is dangerous.
 */
const TAG =
  /<\/?(?:p|div|br|li|ul|ol|span|b|i|u|strong|em|a|table|tbody|thead|tr|td|th|h[1-6]|font|sup|sub|img|script|style|o:p)\b[^<>]*>/gi

/** One line: no markup, no invisible characters, single spaces, NFC. */
export function cleanLine(text: unknown): string {
  if (typeof text !== 'string') return ''
  return nfc(decodeEntities(text.replace(TAG, ' ')))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The same without the dash, star or quotation mark that publishers begin names with. */
export function cleanName(text: unknown): string {
  return cleanLine(text)
    .replace(/^["“”'*+•\-–—\s]+/, '')
    .replace(/[\s:;,"“”]+$/, '')
}

const BREAK = /<\/(?:p|div|li|tr|h[1-6])\s*>|<br\s*\/?>/gi
const BULLET = /^[-–—+•*·]\s*/

/** Paragraphs and list items of a long text; the publishers mark items with a dash, a plus, a star or `<li>`. */
export function cleanBlocks(text: unknown): TextBlock[] {
  if (typeof text !== 'string') return []
  const lines = text
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(BREAK, '\n')
    .split(/\r\n|[\n\r\u2028\u2029]/)
  return lines.flatMap((line): TextBlock[] => {
    const clean = cleanLine(line).replace(/^["“]+\s*(?=[-+])/, '')
    const kind = BULLET.test(clean) ? 'item' : 'paragraph'
    const words = clean.replace(BULLET, '')
    return /[\p{L}\p{N}]/u.test(words) ? [{ kind, text: words }] : []
  })
}

/** `Không`, `Không có`, `Không quy định`: the publisher says there is none. */
export function saysNone(blocks: TextBlock[]): boolean {
  return blocks.length === 1 && /^không( có| quy định| yêu cầu)?\.?$/i.test(blocks[0]?.text ?? '')
}
