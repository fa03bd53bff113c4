/** Fewer than this, and one could tell who they are. */
export const FEWEST = 5

/**
 * A number that adds up from others: a row from its parts, a column from its rows. `sum` and `parts` are names of cells.
 */
export interface Line {
  sum: string
  parts: readonly string[]
}

/**
 * Names of the cells that are not shown: those from 1 to 4, and as many others as it takes so that none of them can be
 * reckoned from what is shown. In every line that hides something, at least two are hidden and together they are at
 * least 5; nothing hidden is 0, which gives nothing away. The smallest go first, sums last.
 */
export function hiddenIn(cells: ReadonlyMap<string, number>, lines: readonly Line[]): Set<string> {
  const hidden = new Set([...cells].filter(([, count]) => count > 0 && count < FEWEST).map(([name]) => name))
  const sums = new Set(lines.map(({ sum }) => sum))
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      const next = nextToHide(line, { cells, hidden, sums })
      if (next === undefined) continue
      hidden.add(next)
      changed = true
    }
  }
  return hidden
}

interface Known {
  cells: ReadonlyMap<string, number>
  hidden: ReadonlySet<string>
  sums: ReadonlySet<string>
}

function nextToHide({ sum, parts }: Line, { cells, hidden, sums }: Known): string | undefined {
  const countOf = (name: string) => cells.get(name) ?? 0
  const all = [...parts, sum]
  const gone = all.filter((name) => hidden.has(name))
  if (gone.length === 0) return undefined
  const enough = gone.reduce((total, name) => total + countOf(name), 0) >= FEWEST
  if (gone.length > 1 && (enough || hidden.has(sum))) return undefined
  const rank = (name: string) => (name === sum ? 2 : sums.has(name) ? 1 : 0)
  const [next] = all
    .filter((name) => !hidden.has(name) && countOf(name) > 0)
    .sort((one, other) => rank(one) - rank(other) || countOf(one) - countOf(other) || (one < other ? -1 : 1))
  return next
}
