import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publish } from './published.ts'
import { FEWEST, hiddenIn, type Line } from './suppress.ts'
import type { Tally } from './tally.ts'

test('R-193: a small number is hidden, and one more, so that the total does not give it away', () => {
  const cells = new Map([
    ['total', 103],
    ['a', 3],
    ['b', 40],
    ['c', 60],
  ])
  expect([...hiddenIn(cells, [{ sum: 'total', parts: ['a', 'b', 'c'] }])].sort()).toEqual(['a', 'b'])
})

test('two ones that add up to two would be known: another goes with them', () => {
  const cells = new Map([
    ['total', 42],
    ['a', 1],
    ['b', 1],
    ['c', 40],
  ])
  expect(hiddenIn(cells, [{ sum: 'total', parts: ['a', 'b', 'c'] }]).has('c')).toBe(true)
})

/** A table of rows and columns with its margins, and the lines in which they add up. */
function table(rows: readonly (readonly number[])[]): { cells: Map<string, number>; lines: Line[] } {
  const cells = new Map<string, number>()
  const lines: Line[] = []
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, index) => index)
  for (const [r, row] of rows.entries()) {
    for (const c of columns) cells.set(`${r},${c}`, row[c] ?? 0)
    cells.set(
      `${r},all`,
      row.reduce((sum, one) => sum + one, 0),
    )
    lines.push({ sum: `${r},all`, parts: columns.map((c) => `${r},${c}`) })
  }
  for (const c of [...columns, 'all']) {
    cells.set(
      `all,${c}`,
      rows.reduce((sum, _, r) => sum + (cells.get(`${r},${c}`) ?? 0), 0),
    )
    lines.push({ sum: `all,${c}`, parts: rows.map((_, r) => `${r},${c}`) })
  }
  lines.push({ sum: 'all,all', parts: columns.map((c) => `all,${c}`) })
  return { cells, lines }
}

test('R-193: in any table, no line lets a hidden number be reckoned, and every small number is hidden', () => {
  const rows = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 4 })).chain(([height, width]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 90 })), {
        minLength: width,
        maxLength: width,
      }),
      {
        minLength: height,
        maxLength: height,
      },
    ),
  )
  fc.assert(
    fc.property(rows, (drawn) => {
      const { cells, lines } = table(drawn)
      const hidden = hiddenIn(cells, lines)
      for (const [name, count] of cells) if (count > 0 && count < FEWEST) expect(hidden.has(name)).toBe(true)
      for (const name of hidden) expect(cells.get(name)).toBeGreaterThan(0)
      for (const { sum, parts } of lines) {
        const gone = [sum, ...parts].filter((name) => hidden.has(name))
        // One unknown would be the answer of a sum. (A row whose only part it is says the same as the part.)
        const others = [sum, ...parts].filter((name) => (cells.get(name) ?? 0) > 0 && !hidden.has(name))
        if (gone.length === 1) expect(others).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})

test('R-182: where few were late, how many is not said, and the share only from below', () => {
  const unit = (finished: number, late: number): Tally => ({
    finished,
    onTime: finished - late,
    late,
    ended: finished,
    [`finish/${late + 30}`]: finished,
  })
  const rows = new Map([
    ['a', unit(100, 2)],
    ['b', unit(200, 20)],
    ['c', unit(3, 0)],
  ])
  const total: Tally = { finished: 303, onTime: 281, late: 22, ended: 303, 'finish/30': 303 }
  const { tables } = publish(total, { rows })
  const [a, b, c] = tables.rows
  expect(a?.counts.late).toBeNull()
  expect(a?.counts.onTime).toBeNull()
  expect(c?.counts.finished).toBeNull()
  expect(c?.finishHalf).toBeNull()
  // Hidden with a, because 22 − 20 would be the 2.
  expect(b?.counts.late).toBeNull()
  expect(JSON.stringify(tables)).not.toContain('98')
})
