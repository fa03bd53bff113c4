import type { Audience, OnlineLevel } from '../record.ts'
import { completed } from './complete.ts'
import { type Lexicon, SHIPPED_LEXICON } from './lexicon.ts'
import { emptyScores, rank, SHOWN, type Understanding } from './ranking.ts'
import { AUDIENCE_BITS, LEVELS, type SearchIndex } from './search-index.ts'

export interface SearchRequest {
  query: string
  audiences?: Audience[]
  levels?: OnlineLevel[]
  /** Field by its name, exactly. */
  field?: string | undefined
  /** Publishing agency by its name, exactly. */
  publisher?: string | undefined
  offset?: number
  limit?: number
  /** The words as they stand, without everyday words or corrections. */
  literal?: boolean
  /** The last word is still being typed. */
  unfinished?: boolean
}

/** What one agency adds to the national catalogue. */
export interface AgencyView {
  /** Publisher whose own procedures are this agency's: they are not put behind the national ones. */
  publisher?: string
  /** Level and whether it can be applied for here, by code. */
  offers: ReadonlyMap<string, { level: OnlineLevel; appliable: boolean }>
  /** Everyday words as the agency has them; those shipped when there is none. */
  lexicon?: Lexicon
}

export interface Hit {
  code: string
  /** 1 and above: everything that was typed is in the name. */
  score: number
}

export interface SearchFound {
  hits: Hit[]
  total: number
  understanding: Understanding
  facets: Facets
}

/** What each choice would leave, R-008: the most frequent first where they are many. */
export interface Facets {
  audiences: Record<Audience, number>
  levels: Record<OnlineLevel, number>
  fields: [string, number][]
  publishers: [string, number][]
}

const CODE = /^\s*(\d\.\d{6}[0-9A-Za-z.-]*)\s*$/
const NOTHING: Understanding = { corrected: [], meant: [] }
/** Ranks, filters and counts; with no words it browses by name. */
export function find(index: SearchIndex, agency: AgencyView, request: SearchRequest): SearchFound {
  const code = CODE.exec(request.query)?.[1]
  const exact = code ? index.numberOf.get(code) : undefined
  if (exact !== undefined) {
    const scores = emptyScores(index.codes.length)
    scores.raise(exact, 2)
    return select(index, agency, request, {
      found: Uint32Array.of(exact),
      scores: scores.all,
      understanding: NOTHING,
    })
  }
  if (!/[\p{L}\p{N}]/u.test(request.query)) {
    return select(index, agency, request, { found: index.byName, understanding: NOTHING })
  }
  const lexicon = agency.lexicon ?? SHIPPED_LEXICON
  const query = request.unfinished ? completed(index, request.query) : request.query
  const most = agency.publisher === undefined ? HERE : HERE * OWN
  const ranked = rank(index, { query, lexicon, literal: request.literal === true, favour: most })
  favour(index, agency, ranked)
  return select(index, agency, request, { ...ranked, found: worthShowing(ranked) })
}

interface Scored {
  found: Uint32Array
  scores: Float32Array
}

const HERE = 1.06
const OFFERED = 1.03
const OWN = 1.35

/** What can be done here stands a little above what can be done elsewhere. */
function favour(index: SearchIndex, { offers, publisher }: AgencyView, { found, scores }: Scored): void {
  for (const [code, { appliable }] of offers) {
    const at = index.numberOf.get(code)
    if (at !== undefined && scores[at]) scores[at] *= appliable ? HERE : OFFERED
  }
  const own = publisher === undefined ? -1 : index.publisherNames.indexOf(publisher)
  if (own < 0) return
  for (const at of found) if (index.publishers[at] === own) scores[at] = (scores[at] ?? 0) * OWN
}

/** Numbers with a score worth showing, in no order. */
function worthShowing({ found, scores }: Scored): Uint32Array {
  let top = 0
  for (let step = 0; step < found.length; step += 1) top = Math.max(top, scores[found[step] ?? 0] ?? 0)
  const least = Math.max(Math.min(top * SHOWN.tail, SHOWN.worth), Number.MIN_VALUE)
  const worth = new Uint32Array(found.length)
  let count = 0
  for (let step = 0; step < found.length; step += 1) {
    const at = found[step] ?? 0
    if ((scores[at] ?? 0) >= least) worth[count++] = at
  }
  return worth.subarray(0, count)
}

const STEPS = 512

/** One page of the best, without sorting what no one will see: only the steps of score that the page reaches. */
function bestOf(
  found: Uint32Array,
  scores: Float32Array,
  { offset, limit }: { offset: number; limit: number },
): Uint32Array {
  const step = (at: number) => Math.min(STEPS - 1, Math.floor((scores[at] ?? 0) * (STEPS / 3)))
  const counts = new Uint32Array(STEPS)
  for (let at = 0; at < found.length; at += 1) counts[step(found[at] ?? 0)] = (counts[step(found[at] ?? 0)] ?? 0) + 1
  let floor = STEPS - 1
  for (let seen = counts[floor] ?? 0; floor > 0 && seen < offset + limit; seen += counts[floor] ?? 0) floor -= 1
  const reached = new Uint32Array(found.length)
  let count = 0
  for (let at = 0; at < found.length; at += 1) {
    const document = found[at] ?? 0
    if (step(document) >= floor) reached[count++] = document
  }
  return reached
    .subarray(0, count)
    .sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other)
    .slice(offset, offset + limit)
}

