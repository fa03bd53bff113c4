import { join } from 'node:path'
import { checkFields, type Fields, isRecord, type Reason, type Rule, strangers } from '../web/fields.ts'
import { Journal } from '../web/journal.ts'

/** TrackingMCDT. What is required is the sandbox's own; the code lists are the contract's. @see contract 4 */
const EVENT_FIELDS: Rule[] = [
  { name: 'CodeProfile', kind: 'text', required: true },
  { name: 'SiteId', kind: 'pattern', required: true, pattern: /^\d{1,10}$/, like: 'số trang được cấp' },
  { name: 'CodeTTHC', kind: 'pattern', required: true, pattern: /^\d\.\d{6}$/, like: 'n.nnnnnn' },
  { name: 'NameTTHC', kind: 'text', required: true },
  { name: 'MaHoSo', kind: 'text', required: true },
  { name: 'Status', kind: 'code', required: true, codes: ['0', '1', '2', '3', '4'] },
  { name: 'FormsReception', kind: 'code', required: true, codes: ['1', '2'] },
  { name: 'FormsPayments', kind: 'code', required: true, codes: ['0', '1', '2'] },
  { name: 'Level', kind: 'code', required: true, codes: ['0', '1', '3', '4'] },
  { name: 'IsFromDVCQG', kind: 'code', required: true, codes: ['0', '1'] },
  { name: 'IsDVCBC', kind: 'code', required: true, codes: ['0', '1', '2'] },
  { name: 'Data', kind: 'json' },
  { name: 'User', kind: 'json', required: true },
]

const USER_FIELDS: Rule[] = [
  { name: 'ID_local', kind: 'text', required: true },
  { name: 'ID_QG', kind: 'text' },
  { name: 'TYPE', kind: 'code', required: true, codes: ['1', '2'] },
  { name: 'LOCATION', kind: 'text' },
]

function userOf(event: Fields): Fields | undefined {
  const { User: given } = event
  try {
    const user: unknown = typeof given === 'string' ? JSON.parse(given) : given
    return isRecord(user) ? user : undefined
  } catch {
    return undefined
  }
}

export function checkEvent(event: Fields): Reason[] {
  const shape = [...checkFields(event, EVENT_FIELDS), ...strangers(event, EVENT_FIELDS)]
  const user = userOf(event)
  if (!user) return [...shape, { field: 'User', reason: 'phải là JSON của một đối tượng' }]
  return [...shape, ...checkFields(user, USER_FIELDS, 'User'), ...strangers(user, USER_FIELDS, 'User')]
}

/** Who was named outright: a number, a name or an address where a pseudonym is enough. */
export function namesSomebody(event: Fields): boolean {
  const { ID_local, ID_QG } = userOf(event) ?? {}
  return [ID_local, ID_QG].some((id) => typeof id === 'string' && (/^\d{9,12}$/.test(id) || /[\s@]/.test(id)))
}

export interface Event {
  kind: 'event'
  at: string
  day: string
  event: Fields
  names: boolean
}

export interface Hit {
  kind: 'hit'
  at: string
  day: string
  siteId: string
  action: string
  url: string
  code: string
  result: string
  extra: string
}

const KEPT_HITS = 5000

/** The day in Vietnam. */
export function dayOf(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

export class Measurements {
  readonly #journal: Journal<Event | Hit>
  readonly events: Event[] = []
  hits: Hit[] = []

  constructor(directory: string) {
    this.#journal = new Journal(join(directory, 'emc', 'measurements.jsonl'))
    for (const one of this.#journal.read()) this.#hold(one)
  }

  take(one: Event | Hit): void {
    this.#journal.append(one)
    this.#hold(one)
  }

  /** Figures of one site and one day. An event told twice counts once as a dossier in that status. */
  daily(siteId: string, day: string) {
    const events = this.events.filter((one) => one.day === day && String(one.event.SiteId) === siteId)
    const distinct = new Map(events.map((one) => [`${one.event.MaHoSo} ${one.event.Status}`, one.event]))
    const count = (field: string) => {
      const counts: Record<string, number> = {}
      for (const event of distinct.values()) counts[String(event[field])] = (counts[String(event[field])] ?? 0) + 1
      return counts
    }
    const hits = this.hits.filter((one) => one.day === day && one.siteId === siteId)
    return {
      siteId,
      date: day,
      events: events.length,
      doubled: events.length - distinct.size,
      dossiers: new Set(events.map(({ event }) => event.MaHoSo)).size,
      byStatus: count('Status'),
      byReception: count('FormsReception'),
      byPayment: count('FormsPayments'),
      byLevel: count('Level'),
      pageViews: hits.filter(({ action }) => action === 'trackPageView').length,
      submissions: hits.filter(({ action, result }) => action === 'trackDVC' && result === '1').length,
    }
  }

  #hold(one: Event | Hit): void {
    if (one.kind === 'event') this.events.push(one)
    else this.hits.push(one)
    if (this.hits.length > 2 * KEPT_HITS) this.hits = this.hits.slice(-KEPT_HITS)
  }
}
