import './tables.ts'
import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type AgencyView, find, type SearchFound, type SearchRequest } from '../search/find.ts'
import { buildLexicon, SHIPPED_LEXICON, type WordEntry } from '../search/lexicon.ts'
import { buildSearchIndex, type SearchDocument, type SearchIndex } from '../search/search-index.ts'
import { wordsInForce } from '../search/words.ts'
import type { CardLine } from './procedures.ts'
import { listSaidWords } from './search-words.ts'
import { getAgencyVersion, listOfferedParts, listOffers, type OfferedPart } from './services.ts'

let index: SearchIndex | undefined
let building: { version: number; done: Promise<SearchIndex> } | undefined

/** Which catalogue and which offers of the agency this transaction sees. */
interface Versions {
  catalogue: number
  agency: number
}

/** The index of one version of the catalogue; the first search after a change waits until it is made again. */
async function indexOf(tx: Tx, version: number): Promise<SearchIndex> {
  if (index?.version === version) return index
  if (building?.version !== version) {
    const documents = await listDocuments(tx)
    // Another search may have begun the same while the documents came.
    if (building?.version !== version) building = { version, done: buildSearchIndex(documents, version) }
  }
  index = await building.done
  return index
}

async function listDocuments(tx: Tx): Promise<SearchDocument[]> {
  const rows = await tx.selectFrom('procedures').select(['code', 'name', 'kind', 'card']).orderBy('code').execute()
  return rows.map(({ code, name, kind, card }) => ({
    code,
    name,
    kind,
    field: card.field,
    publisher: card.publisher,
    level: card.level,
    audiences: card.audiences,
    results: card.results,
    keywords: keywordsOf(card.plain),
  }))
}

function keywordsOf(plain: CardLine['card']['plain']): string[] {
  return [plain?.vi, plain?.en].flatMap((words) => [words?.name ?? '', ...(words?.keywords ?? [])]).filter(Boolean)
}

interface KeptView {
  version: number
  on: LocalDate
  view: AgencyView
}

const views = new Map<number, KeptView>()

export async function agencyViewOf(tx: Tx, agencyId: number): Promise<AgencyView> {
  return viewOf(tx, agencyId, await getAgencyVersion(tx, agencyId))
}

async function viewOf(tx: Tx, agencyId: number, version: number): Promise<AgencyView> {
  const on = today()
  const kept = views.get(agencyId)
  if (kept?.version === version && kept.on === on) return kept.view
  const offers = await listOffers(tx, agencyId, on)
  const said = new Map((await listSaidWords(tx, agencyId)).map(({ entry, words }) => [entry, words]))
  const lexicon = said.size === 0 ? SHIPPED_LEXICON : buildLexicon(wordsInForce(said))
  const view = { offers: new Map(offers.map(({ code, ...offer }) => [code, offer])), lexicon }
  views.set(agencyId, { version, on, view })
  return view
}

export interface SearchHit extends CardLine {
  /** 1 and above: everything that was typed is in the name. */
  score: number
  level: CardLine['card']['level']
  /** It can be applied for on this portal. */
  appliable: boolean
  /** What the package installed here says; undefined when it cannot be applied for here. */
  offered?: OfferedPart
}

export interface SearchResult extends Omit<SearchFound, 'hits'> {
  hits: SearchHit[]
}

const NOBODY: AgencyView = { offers: new Map() }

/**
 * Searches, filters and counts the whole catalogue as one agency shows it; without an agency, as nobody's. What is in
 * memory answers at once, and the statement that fetches the cards tells whether it still holds: a published change is
 * found by the next search, and no search asks twice.
 */
export async function searchProcedures(
  tx: Tx,
  agencyId: number | undefined,
  request: SearchRequest,
): Promise<SearchResult> {
  const held = index
  const kept = agencyId === undefined ? { version: 0, on: today(), view: NOBODY } : views.get(agencyId)
  if (held && kept?.on === today()) {
    const found = find(held, kept.view, request)
    const { versions, cards } = await cardsWithVersions(tx, agencyId, found)
    const holds = held.version === versions.catalogue && kept.version === versions.agency
    if (holds) return resultOf(tx, found, { agencyId, view: kept.view, cards })
  }
  const { versions } = await cardsWithVersions(tx, agencyId, { hits: [] })
  const now = agencyId === undefined ? NOBODY : await viewOf(tx, agencyId, versions.agency)
  const found = find(await indexOf(tx, versions.catalogue), now, request)
  const { cards } = await cardsWithVersions(tx, agencyId, found)
  return resultOf(tx, found, { agencyId, view: now, cards })
}

