import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart, nameWaits, noWaits, pack, unpackInto } from './packed.ts'
import { sumOf, type Tally } from './tally.ts'

const waits = fc
  .array(
    fc.tuple(
      fc.constantFrom('receive', 'finish'),
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 1, max: 2 ** 40 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map(
    (drawn): Tally =>
      Object.fromEntries(drawn.map(([measured, quarters, count]) => [`${measured}/${quarters}`, count])),
  )

test('what is packed comes out as it was, also added to what was packed before', () => {
  fc.assert(
    fc.property(waits, waits, (one, other) => {
      const sum = noWaits()
      for (const tally of [one, other]) unpackInto(sum, pack(apart(tally).waits) ?? null)
      const named: Record<string, number> = {}
      nameWaits(named, sum)
      expect(named).toEqual(sumOf([one, other]))
    }),
  )
  expect(pack(noWaits())).toBeUndefined()
})
