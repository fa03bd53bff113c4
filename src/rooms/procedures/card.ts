import type { Bilingual } from '#platform/i18n/index.ts'
import type { Audience, Fee, OnlineLevel, PlainWords, ProcedureRecord, TimeLimit, TimeUnit } from './record.ts'

/** What lists and the search show of a procedure. */
export interface Card {
  field: string
  publisher: string
  executing: string
  audiences: Audience[]
  level: OnlineLevel
  results: string[]
  limit: LimitFact
  fee: FeeFact
  plain?: { vi: PlainWords; en?: PlainWords }
}

/** How long: one length, a range of them, or only words. 0 working days is the same day. */
export interface LimitFact {
  from: { amount: number; unit: TimeUnit } | null
  to: { amount: number; unit: TimeUnit } | null
}

/** How much: `amounts` of đồng in order, empty when the record names none; `more` when its text says more than the figure. */
export interface FeeFact {
  amounts: number[]
  currency: Fee['currency']
  more: boolean
  /** What the amount is for, when more of it costs more: “mỗi bản”. */
  each?: Bilingual
}

export function cardOf(record: ProcedureRecord): Card {
  return {
    field: record.field.name,
    publisher: record.publisher.name,
    executing: record.executing[0]?.name ?? '',
    audiences: record.audiences,
    level: record.nationalLevel,
    results: record.results.map(({ name }) => name).slice(0, 5),
    limit: limitFact(record),
    fee: feeFact(record),
    ...(record.plain ? { plain: record.plain } : {}),
  }
}

const DAYS: Record<TimeUnit, number> = { hours: 1 / 8, days: 1, 'working-days': 1.4, months: 30 }

/** The channels' published lengths; those of the cases where no channel has one. */
export function limitFact({ channels, cases }: ProcedureRecord): LimitFact {
  const ofChannels = lengths(channels.map(({ limit }) => limit))
  const all = ofChannels.length > 0 ? ofChannels : lengths(cases.map(({ limit }) => limit))
  const sorted = all.sort((one, other) => one.amount * DAYS[one.unit] - other.amount * DAYS[other.unit])
  return { from: sorted[0] ?? null, to: sorted.at(-1) ?? null }
}

function lengths(limits: TimeLimit[]): { amount: number; unit: TimeUnit }[] {
  return limits.flatMap(({ amount, unit }) => (amount !== null && amount > 0 && unit ? [{ amount, unit }] : []))
}

export function feeFact({ channels }: ProcedureRecord): FeeFact {
  const fees = channels.flatMap((channel) => channel.fees)
  const currency = fees.find(({ amount }) => amount !== null)?.currency ?? 'VND'
  const known = fees.filter((fee) => fee.amount !== null && fee.currency === currency)
  return {
    amounts: [...new Set(known.flatMap(({ amount }) => (amount === null ? [] : [amount])))].sort((a, b) => a - b),
    currency,
    more: fees.some(({ amount, text }) => amount === null && text !== ''),
  }
}
