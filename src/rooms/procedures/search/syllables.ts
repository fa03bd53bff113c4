import { fold, nfc } from '#kernel/vietnamese.ts'

/** One written syllable: `key` is what is compared (no marks, one spelling of i and y), `said` what was written. */
export interface Syllable {
  key: string
  said: string
}

const WORD = /[\p{L}\p{N}]+/gu

/** `Kí` and `ký`, `quí` and `quý`, `lí` and `lý` are the same word; after another vowel y and i differ (`tay`, `tai`). */
export function syllableKey(said: string): string {
  return remembered(keys, said, keyOf)
}

// Vietnamese has some 7,000 written syllables: each is worked out once. What strangers type is not kept without end.
const MOST_REMEMBERED = 50_000
const keys = new Map<string, string>()
const marked = new Map<string, string>()

function remembered(known: Map<string, string>, said: string, work: (said: string) => string): string {
  const before = known.get(said)
  if (before !== undefined) return before
  const found = work(said)
  if (known.size < MOST_REMEMBERED) known.set(said, found)
  return found
}

function keyOf(said: string): string {
  const folded = fold(said)
  if (folded.startsWith('qu') && folded.endsWith('y')) return `${folded.slice(0, -1)}i`
  return /^[bcdghklmnprstvx]+y$/.test(folded) ? `${folded.slice(0, -1)}i` : folded
}

export function syllablesOf(text: string): Syllable[] {
  const found: Syllable[] = []
  for (const [said] of nfc(text).toLowerCase().matchAll(WORD)) found.push({ key: syllableKey(said), said })
  return found
}

export function keysOf(text: string): string[] {
  return syllablesOf(text).map(({ key }) => key)
}

/** True when a mark or a letter beyond ASCII was typed: the writer then means exactly those marks. */
export function hasMarks(said: string): boolean {
  return /[^\u0020-\u007e]/.test(said)
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/

/** The syllable with its marks, wherever the tone was put and whichever of i and y was written: `hoà` is `hòa`. */
export function markedKey(said: string): string {
  return remembered(marked, said, markedKeyOf)
}

function markedKeyOf(said: string): string {
  const letters = said.normalize('NFD')
  const tone = TONES.exec(letters)?.[0] ?? ''
  const body = letters.replace(TONES, '').normalize('NFC')
  const spelled = /^(?:[bcdđghklmnprstvx]+|qu)y$/.test(body) ? `${body.slice(0, -1)}i` : body
  return spelled + tone
}
