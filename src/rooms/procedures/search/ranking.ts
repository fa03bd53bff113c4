import { variantsAsked, variantWeights } from './commonness.ts'
import { isLight, type Lexicon } from './lexicon.ts'
import { type PlaceRead, readPlace } from './places.ts'
import { asTyped, MEANT, type Reading, readingsOf, spellingsOf } from './reading.ts'
import { rarity, type SearchIndex } from './search-index.ts'
import { hasMarks, markedKey, type Syllable, syllablesOf } from './syllables.ts'
import { Tally } from './tally.ts'

/** How the words were read: shown to the person, who can ask for the literal search instead. */
export interface Understanding {
  /** Syllables that were read as others: `giays` → `giay`. */
  corrected: { typed: string; read: string }[]
  /** Catalogue words for everyday ones. */
  meant: string[]
  /** A place by its old name, and the one it belongs to today. */
  renamed?: { typed: string; now: string }
}

export interface Ranking {
  understanding: Understanding
  /** Score by document number; 0 is no match. 1 and above: everything typed is in the name. Good until the next query. */
  scores: Float32Array
  /** Numbers with a score, in no order. Good until the next query. */
  found: Uint32Array
  /** The highest of the scores. */
  best: number
}

/** A person types a sentence at most; what is longer is cut before any work is done. */
const MOST_SYLLABLES = 24

/** Scores of one query, cleared when the next one begins. */
class Scores {
  readonly all: Float32Array
  readonly found: Uint32Array
  readonly tally: Tally
  count = 0

  constructor(size: number) {
    this.all = new Float32Array(size)
    this.found = new Uint32Array(size)
    this.tally = new Tally(size)
  }

  raise(document: number, score: number): void {
    const before = this.all[document] ?? 0
    if (score <= before) return
    if (before === 0) this.found[this.count++] = document
    this.all[document] = score
  }

  clear(): void {
    for (let step = 0; step < this.count; step += 1) this.all[this.found[step] ?? 0] = 0
    this.count = 0
  }
}

let held: Scores | undefined

/** Scores of every procedure, for one index at a time: another size needs another space. */
export function emptyScores(size: number): Scores {
  if (held?.all.length !== size) held = new Scores(size)
  held.clear()
  return held
}

export interface Asked {
  query: string
  lexicon: Lexicon
  /** The words as they stand. */
  literal: boolean
  /** What a score may still be multiplied by, at most, before it is shown. */
  favour: number
}

/** A match this far below the best one is noise to a person; this score is worth showing whatever the best one is. */
export const SHOWN = { tail: 0.6, worth: 0.5 }

/** What a document must reach to be kept. */
interface Least {
  cover: number
  score: number
}

/** Under this part of what was typed, a match is an accident. */
const LOOSE: Least = { cover: 0.34, score: 0 }
/** Supposed of the best match at first: it is nearly always better; one that a phrase names is better still. */
const LIKELY = 0.7

/**
 * Scores every procedure that has anything to do with the query. Only scores near the best one are shown: what cannot
 * come near a good one is left out from the start, and where the best turns out not to be so good, scored again.
 */
export function rank(index: SearchIndex, asked: Asked): Ranking {
  const typed = syllablesOf(asked.query).slice(0, MOST_SYLLABLES)
  const place = asked.literal ? undefined : readPlace(typed)
  const ways = waysToRead(index, typed, { ...asked, place })
  const most = index.highestPrior * asked.favour * MEANT * (place ? OF_THE_PLACE : 1)
  const given = { typed, place, ways }
  const isKnown = ways.some(({ readings }) => readings.some(({ codes }) => codes.length > 0))
  const likely = isKnown ? SHOWN.worth / SHOWN.tail : LIKELY
  const shown = likely * SHOWN.tail
  const ranking = score(index, given, leastFor(shown, most))
  if (ranking.best >= likely) return ranking
  // What was left out could not reach `shown`, so that the best one is known if it does.
  return score(index, given, ranking.best >= shown ? leastFor(ranking.best * SHOWN.tail, most) : LOOSE)
}

/** With everything in its favour a document covered by `cover` scores `cover × (cover + 1) / 2` times `most`. */
function leastFor(shown: number, most: number): Least {
  const score = shown / most
  return { cover: (Math.sqrt(1 + 8 * score) - 1) / 2, score }
}

/** One spelling of the query and what it may mean. */
interface Way {
  readings: Reading[]
  corrected: Understanding['corrected']
  meant: string[]
}

function waysToRead(
  index: SearchIndex,
  typed: Syllable[],
  { lexicon, literal, place }: Asked & { place: PlaceRead | undefined },
): Way[] {
  if (literal) return [{ readings: [asTyped(typed)], corrected: [], meant: [] }]
  const whole: Way[] = place ? [{ readings: [asTyped(typed)], corrected: [], meant: [] }] : []
  const spelled = spellingsOf(index, lexicon, place?.rest ?? typed).map(({ syllables, corrected }) => {
    return { ...readingsOf(index, lexicon, syllables), corrected }
  })
  return [...whole, ...spelled]
}

interface Given {
  typed: Syllable[]
  place: PlaceRead | undefined
  ways: Way[]
}

