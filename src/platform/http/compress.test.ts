import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gzipPieces } from './compress.ts'

test('pieces deflated apart are one gzip member that any reader opens, kept pieces too', () => {
  const piece = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 3000 }), alike: fc.boolean() })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (some) => {
      const pieces = [...some, { text: 'Cổng dịch vụ công '.repeat(80), alike: true }]
      const bytes = gzipPieces(pieces, 'gzip, deflate, br')
      expect(bytes && gunzipSync(bytes).toString()).toBe(pieces.map(({ text }) => text).join(''))
    }),
    { numRuns: 60, seed: 1 },
  )
})

test('what is small, very large, or asked for without gzip is left as it is', () => {
  const page = [{ text: 'x'.repeat(2000), alike: false }]
  expect(gzipPieces(page, 'br')).toBeUndefined()
  expect(gzipPieces(page, undefined)).toBeUndefined()
  expect(gzipPieces([{ text: 'x', alike: false }], 'gzip')).toBeUndefined()
  expect(gzipPieces([{ text: 'x'.repeat(300_000), alike: false }], 'gzip')).toBeUndefined()
})
