import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { checkRule, compileRule, RuleError } from '#platform/rules/index.ts'
import { type FeeRule, type RequiredDocument, rateFor, type ServiceDefinition } from '#rooms/forms/index.ts'
import type { Card, FeeFact, LimitFact } from '../../card.ts'
import { lengthOf } from '../../installable.ts'
import type { SearchHit } from '../../store/search.ts'

/** What decides about money besides the package: rates differ by province and by day. */
export interface Offering {
  agency: string
  on: LocalDate
}

/** The ordinary case is the one without a rule, the last: its limit is the one most people get. */
export function offeredLimit({ cases }: Pick<ServiceDefinition, 'cases'>): LimitFact {
  const length = lengthOf(cases.at(-1)?.limit ?? '')
  return { from: length, to: length }
}

export interface OfferedFee extends FeeFact {
  /** Who pays nothing. */
  exempt: readonly Bilingual[]
  law: string
}

/**
 * What an applicant pays at this agency, where the package can say it before any question is answered: its rate in
 * force, the amount for one of what it grows with, nothing when there are no fees. Otherwise `more`.
 */
export function offeredFee({ fees }: Pick<ServiceDefinition, 'fees'>, offering: Offering): OfferedFee {
  const always = fees.filter(({ when }) => when === undefined)
  const amounts = always.map((fee) => amountOf(fee, offering))
  const total = amounts.every((amount) => amount !== undefined) ? sum(amounts) : undefined
  const each = always.length === 1 ? always[0]?.each?.says : undefined
  return {
    amounts: total === undefined || (always.length === 0 && fees.length > 0) ? [] : [total],
    currency: 'VND',
    more: always.length < fees.length,
    ...(each ? { each } : {}),
    exempt: always.length === 1 ? (always[0]?.exemptions ?? []).map(({ name }) => name) : [],
    law: always[0]?.law ?? '',
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

/** Undefined when it hangs on answers, or when this agency has set no rate. */
function amountOf({ amount, rates, each }: FeeRule, { agency, on }: Offering): number | undefined {
  const rate = rates && rateFor(rates, agency, on)
  if (rates && !rate) return undefined
  try {
    const rule = compileRule(amount, ['rate', ...(each ? [each.question] : [])])
    const value = rule.evaluate({ rate: rate?.amount ?? null, ...(each ? { [each.question]: 1 } : {}) }, on)
    return typeof value === 'number' ? value : undefined
  } catch (error) {
    if (error instanceof RuleError) return undefined
    throw error
  }
}

/**
 * How a paper concerns somebody who applies online, which is what the page is about: `form` is made of the answers,
 * `data` the state already holds, `case` hangs on the answers, `away` is for the counter and the post only,
 * `bring` always has to be brought.
 */
export interface OfferedPaper {
  id: string
  kind: 'form' | 'data' | 'case' | 'away' | 'bring'
  name: Bilingual
  plain: Bilingual | undefined
  source: Bilingual | undefined
  originals: number
  copies: number
}

/** The papers of a package, the declaration once however many channels have one of their own. */
export function offeredPapers({ documents }: Pick<ServiceDefinition, 'documents'>): OfferedPaper[] {
  const papers = documents.map((paper) => ({
    id: paper.id,
    kind: kindOf(paper),
    name: paper.name,
    plain: paper.plain,
    source: paper.source,
    originals: paper.originals,
    copies: paper.copies,
  }))
  const order: OfferedPaper['kind'][] = ['form', 'bring', 'data', 'away', 'case']
  const first = papers.find(({ kind }) => kind === 'form')
  return papers
    .filter((paper) => paper.kind !== 'form' || paper === first)
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}

function kindOf({ by, when, source }: RequiredDocument): OfferedPaper['kind'] {
  if (by === 'form' || by === 'data') return by
  const hangsOnChannel = when !== undefined && checkRule(when, ['channel']).length === 0
  if (when !== undefined && !hangsOnChannel) return 'case'
  if (!hangsOnChannel || compileRule(when, ['channel']).evaluate({ channel: 'online' }) === true) return 'bring'
  return source ? 'data' : 'away'
}

/** Cards with the fee, the time and the words of the packages installed here instead of the national record's. */
export function asOfferedHere(hits: readonly SearchHit[], offering: Offering): SearchHit[] {
  return hits.map((hit) => (hit.offered ? { ...hit, card: cardHere(hit.card, hit.offered, offering) } : hit))
}

function cardHere(card: Card, { service, plain }: NonNullable<SearchHit['offered']>, offering: Offering): Card {
  return { ...card, limit: offeredLimit(service), fee: offeredFee(service, offering), plain }
}
