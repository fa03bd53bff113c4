import { expect, test } from 'vitest'
import { openSecret, sealSecret } from './index.ts'

const mine = { purpose: 'notice channels', owner: '1 sms' }

test('R-226: a sealed secret opens for its owner and its purpose, and for nobody else', () => {
  const sealed = sealSecret('mật khẩu', mine)
  expect(openSecret(sealed, mine)).toBe('mật khẩu')
  expect(sealed.toString('latin1')).not.toContain('khẩu')
  expect(() => openSecret(sealed, { ...mine, owner: '2 sms' })).toThrow()
  expect(() => openSecret(sealed, { ...mine, purpose: 'post' })).toThrow()
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  expect(() => openSecret(sealed, mine)).toThrow()
})

test('the same secret is never sealed twice alike', () => {
  expect(sealSecret('a', mine).equals(sealSecret('a', mine))).toBe(false)
})
