import { fold } from '#kernel/vietnamese.ts'
import type { TimeLimit, TimeUnit } from '../record.ts'
import { cleanLine } from './clean-text.ts'
import type { ConflictSink } from './conflict.ts'

const UNITS: Record<string, TimeUnit> = { HOUR: 'hours', WORKING_DAY: 'working-days', DAY: 'days', MONTH: 'months' }

/** Lengths a sentence names: `10 ngày làm việc`, `07 ngày`, `8 giờ`. */
export function lengthsIn(text: string): { amount: number; unit: TimeUnit }[] {
  const found = fold(text).matchAll(/(\d+(?:[.,]\d+)?)\s*(?:\([^)]{1,30}\)\s*)?(ngay lam viec|ngay|gio|thang)/g)
  return [...found].map(([, amount = '', unit = '']) => ({
    amount: Number(amount.replace(',', '.')),
    unit: unit === 'ngay lam viec' ? 'working-days' : unit === 'ngay' ? 'days' : unit === 'gio' ? 'hours' : 'months',
  }))
}

/** A channel's time limit: figure and unit where the record has both and its own text does not contradict them. */
export function timeLimit(
  amount: unknown,
  unit: unknown,
  text: string,
  report: ConflictSink,
  field: string,
): TimeLimit {
  const known = UNITS[String(unit)]
  if (typeof amount === 'string' && amount.trim() !== '' && Number.isNaN(Number(amount))) {
    report('limit-is-text', field, cleanLine(amount), unit)
    return limitFromSentence(cleanLine(amount))
  }
  if (amount === undefined || amount === null || amount === '') {
    report('limit-missing', field, '', text)
    return limitFromSentence(text)
  }
  const figure = Number(amount)
  if (!known) {
    report(unit === 'OTHER' ? 'limit-unit-other' : 'value-unknown', `${field}.unit`, `${figure} ${String(unit)}`, text)
    return { amount: null, unit: null, text }
  }
  const named = lengthsIn(text)
  if (named.length > 0 && !named.some((length) => length.amount === figure)) {
    report('limit-not-in-text', field, `${figure} ${known}`, text)
  }
  return { amount: figure, unit: known, text }
}

/** `Không quá 10 ngày làm việc`: taken only when the sentence names one length and nothing else. */
function limitFromSentence(text: string): TimeLimit {
  const [only, ...others] = lengthsIn(text)
  if (!only || others.length > 0) return { amount: null, unit: null, text }
  return { amount: only.amount, unit: only.unit, text }
}
