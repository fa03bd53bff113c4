import { fold } from '#kernel/vietnamese.ts'
import type { Fee } from '../record.ts'
import { cleanLine } from './clean-text.ts'
import type { ConflictSink } from './conflict.ts'

// The portal's names mislead: SERVICE_FEE is what the Law on Fees and Charges calls lệ phí, FEE is phí.
const KINDS: Record<string, Fee['kind']> = { FEE: 'fee', SERVICE_FEE: 'charge', PRICE_LEVEL: 'price' }

/** Amounts of đồng a text names: `100.000 đồng`, `8000đ`, `1,5 triệu đồng`. */
export function amountsIn(text: string): number[] {
  const found = fold(text).matchAll(
    /(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s*(trieu|nghin|ngan)?\s*(?:dong|d\b|vnd|vnd)/g,
  )
  return [...found].map(([, figure = '', scale]) => {
    const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(figure)
    const value = grouped ? Number(figure.replace(/[.,]/g, '')) : Number(figure.replace(',', '.'))
    return Math.round(value * (scale === 'trieu' ? 1_000_000 : scale ? 1_000 : 1))
  })
}

export function saysFree(text: string): boolean {
  return /\b(mien( thu)?( phi| le phi)?|khong( thu)?( phi| le phi)?|khong)\b/.test(fold(text).slice(0, 60))
}

/** One fee of one channel; a figure its own text contradicts is kept out, and the text speaks instead. */
export function feeOf(source: Record<string, unknown>, report: ConflictSink, field: string): Fee {
  const text = cleanLine(source.description)
  const currency = /USD|đô la/i.test(`${String(source.currencyName ?? '')}`) ? 'USD' : 'VND'
  const kind = KINDS[String(source.type)]
  if (!kind) report('value-unknown', `${field}.type`, source.type)
  const figure = typeof source.value === 'number' && Number.isFinite(source.value) ? source.value : null
  const fee = { kind: kind ?? 'fee', currency, text } as const

  if (figure === null || figure === 0) return { ...fee, amount: zeroOrUnknown(figure, text, report, field) }
  const named = currency === 'VND' ? amountsIn(text) : []
  if (named.includes(figure) || (named.length === 0 && figure >= 1_000)) return { ...fee, amount: figure }
  if (named.includes(figure * 1_000)) {
    report('fee-in-thousands', field, figure, text)
    return { ...fee, amount: figure * 1_000 }
  }
  if (named.length > 0) {
    report('fee-not-in-text', field, figure, text)
    return { ...fee, amount: null }
  }
  if (currency === 'USD') return { ...fee, amount: figure }
  report('fee-without-currency', field, figure, text)
  return { ...fee, amount: null }
}

function zeroOrUnknown(figure: number | null, text: string, report: ConflictSink, field: string): number | null {
  if (figure === 0 && (text === '' || saysFree(text))) return 0
  if (figure === null && text === '') return null
  if (figure === null && saysFree(text)) return 0
  report('fee-zero-but-text', field, figure, text)
  return null
}
