import type { Audience, OnlineLevel } from '../record.ts'
import { rank, type Understanding } from './ranking.ts'
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
}

/** What one agency adds to the national catalogue. */
export interface AgencyView {
  /** Publisher whose own procedures are this agency's: they are not put behind the national ones. */
  publisher?: string
  /** Level and whether it can be applied for here, by code. */
  offers: ReadonlyMap<string, { level: OnlineLevel; appliable: boolean }>
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
/** A match this far below the best one is noise to a person. */
const TAIL = 0.6
const WORTH = 0.5

/** Ranks, filters and counts; with no words it browses by name. */
export function find(index: SearchIndex, agency: AgencyView, request: SearchRequest): SearchFound {
  const code = CODE.exec(request.query)?.[1]
  const exact = code ? index.numberOf.get(code) : undefined
  if (exact !== undefined) {
    const scores = new Float32Array(index.codes.length)
    scores[exact] = 2
    return select(index, agency, request, { found: Uint32Array.of(exact), scores, understanding: NOTHING })
  }
  if (!/[\p{L}\p{N}]/u.test(request.query)) {
    return select(index, agency, request, { found: index.byName, understanding: NOTHING })
  }
  const { scores, understanding } = rank(index, request.query, request.literal === true)
  favour(index, agency, scores)
  return select(index, agency, request, { found: worthShowing(scores), scores, understanding })
}

/** What can be done here stands a little above what can be done elsewhere. */
function favour(index: SearchIndex, { offers, publisher }: AgencyView, scores: Float32Array): void {
  for (const [code, { appliable }] of offers) {
    const at = index.numberOf.get(code)
    if (at !== undefined && scores[at]) scores[at] *= appliable ? 1.06 : 1.03
  }
  const own = publisher === undefined ? -1 : index.publisherNames.indexOf(publisher)
  if (own < 0) return
  for (let at = 0; at < scores.length; at += 1) if (index.publishers[at] === own) scores[at] = (scores[at] ?? 0) * 1.35
}

/** Numbers with a score worth showing, in no order. */
function worthShowing(scores: Float32Array): Uint32Array {
  let top = 0
  for (let at = 0; at < scores.length; at += 1) if ((scores[at] ?? 0) > top) top = scores[at] ?? 0
  const least = Math.max(Math.min(top * TAIL, WORTH), Number.MIN_VALUE)
  const found = new Uint32Array(scores.length)
  let count = 0
  for (let at = 0; at < scores.length; at += 1) if ((scores[at] ?? 0) >= least) found[count++] = at
  return found.subarray(0, count)
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
  return found
    .filter((at) => step(at) >= floor)
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
  const overlay = levelsOf(index, agency)
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
    const level = overlay.get(at) ?? index.levels[at] ?? 2
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

function levelsOf(index: SearchIndex, { offers }: AgencyView): Map<number, number> {
  const levels = new Map<number, number>()
  for (const [code, { level }] of offers) {
    const at = index.numberOf.get(code)
    if (at !== undefined) levels.set(at, LEVELS.indexOf(level))
  }
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
