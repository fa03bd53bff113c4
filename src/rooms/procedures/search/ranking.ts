import { variantsAsked, variantWeight } from './commonness.ts'
import { isLight, meaningsOf, withoutEmptyPhrases } from './everyday.ts'
import type { Posting } from './postings.ts'
import { rarity, type SearchIndex } from './search-index.ts'
import { hasMarks, markedKey, type Syllable, syllablesOf } from './syllables.ts'

/** How the words were read: shown to the person, who can ask for the literal search instead. */
export interface Understanding {
  /** Syllables that were read as others: `giays` → `giay`. */
  corrected: { typed: string; read: string }[]
  /** Catalogue words for everyday ones. */
  meant: string[]
}

export interface Ranking {
  understanding: Understanding
  /** Score by document number; 0 is no match. 1 and above: everything typed is in the name. */
  scores: Float32Array
}

/** A person types a sentence at most; what is longer is cut before any work is done. */
const MOST_SYLLABLES = 24

/** One way to read the query. */
interface Reading {
  syllables: Syllable[]
  weight: number
  codes: string[]
}

/** Scores every procedure; `literal` takes the words as they stand. */
export function rank(index: SearchIndex, query: string, literal: boolean): Ranking {
  const typed = syllablesOf(query).slice(0, MOST_SYLLABLES)
  const spellings = literal ? [{ syllables: typed, corrected: [] }] : spellingsOf(index, typed)
  const scores = new Float32Array(index.codes.length)
  const understanding: Understanding = { corrected: [], meant: [] }
  let top = 0
  for (const { syllables, corrected } of spellings) {
    const { readings, meant } = literal ? { readings: [asTyped(syllables)], meant: [] } : readingsOf(index, syllables)
    const reached = Math.max(...readings.map((reading) => scoreReading(index, reading, scores)))
    if (reached > top) Object.assign(understanding, { corrected, meant })
    top = Math.max(top, reached)
  }
  const variants = variantsAsked(typed.map(({ key }) => key))
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0
    if (score > 0) scores[at] = score * (index.priors[at] ?? 1) * variantWeight(index.variants[at] ?? 0, variants)
  }
  return { understanding, scores }
}

function asTyped(syllables: Syllable[]): Reading {
  return { syllables, weight: 1, codes: [] }
}

function readingsOf(index: SearchIndex, syllables: Syllable[]): { readings: Reading[]; meant: string[] } {
  const asked = withoutEmptyPhrases(syllables)
  const meanings = meaningsOf(asked)
  const meant = [...new Set(meanings.map(({ shown }) => shown))]
  const slips = meanings.length > 0 ? [] : likelySlips(index, asked)
  return { readings: [asTyped(asked), ...meanings.map((meaning) => ({ ...meaning, weight: 1.02 })), ...slips], meant }
}

interface Spelling {
  syllables: Syllable[]
  corrected: Understanding['corrected']
}

const MOST_SPELLINGS = 4