/** The first ten for a query as the agency's words have it, and as they would have it with one entry said otherwise. */
export async function tryWords(
  tx: Tx,
  agencyId: number,
  { query, proposed }: { query: string; proposed?: { entry: string; words: WordEntry } },
): Promise<{ before: SearchResult; after: SearchResult | undefined }> {
  const request = { query, limit: 10 }
  const before = await searchProcedures(tx, agencyId, request)
  if (!proposed || !index) return { before, after: undefined }
  const said = new Map((await listSaidWords(tx, agencyId)).map(({ entry, words }) => [entry, words]))
  const lexicon = buildLexicon(wordsInForce(new Map([...said, [proposed.entry, proposed.words]])))
  const view = { ...(await agencyViewOf(tx, agencyId)), lexicon }
  const found = find(index, view, request)
  const { cards } = await cardsWithVersions(tx, agencyId, found)
  return { before, after: await resultOf(tx, found, { agencyId, view, cards }) }
}

/** The cards of what was found, and under which versions, in one journey to the database. */
async function cardsWithVersions(tx: Tx, agencyId: number | undefined, { hits }: Pick<SearchFound, 'hits'>) {
  const codes = hits.map(({ code }) => code)
  const { rows } = await sql<Versions & Nullable<CardLine>>`
    select s.version as catalogue, coalesce(a.version, 0) as agency, p.code, p.name, p.detail, p.card
    from catalogue_state s
    left join agency_service_state a on a.agency_id = ${agencyId ?? null}::integer
    left join procedures p on p.code = any(${codes}::text[])`.execute(tx)
  const { catalogue = 0, agency = 0 } = rows[0] ?? {}
  const byCode = new Map(
    rows.flatMap(({ catalogue: _, agency: __, ...line }) => (isCard(line) ? [[line.code, line] as const] : [])),
  )
  return { versions: { catalogue, agency }, cards: codes.flatMap((code) => byCode.get(code) ?? []) }
}

type Nullable<T> = { [part in keyof T]: T[part] | null }

function isCard(row: Nullable<CardLine>): row is CardLine {
  return row.code !== null
}

async function resultOf(
  tx: Tx,
  found: SearchFound,
  { cards, ...shown }: { agencyId: number | undefined; view: AgencyView; cards: CardLine[] },
): Promise<SearchResult> {
  const scores = new Map(found.hits.map(({ code, score }) => [code, score]))
  const hits = await hitsOf(tx, cards, shown)
  return { ...found, hits: hits.map((hit) => ({ ...hit, score: scores.get(hit.code) ?? 0 })) }
}

const partsByView = new WeakMap<AgencyView, Map<string, OfferedPart>>()

/** What the packages say, read once for each view: a package is never rewritten, and the view ends with the day. */
async function partsOf(tx: Tx, agencyId: number, { view, codes }: { view: AgencyView; codes: readonly string[] }) {
  const known = partsByView.get(view) ?? new Map<string, OfferedPart>()
  partsByView.set(view, known)
  const missing = codes.filter((code) => !known.has(code))
  const found = await listOfferedParts(tx, agencyId, { codes: missing, on: today() })
  for (const [code, part] of found) known.set(code, part)
  return known
}

/** Cards as one agency shows them, without a score. */
export async function hitsOf(
  tx: Tx,
  cards: readonly CardLine[],
  { agencyId, view }: { agencyId: number | undefined; view: AgencyView },
): Promise<SearchHit[]> {
  const codes = cards.flatMap(({ code }) => (view.offers.get(code)?.appliable ? [code] : []))
  const parts = agencyId === undefined ? new Map() : await partsOf(tx, agencyId, { view, codes })
  return cards.map((line) => {
    const offer = view.offers.get(line.code)
    const offered = parts.get(line.code)
    const level = offer?.level ?? line.card.level
    return { ...line, score: 0, level, appliable: offer?.appliable ?? false, ...(offered ? { offered } : {}) }
  })
}
