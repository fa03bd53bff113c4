import { fold } from '#kernel/vietnamese.ts'
import words from './everyday-words.json' with { type: 'json' }
import { hasMarks, type Syllable, syllablesOf } from './syllables.ts'

/** What people say, and the catalogue's words for it. */
export interface PhraseEntry {
  kind: 'phrase'
  said: string[]
  means: string
  /** Procedures that answer this very phrase, the first before the others. */
  codes: string[]
}

/** A moment in life: one word of each group, in that order, and none of the words that would change the meaning. */
export interface SituationEntry {
  kind: 'situation'
  when: string[][]
  unless: string[]
  means: string
  codes: string[]
}

export type WordEntry = PhraseEntry | SituationEntry

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
  meant: Syllable[]
  codes: string[]
}

interface Situation {
  when: ReadonlySet<string>[]
  unless: ReadonlySet<string>
  means: string
  meant: Syllable[]
  codes: string[]
}

/** Everyday words and situations, ready to be looked up. */
export interface Lexicon {
  byFirst: ReadonlyMap<string, readonly Phrase[]>
  /** Every syllable people are known to say: none of them is a slip, though the catalogue may not have it. */
  said: ReadonlySet<string>
  situations: readonly Situation[]
}

const keyOf = (text: string) =>
  syllablesOf(text)
    .map(({ key }) => key)
    .join(' ')

/** Of two phrases that begin alike the longer one counts; of two that are one and the same, the later one. */
export function buildLexicon(entries: readonly WordEntry[]): Lexicon {
  const phrases = entries
    .filter((entry) => entry.kind === 'phrase')
    .toReversed()
    .flatMap(({ said, means, codes }) => {
      const meant = syllablesOf(means)
      return said.map((one) => ({ said: syllablesOf(one), means, meant, codes }))
    })
    .filter(({ said }) => said.length > 0)
    .sort((one, other) => other.said.length - one.said.length)
  const situations = entries
    .filter((entry) => entry.kind === 'situation')
    .map(({ when, unless, means, codes }) => ({
      when: when.map((group) => new Set(group.map(keyOf))),
      unless: new Set(unless.map(keyOf)),
      ...{ means, meant: syllablesOf(means), codes },
    }))
  const said = new Set(phrases.flatMap(({ said }) => said.map(({ key }) => key)))
  for (const group of situations.flatMap(({ when }) => when)) {
    for (const words of group) for (const key of words.split(' ')) said.add(key)
  }
  return { byFirst: Map.groupBy(phrases, ({ said }) => said[0]?.key ?? ''), said, situations }
}

/**
 * Entries shipped with the product, by a name that stays the same while their first words do: what an agency says
 * about one of them is kept under that name.
 */
export const SHIPPED: ReadonlyMap<string, WordEntry> = new Map([
  ...words.phrases.map(({ said, means, codes = [] }): [string, WordEntry] => {
    return [entryName(said[0] ?? means), { kind: 'phrase', said, means, codes }]
  }),
  ...words.situations.map(({ when, unless = [], means, codes = [] }): [string, WordEntry] => {
    const first = `khi ${when.map((group) => group[0] ?? '').join(' ')}`
    return [entryName(first), { kind: 'situation', when, unless, means, codes }]
  }),
])

export function entryName(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

export const SHIPPED_LEXICON = buildLexicon([...SHIPPED.values()])

const EMPTY_PHRASES = words.empty.map(syllablesOf).sort((one, other) => other.length - one.length)
const LIGHT = new Set(words.light.map(keyOf))

/** Words that say nothing about which procedure is meant: `tôi`, `muốn`, `cho`. They count a little, never much. */
export function isLight(key: string): boolean {
  return LIGHT.has(key)
}

/** The words said stand here in the query. */
export function matchesAt(query: readonly Syllable[], at: number, said: readonly Syllable[]): boolean {
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
export function meaningsOf(lexicon: Lexicon, query: Syllable[]): Meaning[] {
  const grams = gramsOf(query)
  const meanings = lexicon.situations
    .filter((situation) => tells(grams, situation))
    .map(({ means, meant, codes }) => ({ syllables: meant, shown: means, codes }))
  const replaced = replacePhrases(lexicon, query)
  return replaced ? [...meanings, replaced] : meanings
}

function replacePhrases({ byFirst }: Lexicon, query: Syllable[]): Meaning | undefined {
  const syllables: Syllable[] = []
  const shown: string[] = []
  const codes: string[] = []
  for (let at = 0; at < query.length; ) {
    const one = query[at]
    if (!one) break
    const phrase = byFirst.get(one.key)?.find(({ said }) => matchesAt(query, at, said))
    if (phrase) {
      syllables.push(...phrase.meant)
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

/** One, two and three syllables that begin at each place. */
function gramsOf(query: readonly Syllable[]): string[][] {
  const keys = query.map(({ key }) => key)
  return keys.map((_, at) => [1, 2, 3].map((length) => keys.slice(at, at + length).join(' ')))
}

function tells(grams: readonly string[][], { when, unless }: Situation): boolean {
  const has = (group: ReadonlySet<string>, at: number) => grams[at]?.some((gram) => group.has(gram)) === true
  let from = 0
  for (const group of when) {
    while (from < grams.length && !has(group, from)) from += 1
    if (from === grams.length) return false
    from += 1
  }
  return !grams.some((_, at) => has(unless, at))
}
