import { createHash } from 'node:crypto'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { nextMonth } from './period.ts'
import type { PublicRow } from './published.ts'
import { jsonOf } from './published-json.ts'

/** Datasets that come out month by month. */
export const MONTHLY = ['by-procedure', 'by-unit', 'by-channel'] as const
export type Monthly = (typeof MONTHLY)[number]

export function isMonthly(name: string): name is Monthly {
  return MONTHLY.some((one) => one === name)
}

/** The version of the shape of the data: it changes when a member is taken away or means something else. */
export const SHAPE = 1

export interface MonthOfData {
  dataset: Monthly
  agency: string
  month: LocalDate
  total: PublicRow
  rows: readonly PublicRow[]
  names: ReadonlyMap<string, Bilingual>
}

/** A published month, as its bytes. It says nothing of when it was made: the same log gives the same bytes. */
export function bodyOf({ dataset, agency, month, total, rows, names }: MonthOfData): string {
  const said = {
    dataset,
    shape: SHAPE,
    agency,
    period: { from: month, to: nextMonth(month) },
    rows: rows.map((row) => jsonOf(row, names.get(row.key))),
    total: jsonOf(total),
  }
  return `${JSON.stringify(said, undefined, 1)}\n`
}

export function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

export interface Edition {
  dataset: Monthly
  month: LocalDate
  edition: number
  publishedAt: Date
  sha256: string
  /** Length of the JSON in bytes. */
  size: number
}

export function addressOf({ dataset, month, edition }: Edition, format: 'json' | 'csv'): string {
  return `/open-data/${dataset}/${month.slice(0, 7)}/${edition}.${format}`
}
