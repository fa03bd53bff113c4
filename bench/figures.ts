/** One line of the table: what was measured, what came out, and what it was to be. */
export interface Figure {
  group: string
  name: string
  value: number
  unit: string
  /** At most, or at least, so much. */
  budget?: { most: number } | { least: number }
  note?: string
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export interface Spread {
  p50: number
  p95: number
  mean: number
}

export function spreadOf(milliseconds: readonly number[]): Spread {
  const sorted = milliseconds.toSorted((one, other) => one - other)
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), mean }
}

export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((one, other) => one - other),
    0.5,
  )
}

export function holds({ value, budget }: Figure): boolean | undefined {
  if (!budget) return undefined
  return 'most' in budget ? value <= budget.most : value >= budget.least
}

export function sayValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  const number = value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === '%' ? `${number} %` : `${number} ${unit}`.trim()
}

export function sayBudget({ budget, unit }: Figure): string {
  if (!budget) return ''
  return 'most' in budget ? `≤ ${budget.most} ${unit}` : `≥ ${budget.least} ${unit}`
}