interface Ranked {
  found: Uint32Array
  /** Without scores the order found is the order shown. */
  scores?: Float32Array
  understanding: Understanding
}

/** Each facet counts what its own choice would leave, with the other choices applied. */
function select(index: SearchIndex, agency: AgencyView, request: SearchRequest, ranked: Ranked): SearchFound {
  const { offset = 0, limit = 20 } = request
  const { found, scores } = ranked
  const audienceMask = (request.audiences ?? []).reduce((mask, one) => mask | AUDIENCE_BITS[one], 0)
  const levelMask = (request.levels ?? []).reduce((mask, one) => mask | (1 << LEVELS.indexOf(one)), 0)
  const field = request.field === undefined ? -1 : index.fieldNames.indexOf(request.field)
  const publisher = request.publisher === undefined ? -1 : index.publisherNames.indexOf(request.publisher)
  const levels = levelsOf(index, agency)
  const counts = {
    audiences: new Uint32Array(64),
    levels: new Uint32Array(3),
    fields: new Uint32Array(index.fieldNames.length),
    publishers: new Uint32Array(index.publisherNames.length),
  }
  const fitting = new Uint32Array(found.length)
  let total = 0

  for (let step = 0; step < found.length; step += 1) {
    const at = found[step] ?? 0
    const audiences = index.audiences[at] ?? 0
    const level = levels[at] ?? 2
    const ownField = index.fields[at] ?? 0
    const audienceFits = audienceMask === 0 || (audiences & audienceMask) !== 0
    const levelFits = levelMask === 0 || (levelMask & (1 << level)) !== 0
    const fieldFits = request.field === undefined || ownField === field
    const ownPublisher = index.publishers[at] ?? 0
    const publisherFits = request.publisher === undefined || ownPublisher === publisher
    if (audienceFits && levelFits && fieldFits)
      counts.publishers[ownPublisher] = (counts.publishers[ownPublisher] ?? 0) + 1
    if (!publisherFits) continue
    if (levelFits && fieldFits) counts.audiences[audiences] = (counts.audiences[audiences] ?? 0) + 1
    if (audienceFits && fieldFits) counts.levels[level] = (counts.levels[level] ?? 0) + 1
    if (audienceFits && levelFits) counts.fields[ownField] = (counts.fields[ownField] ?? 0) + 1
    if (audienceFits && levelFits && fieldFits) fitting[total++] = at
  }
  const all = fitting.subarray(0, total)
  const page = scores ? bestOf(all, scores, { offset, limit }) : all.subarray(offset, offset + limit)
  const hits = Array.from(page, (at) => ({ code: index.codes[at] ?? '', score: scores?.[at] ?? 0 }))
  return { hits, total, understanding: ranked.understanding, facets: facetsOf(index, counts) }
}

const levelsByView = new WeakMap<AgencyView, { of: Uint8Array; levels: Uint8Array }>()

/** The national levels with the agency's own in their places, made once for each view and index. */
function levelsOf(index: SearchIndex, agency: AgencyView): Uint8Array {
  if (agency.offers.size === 0) return index.levels
  const known = levelsByView.get(agency)
  if (known?.of === index.levels) return known.levels
  const levels = index.levels.slice()
  for (const [code, { level }] of agency.offers) {
    const at = index.numberOf.get(code)
    if (at !== undefined) levels[at] = LEVELS.indexOf(level)
  }
  levelsByView.set(agency, { of: index.levels, levels })
  return levels
}

function facetsOf(
  index: SearchIndex,
  counts: Record<'audiences' | 'levels' | 'fields' | 'publishers', Uint32Array>,
): Facets {
  const having = (bit: number) => counts.audiences.reduce((sum, count, mask) => (mask & bit ? sum + count : sum), 0)
  const audiences = Object.entries(AUDIENCE_BITS).map(([audience, bit]) => [audience, having(bit)] as const)
  return {
    audiences: Object.fromEntries(audiences) as Record<Audience, number>,
    levels: { full: counts.levels[0] ?? 0, partial: counts.levels[1] ?? 0, information: counts.levels[2] ?? 0 },
    fields: mostFirst(counts.fields, index.fieldNames),
    publishers: mostFirst(counts.publishers, index.publisherNames),
  }
}

function mostFirst(counts: Uint32Array, names: readonly string[]): [string, number][] {
  return [...counts.entries()]
    .filter(([, count]) => count > 0)
    .map(([at, count]): [string, number] => [names[at] ?? '', count])
    .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
}
