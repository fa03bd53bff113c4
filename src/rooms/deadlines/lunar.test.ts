import { expect, test } from 'vitest'
import { hungKingsDay, lunarNewYear } from './lunar.ts'

// Month and day of Tết, 1976 on: the published Vietnamese calendars, not the Chinese ones.
const TET_FROM_1976 = `
  0131 0218 0207 0128 0216 0205 0125 0213 0202 0121 0209 0129 0217 0206 0127 0215 0204 0123 0210 0131
  0219 0207 0128 0216 0205 0124 0212 0201 0122 0209 0129 0217 0207 0126 0214 0203 0123 0210 0131 0219
  0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0202 0123 0211 0131 0219 0208`

test.each(
  TET_FROM_1976.trim()
    .split(/\s+/)
    .map((day, index) => [1976 + index, day] as const),
)('R-107: Tết %i falls on month and day %s', (year, day) => {
  expect(lunarNewYear(year).slice(5).replace('-', '')).toBe(day)
})

test('R-107: Giỗ Tổ is never reckoned in a leap third month', () => {
  expect(hungKingsDay(2023)).toBe('2023-04-29') // leap second month before it
  expect(hungKingsDay(1993)).toBe('1993-04-01') // leap third month after it
})
