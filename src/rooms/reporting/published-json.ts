import type { Bilingual } from '#platform/i18n/index.ts'
import { PUBLIC_COUNTS, type PublicRow, type PublicShare } from './published.ts'

/** A row as programs read it. The order of the members is fixed: the same figures are the same bytes. */
export function jsonOf(row: PublicRow, name?: Bilingual) {
  return {
    ...(row.key === '' ? {} : { key: row.key }),
    ...(name ? { name: { vi: name.vi, en: name.en } } : {}),
    counts: Object.fromEntries(PUBLIC_COUNTS.map((count) => [count, row.counts[count]])),
    onTimeShare: shareOf(row.onTimeShare),
    onlineShare: shareOf(row.onlineShare),
    automaticShare: shareOf(row.automaticShare),
    supplementShare: shareOf(row.supplementShare),
    refusalShare: shareOf(row.refusalShare),
    ...times(row),
  }
}

const TIMES = ['receiveHalf', 'receiveMost', 'finishHalf', 'finishMost'] as const

function times(row: PublicRow) {
  return Object.fromEntries(TIMES.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]))
}

function shareOf(share: PublicShare) {
  if (share === 'none') return { state: 'no-data' }
  if (share === 'hidden') return { state: 'hidden' }
  return 'percent' in share ? { state: 'exact', percent: share.percent } : { state: 'at-least', atLeast: share.atLeast }
}

type JsonRow = ReturnType<typeof jsonOf>

const SHARES = ['onTimeShare', 'onlineShare', 'automaticShare', 'supplementShare', 'refusalShare'] as const
const HEAD = ['key', 'name_vi', 'name_en', ...PUBLIC_COUNTS, ...SHARES, ...TIMES]

/**
 * The same rows for a spreadsheet, as RFC 4180 has it. `*` is hidden, an empty cell is no data, `>=96` is at least. A text
 * that a spreadsheet would take for a formula is given an apostrophe.
 */
export function csvOf(rows: readonly JsonRow[]): string {
  const lines = rows.map((row) => {
    const counts = PUBLIC_COUNTS.map((name) => row.counts[name] ?? '*')
    const shares = SHARES.map((name) => shareText(row[name]))
    const waits = TIMES.map((name) => (name in row ? ((row as Record<string, unknown>)[name] ?? '*') : ''))
    const name = row.name ?? { vi: '', en: '' }
    return [('key' in row && row.key) || 'total', name.vi, name.en, ...counts, ...shares, ...waits]
  })
  return `${[HEAD, ...lines].map((line) => line.map((cell) => quoted(String(cell))).join(',')).join('\r\n')}\r\n`
}

function shareText(share: JsonRow['onTimeShare']): string {
  if (share.state === 'hidden') return '*'
  if (share.percent !== undefined) return String(share.percent)
  return share.atLeast === undefined ? '' : `>=${share.atLeast}`
}

/** One cell of RFC 4180. */
export function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
