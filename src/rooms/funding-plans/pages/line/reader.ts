import type { FieldError } from '#kernel/errors.ts'
import { type Money, money } from '#kernel/money.ts'
import { ACTIVITIES, type BudgetCodes, CODE_PARTS, FORMS, type Line, PRICE_BASES, SPENDINGS } from '../../line.ts'
import { readAmount } from '../shared/read.ts'
import type { vi } from './line.vi.ts'
import type { Typed } from './typed.ts'

type NewLine = Omit<Line, 'id' | 'traces' | 'attachments'>

/** Reads typed fields one by one; what cannot be read is said at its field, and something harmless stands for it. */
function readerOf(typed: Typed, t: typeof vi) {
  const errors: FieldError[] = []
  const wrong = (field: string, message: string) => void errors.push({ field, message })
  const text = (name: string) => typed[name] ?? ''

  function amount(name: string, required = false): Money {
    const read = text(name) === '' && !required ? money(0) : readAmount(text(name))
    if (read === undefined) wrong(name, t.errors.amount)
    return read ?? money(0)
  }

  function choice<T extends string>(name: string, from: readonly [T, ...T[]]): T {
    const found = from.find((one) => one === typed[name])
    if (!found) wrong(name, t.errors.choose)
    return found ?? from[0]
  }

  function required(name: string, message: string): string {
    if (text(name) === '') wrong(name, message)
    return text(name)
  }

  /** Empty is the least where that is 0. */
  function whole(name: string, message: string, least: number): number {
    const digits = text(name).replace(/[.\s]/g, '')
    if (digits === '' && least === 0) return 0
    const number = /^\d{1,9}$/.test(digits) ? Number(digits) : -1
    if (number < least) wrong(name, message)
    return Math.max(number, least)
  }

  function codes(): BudgetCodes {
    const given = CODE_PARTS.filter((part) => text(part) !== '')
    for (const part of given) if (!/^\d{1,5}$/.test(text(part))) wrong(part, t.errors.code)
    return Object.fromEntries(given.map((part) => [part, text(part)]))
  }

  return { errors, text, amount, choice, required, whole, codes }
}

/** Reads the form of a line. Empty amounts are 0, but for quantity and price. */
export function readLine(typed: Typed, t: typeof vi): { line: NewLine; errors: FieldError[] } {
  const { errors, text, amount, choice, required, whole, codes } = readerOf(typed, t)
  const line: NewLine = {
    name: required('name', t.errors.name),
    activity: choice('activity', ACTIVITIES),
    need: text('need'),
    legalBasis: text('legalBasis'),
    product: text('product'),
    digitalPlanTask: text('digitalPlanTask'),
    spending: choice('spending', SPENDINGS),
    form: choice('form', FORMS),
    upgradesOwned: text('upgradesOwned') === 'yes',
    leaseYears: whole('leaseYears', t.errors.leaseYears, 0),
    quantity: whole('quantity', t.errors.quantity, 1),
    unit: required('unit', t.errors.unit),
    unitPrice: amount('unitPrice', true),
    priceBasis: choice('priceBasis', PRICE_BASES),
    priceNote: text('priceNote'),
    sources: {
      stateBudget: amount('stateBudget'),
      retainedRevenue: amount('retainedRevenue'),
      aid: amount('aid'),
      other: amount('other'),
    },
    quarters: [amount('quarter-1'), amount('quarter-2'), amount('quarter-3'), amount('quarter-4')],
    thisYear: amount('thisYear'),
    nextYears: [amount('nextYear-1'), amount('nextYear-2')],
    codes: codes(),
  }
  return { line, errors }
}
