import type { Tx } from '#platform/db/index.ts'
import { listCards } from './procedures.ts'
import type { SearchHit, SearchResult } from './search.ts'
import { agencyViewOf, hitsOf } from './search.ts'

/** Cards of the codes given, as a search would give them; for lists that people made, such as moments in life. */
export async function listedHits(tx: Tx, agencyId: number, codes: string[]): Promise<SearchHit[]> {
  const view = await agencyViewOf(tx, agencyId)
  return hitsOf(tx, await listCards(tx, codes), { agencyId, view })
}

export async function listedResult(tx: Tx, agencyId: number, codes: string[]): Promise<SearchResult> {
  const hits = await listedHits(tx, agencyId, codes)
  const count = (fits: (hit: SearchHit) => boolean) => hits.filter(fits).length
  const having = (audience: SearchHit['card']['audiences'][number]) =>
    count(({ card }) => card.audiences.includes(audience))
  return {
    hits,
    total: hits.length,
    understanding: { corrected: [], meant: [] },
    facets: {
      audiences: {
        citizen: having('citizen'),
        business: having('business'),
        organisation: having('organisation'),
        foreigner: having('foreigner'),
        overseas: having('overseas'),
        official: having('official'),
      },
      levels: {
        full: count(({ level }) => level === 'full'),
        partial: count(({ level }) => level === 'partial'),
        information: count(({ level }) => level === 'information'),
      },
      fields: [],
      publishers: [],
    },
  }
}

/** What can be applied for at this agency, by name. */
export async function listAppliable(tx: Tx, agencyId: number, most: number): Promise<SearchHit[]> {
  const { offers } = await agencyViewOf(tx, agencyId)
  const codes = [...offers].filter(([, { appliable }]) => appliable).map(([code]) => code)
  const hits = await listedHits(tx, agencyId, codes)
  return hits.sort((one, other) => (one.name < other.name ? -1 : 1)).slice(0, most)
}
