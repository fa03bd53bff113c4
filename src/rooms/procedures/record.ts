import type { LocalDate } from '#kernel/local-date.ts'

/**
 * A procedure as this house keeps it: every part the law asks for, in one shape, whatever the source.
 * Time and fee hang on the channel, papers on the case, as the publishers' own records have it.
 *
 * @see Decree 63/2010, Art. 8(2); Decree 224/2026, Art. 15(1)(b)
 */
export interface ProcedureRecord {
  code: string
  name: string
  /** `standard` is the whole country's, `specific` one province's own, `internal` between offices. */
  kind: ProcedureKind
  /** `listed`: name, field, audience and agencies only; `full`: every part. */
  detail: 'listed' | 'full'
  field: Named
  audiences: Audience[]
  /** The audiences in the publisher's own words. */
  audienceNames: string[]
  publisher: Named
  executing: Named[]
  deciding: Named[]
  coordinating: Named[]
  receivedAt: TextBlock[]
  /** What the national record says can be done online; the agency's own level, when it has one, wins. */
  nationalLevel: OnlineLevel
  tiers: Tier[]
  anywhereInProvince: boolean
  channels: ChannelOffer[]
  cases: CaseOffer[]
  papers: PaperGroup[]
  steps: Step[]
  results: Named[]
  requirements: TextBlock[]
  law: Named[]
  lifeEvents: string[]
  decision: Decision | null
  updatedOn: LocalDate | null
  /** Plain words for people, where a service package or an editor has written them. */
  plain?: { vi: PlainWords; en?: PlainWords }
}

export type ProcedureKind = 'standard' | 'specific' | 'internal'
export type Audience = 'citizen' | 'business' | 'organisation' | 'foreigner' | 'overseas' | 'official'
export type OnlineLevel = 'full' | 'partial' | 'information'
export type Channel = 'online' | 'post' | 'counter'
export type Tier = 'ministry' | 'province' | 'commune'

/** Codes are the national ones; some publishers leave them out. */
export interface Named {
  code: string
  name: string
}

export interface TextBlock {
  kind: 'paragraph' | 'item'
  text: string
}

export interface ChannelOffer {
  channel: Channel
  limit: TimeLimit
  notes: TextBlock[]
  fees: Fee[]
}

/** `amount` is null when the source gives no figure that its own text does not contradict. */
export interface TimeLimit {
  amount: number | null
  unit: TimeUnit | null
  text: string
}

export type TimeUnit = 'hours' | 'working-days' | 'days' | 'months'

export interface Fee {
  kind: 'fee' | 'charge' | 'price'
  /** Whole đồng (or whole dollars); null when only the text tells. */
  amount: number | null
  currency: 'VND' | 'USD'
  text: string
}

export interface CaseOffer {
  code: string
  name: string
  limit: TimeLimit
}

export interface PaperGroup {
  /** Empty for papers that every case needs. */
  name: string
  papers: Paper[]
  /** Rows with no copy to hand in: the publisher's remarks. */
  notes: string[]
}

export interface Paper {
  code: string
  name: string
  originals: number
  copies: number
  electronicForm: boolean
  forms: string[]
}

export interface Step {
  title: string
  titleEn?: string
  text: TextBlock[]
}

export interface Decision {
  number: string
  on: LocalDate
  agency: string
}

export interface PlainWords {
  name?: string
  summary?: string
  /** Everyday words people search with. */
  keywords?: readonly string[]
  /** What the service asks of a person, a line each: `5 câu hỏi`. */
  asksOfYou?: readonly string[]
}

/** `1.004873`, and a province's own form of it: `2.000815.000.00.00.H55`. */
const NATIONAL_CODE = /^\d\.\d{6}(\.[0-9A-Z]+)*$/

/** What a code must be to stand in an address; publishers' slips such as `1.014955-Xoa` are kept, and reported. */
const USABLE_CODE = /^[0-9A-Za-z][0-9A-Za-z.-]{0,59}$/

export function isNationalCode(text: string): boolean {
  return NATIONAL_CODE.test(text)
}

export function isUsableCode(text: string): boolean {
  return USABLE_CODE.test(text)
}
