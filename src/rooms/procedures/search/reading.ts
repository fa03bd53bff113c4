import { isLight, type Lexicon, type Meaning, meaningsOf, withoutEmptyPhrases } from './lexicon.ts'
import type { SearchIndex } from './search-index.ts'
import type { Syllable } from './syllables.ts'

/** One way to read the query. */
export interface Reading {
  syllables: Syllable[]
  weight: number
  codes: string[]
  /** So many of its rarest words are looked for. */
  most: number
}

export function asTyped(syllables: Syllable[]): Reading {
  return { syllables, weight: 1, codes: [], most: syllables.length }
}

/** Words of the catalogue count a little more than those that were typed. */
export const MEANT = 1.02

/** Of the catalogue's long names the rarest words tell what they are about; the others are in every second name. */
const MOST_MEANT = 9

/** The words as they stand, and everything else they may mean in the catalogue's words. */
export function readingsOf(
  index: SearchIndex,
  lexicon: Lexicon,
  syllables: Syllable[],
): { readings: Reading[]; meant: string[] } {
  const asked = withoutEmptyPhrases(syllables)
  const meanings = meaningsOf(lexicon, asked)
  const meant = [...new Set(meanings.map(({ shown }) => shown))]
  const slips = meanings.length > 0 ? [] : likelySlips(index, asked)
  return { readings: different([asTyped(asked), ...meanings.map(asMeant), ...slips]), meant }
}

function asMeant({ syllables, codes }: Meaning): Reading {
  return { syllables, codes, weight: MEANT, most: MOST_MEANT }
}

/** Of readings with the same words the last one does: what was typed is often what a phrase means. */
function different(readings: Reading[]): Reading[] {
  const byWords = new Map<string, Reading>()
  for (const reading of readings) {
    const words = reading.syllables.map(({ key }) => key).join(' ')
    const codes = [...(byWords.get(words)?.codes ?? []), ...reading.codes]
    byWords.set(words, { ...reading, codes: [...new Set(codes)] })
  }
  return [...byWords.values()]
}

export interface Spelling {
  syllables: Syllable[]
  corrected: { typed: string; read: string }[]
}

const MOST_SPELLINGS = 4

/** Replaces syllables that the catalogue does not have at all; where several are near, each is tried. */
export function spellingsOf(index: SearchIndex, lexicon: Lexicon, typed: Syllable[]): Spelling[] {
  let spellings: Spelling[] = [{ syllables: [], corrected: [] }]
  for (const [at, one] of typed.entries()) {
    const known = index.terms.has(one.key) || lexicon.said.has(one.key) || isPlain(one.key)
    const reads = known ? [] : readUnknown(index, one.key, { before: typed[at - 1]?.key, after: typed[at + 1]?.key })
    spellings = spellings
      .flatMap(({ syllables, corrected }): Spelling[] => {
        if (reads.length === 0) return [{ syllables: [...syllables, one], corrected }]
        return reads.map((read) => ({
          syllables: [...syllables, ...read.map((key) => ({ key, said: key }))],
          corrected: [...corrected, { typed: one.said, read: read.join(' ') }],
        }))
      })
      .slice(0, MOST_SPELLINGS)
  }
  return spellings
}

/** Numbers and words that say nothing; and `gplx`, `hktt` have no vowel: they are abbreviations and never slips. */
function isPlain(key: string): boolean {
  return isLight(key) || /^\d+$/.test(key) || !/[aeiouy]/.test(key)
}

interface Beside {
  before: string | undefined
  after: string | undefined
}

function readUnknown(index: SearchIndex, key: string, beside: Beside): string[][] {
  const { speller } = index
  const decoded = speller.decoded(key)
  if (decoded) return [[decoded]]
  const near = speller.near(key)
  const fitting = near.filter((one) => fits(index, one, beside)).slice(0, 3)
  if (fitting.length > 0) return fitting.map((one) => [one])
  const split = speller.split(key, (one, next) => index.pairs.count(`${one} ${next}`))
  if (split) return [split]
  return near.slice(0, 2).map((one) => [one])
}

function fits(index: SearchIndex, key: string, { before, after }: Beside): boolean {
  return index.pairs.has(`${before} ${key}`) || index.pairs.has(`${key} ${after}`)
}

/** `ket hom`: both syllables exist, but never side by side; a near one that does is read as well. */
function likelySlips(index: SearchIndex, syllables: Syllable[]): Reading[] {
  const keys = syllables.map(({ key }) => key)
  for (const [at, key] of keys.entries()) {
    const beside = { before: keys[at - 1], after: keys[at + 1] }
    if (isLight(key) || /\d/.test(key) || fits(index, key, beside) || (!beside.before && !beside.after)) continue
    const near = index.speller.near(key).find((one) => fits(index, one, beside))
    if (near)
      return [
        {
          syllables: syllables.toSpliced(at, 1, { key: near, said: near }),
          weight: 0.9,
          codes: [],
          most: syllables.length,
        },
      ]
  }
  return []
}
