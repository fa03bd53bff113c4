import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { parseTemporaryCode, temporaryCode } from './codes.ts'
import { canonicalJson, GENESIS, hashOf, type LogEntry, problemOf, sha256 } from './log-entry.ts'

function entry(seq: number, prevHash: string, words?: string): LogEntry {
  const said = {
    agencyId: 1,
    dossierId: '018f0000-0000-7000-8000-000000000001',
    seq,
    at: new Date('2026-11-19T01:40:00.123Z'),
    actor: { kind: 'system' } as const,
    type: 'dossier.step',
    facts: { b: 1, a: ['x', null], ...(words && { wordsHash: sha256(words) }) },
    prevHash,
  }
  return { ...said, ...(words && { words }), hash: hashOf(said) }
}

test('the canonical form does not depend on the order of members, and survives JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(canonicalJson({ b: 1, a: { d: undefined, c: 2 } })).toBe('{"a":{"c":2},"b":1}')
})

test('R-234: an entry that says something else than it said is found, whatever is changed', () => {
  const whole = entry(2, GENESIS, 'lời cán bộ')
  const head = { seq: 1, hash: GENESIS }
  expect(problemOf(whole, head)).toBeUndefined()
  expect(problemOf({ ...whole, facts: { ...whole.facts, b: 2 } }, head)).toBe('changed')
  expect(problemOf({ ...whole, at: new Date('2026-11-19T01:40:00.124Z') }, head)).toBe('changed')
  expect(problemOf({ ...whole, actor: { kind: 'officer', id: 'x' } }, head)).toBe('changed')
  expect(problemOf({ ...whole, words: 'khác' }, head)).toBe('changed')
  expect(problemOf({ ...whole, agencyId: 2 }, head)).toBe('changed')
  expect(problemOf(whole, { seq: 0, hash: GENESIS })).toBe('missing')
  expect(problemOf(whole, { seq: 1, hash: 'f'.repeat(64) })).toBe('out-of-place')
})

test('words can be erased, as the law may demand, without breaking the chain', () => {
  const { words: _erased, ...left } = entry(1, GENESIS, 'tên một người')
  expect(problemOf(left, { seq: 0, hash: GENESIS })).toBeUndefined()
})

test('R-061: a temporary code has its day and six digits, and is read as people type it', () => {
  expect(temporaryCode(localDate('2026-11-23'), 0.004217)).toBe('TN-261123-004217')
  expect(temporaryCode(localDate('2026-11-23'), 0.999999999, 10)).toMatch(/^TN-261123-\d{8}$/)
  expect(parseTemporaryCode(' tn - 261123 -004217')).toBe('TN-261123-004217')
  expect(parseTemporaryCode('TN-261123-42')).toBeUndefined()
})
