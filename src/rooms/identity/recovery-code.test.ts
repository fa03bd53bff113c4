import { expect, test } from 'vitest'
import { hashRecoveryCode, newRecoveryCode } from './recovery-code.ts'

const key = { secret: 'a secret of this installation, long enough', owner: 'officer-1' }

test('a recovery code is easy to copy, and is read however it is typed', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/)
  expect(hashRecoveryCode(` ${code.toUpperCase().replace('-', ' ')}`, key)).toEqual(hashRecoveryCode(code, key))
  expect(hashRecoveryCode(code, { ...key, owner: 'officer-2' })).not.toEqual(hashRecoveryCode(code, key))
})