function score(index: SearchIndex, { typed, place, ways }: Given, least: Least): Ranking {
  const scores = emptyScores(index.codes.length)
  const direct = new Map<string, number>()
  const understanding: Understanding = { corrected: [], meant: [] }
  let top = 0
  for (const { readings, corrected, meant } of ways) {
    const reached = Math.max(...readings.map((reading) => scoreReading(index, reading, { scores, least })))
    for (const { codes } of readings) noteDirect(codes, direct)
    const likely = readings.some(({ codes }) => codes.length > 0) ? reached + DIRECT : reached
    if (likely > top) Object.assign(understanding, { corrected, meant })
    top = Math.max(top, likely)
  }
  addDirect(index, direct, scores)
  const best = weigh(index, scores, { asked: variantsAsked(typed.map(({ key }) => key)), place })
  if (place?.renamed) understanding.renamed = place.renamed
  return { understanding, scores: scores.all, found: scores.found.subarray(0, scores.count), best }
}

/** A special procedure of the province that was named, and one of another province. */
const OF_THE_PLACE = 1.25
const OF_ANOTHER = 0.6

/** Weighs each score by how likely anybody looks for the procedure; tells the highest. */
function weigh(
  index: SearchIndex,
  { all, found, count }: Scores,
  { asked, place }: { asked: number; place: PlaceRead | undefined },
): number {
  const weights = variantWeights(asked)
  const province = place?.province ?? 0
  let best = 0
  for (let step = 0; step < count; step += 1) {
    const at = found[step] ?? 0
    const near = province === 0 ? 1 : nearness(index.publisherProvinces[index.publishers[at] ?? 0] ?? 0, province)
    const weighed = (all[at] ?? 0) * (index.priors[at] ?? 1) * weights(index.variants[at] ?? 0) * near
    all[at] = weighed
    if (weighed > best) best = weighed
  }
  return best
}

function nearness(own: number, asked: number): number {
  if (own === 0) return 1
  return own === asked ? OF_THE_PLACE : OF_ANOTHER
}

const COVERED = 0.5
const TOGETHER = 0.25
const WHOLE_NAME = 0.25
/** What a match is worth when marks were typed and are others: `thi thực` for `thị thực`. */
const OTHER_MARKS = 0.55
const DIRECT = 0.35
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
function scoreReading(
  index: SearchIndex,
  { syllables, weight, most }: Reading,
  { scores, least }: { scores: Scores; least: Least },
): number {
  const terms = termsOf(index, syllables).slice(0, most)
  const total = terms.reduce((sum, { worth }) => sum + worth, 0)
  if (total === 0) return 0
  const { tally } = scores
  let left = total
  for (const { key, said, worth } of terms) {
    const posting = index.terms.get(key)
    const opens = left >= total * least.cover
    const marked = hasMarks(said)
    const form = marked ? (index.forms.get(markedKey(said)) ?? 0) : 0
    if (posting) tally.addTerm(posting, { worth, bare: marked ? OTHER_MARKS : 1, form, opens })
    left -= worth
  }
  const totalPairs = addPairs(index, syllables, tally)
  const top = collect(index, scores, { weight, total, totalPairs, least })
  tally.clear()
  return top
}

function addPairs(index: SearchIndex, syllables: Syllable[], tally: Tally): number {
  let total = 0
  for (const [at, { key }] of syllables.entries()) {
    const next = syllables[at + 1]?.key
    if (next === undefined || isLight(key) || isLight(next)) continue
    const worth = Math.min(rarity(index, key), rarity(index, next))
    total += worth
    const posting = index.pairs.get(`${key} ${next}`)
    if (posting) tally.addPair(posting, worth)
  }
  return total
}

interface Totals {
  weight: number
  total: number
  totalPairs: number
  least: Least
}

function collect(index: SearchIndex, scores: Scores, { weight, total, totalPairs, least }: Totals): number {
  const { tally } = scores
  let top = 0
  for (let step = 0; step < tally.count; step += 1) {
    const at = tally.touched[step] ?? 0
    const cover = tally.covered(at) / total
    if (cover < least.cover) continue
    const pairs = totalPairs === 0 ? cover : tally.together(at) / totalPairs
    const name = Math.min(1, tally.inName(at) / (index.nameWeight[at] || 1))
    const score = weight * cover * (COVERED * cover + TOGETHER * pairs + WHOLE_NAME * name)
    if (score < least.score) continue
    scores.raise(at, score)
    const likely = score * (index.priors[at] ?? 1)
    if (likely > top) top = likely
  }
  return top
}

/** The procedures an everyday phrase is known to mean, the first before the others. */
function noteDirect(codes: readonly string[], direct: Map<string, number>): void {
  for (const [place, code] of codes.entries()) {
    direct.set(code, Math.max(direct.get(code) ?? 0, DIRECT / (place + 1)))
  }
}

/** They stand above what merely has the phrase's words. */
function addDirect(index: SearchIndex, direct: ReadonlyMap<string, number>, scores: Scores): void {
  for (const [code, more] of direct) {
    const at = index.numberOf.get(code)
    if (at !== undefined) scores.raise(at, Math.max(scores.all[at] ?? 0, 0.7) + more)
  }
}
