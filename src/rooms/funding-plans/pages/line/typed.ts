import { money } from '#kernel/money.ts'
import { evenly } from '../../first-plan.ts'
import { CODE_PARTS, type Line, SOURCES } from '../../line.ts'
import { readAmount } from '../shared/read.ts'

/** The fields of a line as they stand on the form: texts by name. */
export type Typed = Readonly<Record<string, string>>

export const QUARTER_FIELDS = ['quarter-1', 'quarter-2', 'quarter-3', 'quarter-4'] as const
export const FIELDS = [
  ...['name', 'activity', 'spending', 'form', 'upgradesOwned', 'leaseYears', 'legalBasis', 'need'],
  ...['quantity', 'unit', 'unitPrice', 'priceBasis', 'priceNote', 'thisYear', 'nextYear-1', 'nextYear-2'],
  ...['product', 'digitalPlanTask'],
  ...SOURCES,
  ...QUARTER_FIELDS,
  ...CODE_PARTS,
] as const

export function typedOf(line: Line): Typed {
  const { sources, quarters, codes, nextYears } = line
  const plain = ['name', 'activity', 'spending', 'form', 'legalBasis', 'need', 'unit', 'priceBasis'] as const
  return {
    ...Object.fromEntries(
      [...plain, 'priceNote', 'product', 'digitalPlanTask'].map((name) => [name, String(line[name as keyof Line])]),
    ),
    upgradesOwned: line.upgradesOwned ? 'yes' : '',
    leaseYears: line.leaseYears === 0 ? '' : String(line.leaseYears),
    quantity: String(line.quantity),
    unitPrice: String(line.unitPrice),
    thisYear: String(line.thisYear),
    'nextYear-1': String(nextYears[0]),
    'nextYear-2': String(nextYears[1]),
    ...Object.fromEntries(SOURCES.map((source) => [source, String(sources[source])])),
    ...Object.fromEntries(QUARTER_FIELDS.map((name, index) => [name, String(quarters[index] ?? 0)])),
    ...Object.fromEntries(CODE_PARTS.map((part) => [part, codes[part] ?? ''])),
  }
}

export interface Sums {
  requested: number
  sources: number
  quarters: number
}

const loosely = (text: string | undefined): number => readAmount(text ?? '') ?? 0

/** What the form adds up to so far, whatever is still wrong in it. */
export function sumsOf(typed: Typed): Sums {
  const total = (names: readonly string[]) => names.reduce((sum, name) => sum + loosely(typed[name]), 0)
  const requested = loosely(typed.quantity) * loosely(typed.unitPrice)
  return { requested, sources: total(SOURCES), quarters: total(QUARTER_FIELDS) }
}

/** Quarters that were all left empty are filled evenly. */
export function withQuarters(typed: Typed): Typed {
  const { requested } = sumsOf(typed)
  if (QUARTER_FIELDS.some((name) => (typed[name] ?? '') !== '') || !Number.isSafeInteger(requested)) return typed
  const parts = evenly(money(requested))
  return { ...typed, ...Object.fromEntries(QUARTER_FIELDS.map((name, index) => [name, String(parts[index] ?? 0)])) }
}
