import './tables.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type AgencyView, find, type SearchFound, type SearchRequest } from '../search/find.ts'
import { buildSearchIndex, type SearchDocument, type SearchIndex } from '../search/search-index.ts'
import { getCatalogueState } from './catalogue.ts'
import { type CardLine, listCards } from './procedures.ts'
import { getAgencyVersion, listOfferedParts, listOffers, type OfferedPart } from './services.ts'

let index: SearchIndex | undefined
let building: { version: number; done: Promise<SearchIndex> } | undefined

/**
 * The index of the catalogue as this transaction sees it. The version is compared on every search, so a published
 * change is found by the next one; the first search after a change waits until the index is made again.
 */
async function currentIndex(tx: Tx): Promise<SearchIndex> {
  const { version } = await getCatalogueState(tx)
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

const views = new Map<number, { version: number; on: LocalDate; view: AgencyView }>()

export async function agencyViewOf(tx: Tx, agencyId: number): Promise<AgencyView> {
  const version = await getAgencyVersion(tx, agencyId)
  const on = today()
  const kept = views.get(agencyId)
  if (kept?.version === version && kept.on === on) return kept.view
  const offers = await listOffers(tx, agencyId, on)
  const view = { offers: new Map(offers.map(({ code, ...offer }) => [code, offer])) }
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

/** Searches, filters and counts the whole catalogue as one agency shows it; without an agency, as nobody's. */
export async function searchProcedures(
  tx: Tx,
  agencyId: number | undefined,
  request: SearchRequest,
): Promise<SearchResult> {
  const view = agencyId === undefined ? NOBODY : await agencyViewOf(tx, agencyId)
  const found = find(await currentIndex(tx), view, request)
  const cards = await listCards(
    tx,
    found.hits.map(({ code }) => code),
  )
  const scores = new Map(found.hits.map(({ code, score }) => [code, score]))
  const hits = await hitsOf(tx, cards, { agencyId, view })
  return { ...found, hits: hits.map((hit) => ({ ...hit, score: scores.get(hit.code) ?? 0 })) }
}

/** Cards as one agency shows them, without a score. */
export async function hitsOf(
  tx: Tx,
  cards: readonly CardLine[],
  { agencyId, view }: { agencyId: number | undefined; view: AgencyView },
): Promise<SearchHit[]> {
  const codes = cards.flatMap(({ code }) => (view.offers.get(code)?.appliable ? [code] : []))
  const parts = agencyId === undefined ? new Map() : await listOfferedParts(tx, agencyId, { codes, on: today() })
  return cards.map((line) => {
    const offer = view.offers.get(line.code)
    const offered = parts.get(line.code)
    const level = offer?.level ?? line.card.level
    return { ...line, score: 0, level, appliable: offer?.appliable ?? false, ...(offered ? { offered } : {}) }
  })
}
