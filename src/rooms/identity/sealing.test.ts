import { expect, test } from 'vitest'
import { hashRecoveryCode, newRecoveryCode, seal, unseal } from './sealing.ts'

const key = { secret: 'a secret of this installation, long enough', owner: 'officer-1' }
const plain = Buffer.from('twenty bytes of code')

test('R-226: a second factor opens with the same secret for the same officer', () => {
  expect(unseal(seal(plain, key), key)).toEqual(plain)
  expect(seal(plain, key)).not.toEqual(seal(plain, key))
})

test.each([
  ['another secret', { ...key, secret: 'another secret of another installation' }],
  ['another officer', { ...key, owner: 'officer-2' }],
])('R-226: it does not open with %s', (_what, other) => {
  expect(() => unseal(seal(plain, key), other)).toThrow()
})

test('R-226: it does not open when a byte has changed', () => {
  const sealed = seal(plain, key)
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  expect(() => unseal(sealed, key)).toThrow()
})

test('a recovery code is easy to copy, and is read however it is typed', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/)
  expect(hashRecoveryCode(` ${code.toUpperCase().replace('-', ' ')}`, key)).toEqual(hashRecoveryCode(code, key))
  expect(hashRecoveryCode(code, { ...key, owner: 'officer-2' })).not.toEqual(hashRecoveryCode(code, key))
})
