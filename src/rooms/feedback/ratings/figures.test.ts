import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { FEWEST } from '../small-numbers.ts'
import { addUp, type Counted, monthsCounted, type Satisfaction, show, showTotal } from './figures.ts'

const day = localDate

test.each([
  [
    'the year so far: what is said this month waits for its end',
    '2026-01-01',
    '2026-11-26',
    '2026-01-01',
    '2026-11-01',
  ],
  ['a period that begins within a month begins with the next', '2026-03-15', '2026-06-01', '2026-04-01', '2026-06-01'],
  ['a period that ends within a month ends before it', '2026-03-01', '2026-06-30', '2026-03-01', '2026-06-01'],
])('%s', (_rule, from, to, first, end) => {
  expect(monthsCounted({ from: day(from), to: day(to) }, day('2026-11-25'))).toEqual({ from: first, to: end })
})

test('no whole month is no period, and no data', () => {
  expect(monthsCounted({ from: day('2026-11-01'), to: day('2026-11-26') }, day('2026-11-25'))).toBeUndefined()
  expect(addUp([]).get('')).toBeUndefined()
  expect(showTotal(undefined)).toBeUndefined()
})

test('R-163: satisfied is 4 and 5, in exact numbers, each criterion by itself', () => {
  const marks: Counted[] = [
    { key: '', criterion: 'overall', mark: 5, count: 3 },
    { key: '', criterion: 'overall', mark: 4, count: 2 },
    { key: '', criterion: 'overall', mark: 3, count: 1 },
    { key: '', criterion: 'ease', mark: 1, count: 4 },
  ]
  const total = addUp(marks).get('')
  // 3 + 2 of 3 + 2 + 1; of the 4 who said how easy it was nobody was satisfied; the rest was left out by all.
  expect(total?.overall).toEqual({ ratings: 6, satisfied: 5, very: 3 })
  expect(total?.ease).toEqual({ ratings: 4, satisfied: 0, very: 0 })
  expect(total?.attitude).toEqual({ ratings: 0, satisfied: 0, very: 0 })
  const shown = showTotal(total)?.opinions
  expect([shown?.overall, shown?.ease]).toEqual([{ ratings: 6, satisfied: 5 }, undefined])
})

test('R-224: nothing hidden can be reckoned from the total and what is shown', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(sizes, (many) => {
      const rows = new Map<string, Satisfaction>(
        many.map((count, index) => [
          `row-${index}`,
          addUp([{ key: '', criterion: 'overall', mark: 5, count }]).get('') as Satisfaction,
        ]),
      )
      const shown = new Map(show(rows).map(({ key, opinions }) => [key, opinions.overall]))
      const hidden = many.filter((_, index) => shown.get(`row-${index}`) === undefined)
      for (const [index, count] of many.entries()) {
        if (count < FEWEST) expect(shown.get(`row-${index}`)).toBeUndefined()
      }
      const sum = hidden.reduce((total, count) => total + count, 0)
      const total = many.reduce((all, count) => all + count, 0)
      // What is not shown is at least five people in two rows, or nothing of the table can be told at all.
      expect(hidden.length === 0 || (hidden.length > 1 && sum >= FEWEST) || sum === total).toBe(true)
    }),
  )
})
