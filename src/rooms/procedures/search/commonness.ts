import type { Audience, ProcedureKind } from '../record.ts'
import common from './commonness.json' with { type: 'json' }
import { keysOf } from './syllables.ts'

const FIELDS = new Map(Object.entries(common.fields))
const PROCEDURES = new Set(common.procedures)
const KINDS: Record<ProcedureKind, number> = { standard: 1, specific: 0.74, internal: 0.55 }

const spaced = (text: string) => ` ${keysOf(text).join(' ')} `

/** A special variant of a procedure (abroad, at the border, again): shown lower unless the person asks for it. */
const VARIANTS = common.variants.map(({ words, asked, weight }) => ({
  words: words.map(spaced),
  asked: asked.map(spaced),
  weight,
}))

/** One bit for each variant that a name speaks of. */
export function variantsIn(keys: string[]): number {
  return bits(keys, ({ words }) => words)
}

/** One bit for each variant that a query asks for. */
export function variantsAsked(keys: string[]): number {
  return bits(keys, ({ asked }) => asked)
}

function bits(keys: string[], phrases: (variant: (typeof VARIANTS)[number]) => string[]): number {
  const text = ` ${keys.join(' ')} `
  return VARIANTS.reduce(
    (mask, variant, at) => (phrases(variant).some((one) => text.includes(one)) ? mask | (1 << at) : mask),
    0,
  )
}

/** What is left of a score when a name speaks of variants that were not asked for; each mixture is worked out once. */
export function variantWeights(asked: number): (variants: number) => number {
  const known = new Map<number, number>()
  return (variants) => {
    const unasked = variants & ~asked
    if (unasked === 0) return 1
    const before = known.get(unasked)
    if (before !== undefined) return before
    const weight = VARIANTS.reduce((left, one, at) => (unasked & (1 << at) ? left * one.weight : left), 1)
    known.set(unasked, weight)
    return weight
  }
}

/** How likely a person is to look for this one, before a word is typed; around 1. */
export function priorOf(one: { code: string; field: string; kind: ProcedureKind; audiences: Audience[] }): number {
  const forPeople = one.audiences.includes('citizen') ? 1.06 : one.audiences.includes('business') ? 1 : 0.95
  const common = PROCEDURES.has(one.code) ? 1.12 : 1
  return KINDS[one.kind] * forPeople * common * (FIELDS.get(one.field) ?? 1)
}

/** Fields that people's daily life meets, the nearest first. */
export const COMMON_FIELDS: readonly string[] = Object.keys(common.fields)
