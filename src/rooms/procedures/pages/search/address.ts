import type { Audience, OnlineLevel } from '../../record.ts'

/** What the address of the search page says; unknown values are left out, not refused. */
export interface SearchAddress {
  query: string
  page: number
  audiences: Audience[]
  levels: OnlineLevel[]
  field: string | undefined
  publisher: string | undefined
  event: string | undefined
  literal: boolean
}

const AUDIENCES: Audience[] = ['citizen', 'business', 'organisation', 'foreigner', 'overseas', 'official']
const LEVELS: OnlineLevel[] = ['full', 'partial', 'information']
export const LONGEST_QUERY = 200

export function readAddress(given: Record<string, unknown>): SearchAddress {
  const all = (name: string) => [given[name]].flat().filter((value) => typeof value === 'string')
  const one = (name: string) => all(name)[0]?.normalize('NFC').trim() ?? ''
  const page = Number(one('page') || 1)
  return {
    query: one('q').slice(0, LONGEST_QUERY),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    audiences: AUDIENCES.filter((audience) => all('for').includes(audience)),
    levels: LEVELS.filter((level) => all('level').includes(level)),
    field: one('field') || undefined,
    publisher: one('agency') || undefined,
    event: one('event') || undefined,
    literal: one('exact') === '1',
  }
}

/** The address of the same search with something changed; the first page says nothing. */
export function addressOf(address: SearchAddress, change: Partial<SearchAddress> = {}): string {
  const { query, page, audiences, levels, field, publisher, event, literal } = { ...address, ...change }
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  for (const audience of audiences) params.append('for', audience)
  for (const level of levels) params.append('level', level)
  if (field) params.set('field', field)
  if (publisher) params.set('agency', publisher)
  if (event) params.set('event', event)
  if (literal) params.set('exact', '1')
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `/procedures?${text}` : '/procedures'
}
