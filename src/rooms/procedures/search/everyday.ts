import words from './everyday-words.json' with { type: 'json' }
import { hasMarks, type Syllable, syllablesOf } from './syllables.ts'

/** What a query may also mean, in the catalogue's words. */
export interface Meaning {
  syllables: Syllable[]
  /** The words that were replaced or added, as they are shown to the person. */
  shown: string
  /** Procedures that answer this very situation. */
  codes: string[]
}

interface Phrase {
  said: Syllable[]
  means: string
  codes: string[]
}

interface Situation {
  who: Set<string>[]
  unless: Set<string>
  means: string
  codes: string[]
}

const plain = (text: string) => syllablesOf(text)
const key = (text: string) =>
  plain(text)
    .map((one) => one.key)
    .join(' ')

const PHRASES: Phrase[] = words.phrases
  .flatMap(({ said, means, codes = [] }) => said.map((one) => ({ said: plain(one), means, codes })))
  .sort((one, other) => other.said.length - one.said.length)

const BY_FIRST = Map.groupBy(PHRASES, ({ said }) => said[0]?.key ?? '')

const SITUATIONS: Situation[] = words.situations.map(({ when, unless = [], means, codes = [] }) => ({
  who: when.map((group) => new Set(group.map(key))),
  unless: new Set(unless.map(key)),
  means,
  codes,
}))

const EMPTY_PHRASES = words.empty.map((one) => plain(one)).sort((one, other) => other.length - one.length)
const LIGHT = new Set(words.light.map(key))

/** Words that say nothing about which procedure is meant: `tôi`, `muốn`, `cho`. They count a little, never much. */
export function isLight(key: string): boolean {
  return LIGHT.has(key)
}

function matchesAt(query: Syllable[], at: number, said: Syllable[]): boolean {
  return said.every((one, step) => {
    const typed = query[at + step]
    if (!typed || typed.key !== one.key) return false
    // `mã` is not `má`: marks that were typed must be the phrase's own, where the phrase has any.
    return !hasMarks(typed.said) || !hasMarks(one.said) || sameWord(typed.said, one.said)
  })
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

function sameWord(one: string, other: string): boolean {
  if (one === other) return true
  const tones = (text: string) => text.normalize('NFD').match(TONES)?.join('') ?? ''
  return tones(one) === tones(other)
}

/** Takes out `thủ tục`, `làm thế nào`, `ở đâu`, unless nothing else would be left. */
export function withoutEmptyPhrases(query: Syllable[]): Syllable[] {
  const left: Syllable[] = []
  for (let at = 0; at < query.length; ) {
    const empty = EMPTY_PHRASES.find((phrase) => matchesAt(query, at, phrase))
    const one = query[at]
    if (!empty && one) left.push(one)
    at += empty?.length ?? 1
  }
  return left.length > 0 ? left : query
}

/** Everyday words and situations, turned into the words of the catalogue. */
export function meaningsOf(query: Syllable[]): Meaning[] {
  const meanings = SITUATIONS.filter((situation) => tells(query, situation)).map(({ means, codes }) => ({
    syllables: plain(means),
    shown: means,
    codes,
  }))
  const replaced = replacePhrases(query)
  return replaced ? [...meanings, replaced] : meanings
}

function replacePhrases(query: Syllable[]): Meaning | undefined {
  const syllables: Syllable[] = []
  const shown: string[] = []
  const codes: string[] = []
  for (let at = 0; at < query.length; ) {
    const one = query[at]
    if (!one) break
    const phrase = BY_FIRST.get(one.key)?.find(({ said }) => matchesAt(query, at, said))
    if (phrase) {
      syllables.push(...plain(phrase.means))
      shown.push(phrase.means)
      codes.push(...phrase.codes)
      at += phrase.said.length
    } else {
      syllables.push(one)
      at += 1
    }
  }
  return shown.length > 0 ? { syllables, shown: shown.join(', '), codes } : undefined
}

/** Every group of words is there, in that order, and none of the words that would change the meaning. */
function tells(query: Syllable[], { who, unless }: Situation): boolean {
  const keys = query.map((one) => one.key)
  const grams = (at: number) => [1, 2, 3].map((length) => keys.slice(at, at + length).join(' '))
  const at = (group: Set<string>, from: number) =>
    keys.findIndex((_, index) => index >= from && grams(index).some((gram) => group.has(gram)))
  if (keys.some((_, index) => grams(index).some((gram) => unless.has(gram)))) return false

  let from = 0
  for (const group of who) {
    const found = at(group, from)
    if (found < 0) return false
    from = found + 1
  }
  return true
}
