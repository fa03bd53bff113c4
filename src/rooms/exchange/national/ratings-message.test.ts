import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesOf } from './ratings-message.ts'

test.each([
  ['nobody is left over', [1, 1, 2], [25, 25, 50]],
  ['a third each: the first is told one hundredth more', [1, 1, 1], [33.34, 33.33, 33.33]],
  ['all of them', [7, 0, 0], [100, 0, 0]],
])('%s', (_rule, counts, shares) => {
  expect(sharesOf(counts)).toEqual(shares)
})

test('shares come to exactly 100 and none is more than a hundredth away from what is true', () => {
  const some = fc
    .tuple(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000))
    .filter((counts) => counts.some((count) => count > 0))
  fc.assert(
    fc.property(some, (counts) => {
      const shares = sharesOf(counts)
      const whole = counts.reduce((sum, count) => sum + count, 0)
      expect(shares.reduce((sum, share) => sum + Math.round(share * 100), 0)).toBe(10_000)
      for (const [index, share] of shares.entries()) {
        expect(Math.abs(share - ((counts[index] ?? 0) * 100) / whole)).toBeLessThanOrEqual(0.01)
      }
    }),
  )
})
