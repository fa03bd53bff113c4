import { DomainError } from '#kernel/errors.ts'

/** `h` working hours, `wd` working days, `d` calendar days, `mo` months. */
export type LimitUnit = 'h' | 'wd' | 'd' | 'mo'

/** A time limit (thời hạn giải quyết): a length, not a day. `0wd` is "the same day". */
export interface Limit {
  amount: number
  unit: LimitUnit
}

const SHAPE = /^(\d{1,4}(?:\.\d{1,2})?)\s*(h|wd|d|mo)$/
const MOST: Record<LimitUnit, number> = { h: 5000, wd: 1000, d: 3650, mo: 120 }

/** Reads `5wd`, `4h`, `1.5h`, `30d`, `2mo`, `0wd`. Throws `deadlines.bad-limit` for anything else. */
export function parseLimit(text: string): Limit {
  const [, amount = '', unit = ''] = SHAPE.exec(text.trim().toLowerCase()) ?? []
  const limit = { amount: Number(amount), unit: unit as LimitUnit }
  if (unit === '') throw new DomainError('deadlines.bad-limit', { limit: text })
  checkLimit(limit)
  return limit
}

export function formatLimit({ amount, unit }: Limit): string {
  return `${amount}${unit}`
}

/** Only working days know zero ("giải quyết ngay trong ngày"); only hours are divided, down to the minute. */
export function checkLimit(limit: Limit): void {
  const { amount, unit } = limit
  const whole = unit === 'h' ? Number.isInteger(Math.round(amount * 6000) / 100) : Number.isInteger(amount)
  const enough = unit === 'wd' ? amount >= 0 : amount > 0
  if (!whole || !enough || amount > MOST[unit])
    throw new DomainError('deadlines.bad-limit', { limit: formatLimit(limit) })
}
