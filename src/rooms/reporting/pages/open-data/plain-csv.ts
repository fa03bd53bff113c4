import { quoted } from '../../published-json.ts'

/** Rows that all have the members of the first, as a table with its heads. */
export function plainCsv(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const heads = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => heads.map((head) => quoted(String(row[head] ?? ''))).join(','))
  return `${[heads.join(','), ...lines].join('\r\n')}\r\n`
}