/** Replaces syllables that the catalogue does not have at all; where several are near, each is tried. */
function spellingsOf(index: SearchIndex, typed: Syllable[]): Spelling[] {
  let spellings: Spelling[] = [{ syllables: [], corrected: [] }]
  for (const [at, one] of typed.entries()) {
    const known = index.terms.has(one.key) || isLight(one.key) || /^\d+$/.test(one.key) || isAbbreviation(one.key)
    const reads = known ? [] : readUnknown(index, one.key, typed[at - 1]?.key, typed[at + 1]?.key)
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

/** `gplx`, `hktt` have no vowel: they are abbreviations, known or not, and never slips. */
function isAbbreviation(key: string): boolean {
  return !/[aeiouy]/.test(key)
}

function readUnknown(index: SearchIndex, key: string, before?: string, after?: string): string[][] {
  const { speller } = index
  const decoded = speller.decoded(key)
  if (decoded) return [[decoded]]
  const near = speller.near(key)
  const fitting = near.filter((one) => fits(index, one, before, after)).slice(0, 3)
  if (fitting.length > 0) return fitting.map((one) => [one])
  const split = speller.split(key, (one, next) => index.pairs.count(`${one} ${next}`))
  if (split) return [split]
  return near.slice(0, 2).map((one) => [one])
}

function fits(index: SearchIndex, key: string, before?: string, after?: string): boolean {
  return index.pairs.has(`${before} ${key}`) || index.pairs.has(`${key} ${after}`)
}

/** `ket hom`: both syllables exist, but never side by side; a near one that does is read as well. */
function likelySlips(index: SearchIndex, syllables: Syllable[]): Reading[] {
  const keys = syllables.map(({ key }) => key)
  for (const [at, key] of keys.entries()) {
    const [before, after] = [keys[at - 1], keys[at + 1]]
    if (isLight(key) || /\d/.test(key) || fits(index, key, before, after) || (!before && !after)) continue
    const near = index.speller.near(key).find((one) => fits(index, one, before, after))
    if (near) return [{ syllables: syllables.toSpliced(at, 1, { key: near, said: near }), weight: 0.9, codes: [] }]
  }
  return []
}

const COVERED = 0.5
const TOGETHER = 0.25
const WHOLE_NAME = 0.25
/** What a match is worth when marks were typed and are others: `thi thực` for `thị thực`. */
const OTHER_MARKS = 0.55
const DIRECT = 0.35
/** Under this part of what was typed, a match is an accident. */
const LEAST_COVER = 0.34

/** Working space of one query, cleared by what it touched: allocating it anew costs more than the search. */
interface Tally {
  covered: Float32Array
  inName: Float32Array
  together: Float32Array
  touched: Uint32Array
  count: number
}

let tally: Tally | undefined

function tallyOf(size: number): Tally {
  if (tally?.covered.length !== size) {
    const numbers = () => new Float32Array(size)
    tally = {
      covered: numbers(),
      inName: numbers(),
      together: numbers(),
      touched: new Uint32Array(size),
      count: 0,
    }
  }
  return tally
}

interface Term {
  key: string
  said: string
  worth: number
}

/** The rarest first: what only has the common ones can never be covered enough, and is not looked at. */
function termsOf(index: SearchIndex, syllables: Syllable[]): Term[] {
  const allLight = syllables.every(({ key }) => isLight(key))
  const terms = new Map<string, Term>()
  for (const { key, said } of syllables) {
    terms.set(key, { key, said, worth: rarity(index, key) * (isLight(key) && !allLight ? 0.12 : 1) })
  }
  return [...terms.values()].sort((one, other) => other.worth - one.worth)
}

/** Raises each document to its score in this reading; tells the highest. */
function scoreReading(index: SearchIndex, { syllables, weight, codes }: Reading, scores: Float32Array): number {
  const terms = termsOf(index, syllables)
  const total = terms.reduce((sum, { worth }) => sum + worth, 0)
  if (total === 0) return 0
  const held = tallyOf(scores.length)
  let left = total
  for (const { key, said, worth } of terms) {
    const posting = index.terms.get(key)
    const bare = hasMarks(said) ? OTHER_MARKS : 1
    if (posting) addTerm(posting, { worth, bare, opens: left >= total * LEAST_COVER }, held)
    if (bare < 1) addMarks(index.marked.get(markedKey(said)), worth * (1 - bare), held.covered)
    left -= worth
  }
  let totalPairs = 0
  for (const [at, { key }] of syllables.entries()) {
    const next = syllables[at + 1]
    if (next) totalPairs += addPair(index, key, next.key, held.together)
  }
  const top = collect(index, held, { weight, total, totalPairs }, scores)
  clear(index, syllables, held)
  addDirect(index, codes, scores)
  return codes.length > 0 ? top + DIRECT : top
}

interface Totals {
  weight: number
  total: number
  totalPairs: number
}

function collect(index: SearchIndex, held: Tally, totals: Totals, scores: Float32Array): number {
  const { weight, total, totalPairs } = totals
  let top = 0
  for (let step = 0; step < held.count; step += 1) {
    const at = held.touched[step] ?? 0
    const cover = (held.covered[at] ?? 0) / total
    if (cover < LEAST_COVER) continue
    const pairs = totalPairs === 0 ? cover : (held.together[at] ?? 0) / totalPairs
    const name = Math.min(1, (held.inName[at] ?? 0) / (index.nameWeight[at] || 1))
    const score = weight * cover * (COVERED * cover + TOGETHER * pairs + WHOLE_NAME * name)
    if (score > (scores[at] ?? 0)) scores[at] = score
    const likely = score * (index.priors[at] ?? 1)
    if (likely > top) top = likely
  }
  return top
}

function clear(index: SearchIndex, syllables: Syllable[], held: Tally): void {
  for (let step = 0; step < held.count; step += 1) {
    const at = held.touched[step] ?? 0
    held.covered[at] = 0
    held.inName[at] = 0
  }
  held.count = 0
  for (const [at, { key }] of syllables.entries()) {
    const next = syllables[at + 1]
    if (next) forget(index.pairs.get(`${key} ${next.key}`), held.together)
  }
}

function forget(posting: Posting | undefined, from: Float32Array): void {
  if (posting) for (let at = 0; at < posting.documents.length; at += 1) from[posting.documents[at] ?? 0] = 0
}

function addTerm(
  { documents, weights }: Posting,
  { worth, bare, opens }: { worth: number; bare: number; opens: boolean },
  held: Tally,
): void {
  const { covered, inName, touched } = held
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    const weight = weights[at] ?? 0
    const before = covered[document] ?? 0
    if (before === 0) {
      if (!opens) continue
      touched[held.count] = document
      held.count += 1
    }
    covered[document] = before + (worth * bare * weight) / 100
    if (weight === 100) inName[document] = (inName[document] ?? 0) + worth
  }
}

/** The rest of a match's worth, where the marks agree too; only for documents that are already looked at. */
function addMarks(posting: Posting | undefined, worth: number, covered: Float32Array): void {
  if (!posting) return
  const { documents, weights } = posting
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    const before = covered[document] ?? 0
    if (before > 0) covered[document] = before + (worth * (weights[at] ?? 0)) / 100
  }
}

function add(posting: Posting | undefined, worth: number, to: Float32Array): void {
  if (!posting) return
  const { documents } = posting
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    to[document] = (to[document] ?? 0) + worth
  }
}

function addPair(index: SearchIndex, one: string, next: string, together: Float32Array): number {
  if (isLight(one) || isLight(next)) return 0
  const worth = Math.min(rarity(index, one), rarity(index, next))
  add(index.pairs.get(`${one} ${next}`), worth, together)
  return worth
}

/** The procedures an everyday phrase is known to mean stand above what merely has its words. */
function addDirect(index: SearchIndex, codes: string[], scores: Float32Array): void {
  for (const [place, code] of codes.entries()) {
    const at = index.numberOf.get(code)
    if (at !== undefined) scores[at] = Math.max(scores[at] ?? 0, 0.7) + DIRECT / (place + 1)
  }
}
