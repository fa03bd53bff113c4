import { expect, test } from 'vitest'
import type { RequiredDocument } from '#rooms/forms/index.ts'
import { fillKeys, missingKeys, questionsOf } from './question.ts'
import { compare } from './standing.ts'

test.each([
  ['name', 'Hà Thị Mẫu', ' hà thị  mẫu', false, 'same'],
  ['name', 'Hà Thị Mẫu', 'Hà Thị Mậu', false, 'differs'],
  ['name', 'Hà Thị Mẫu', 'Hà Thị', false, 'differs'],
  ['residence', 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu', 'Bản Nà Mẫu, xã Mẫu An', false, 'same'],
  ['residence', 'Bản Nà Mẫu', 'Bản Pá Mẫu, xã Mẫu Sơn', true, 'differs'],
  ['residence', 'Tổ 1', 'Tổ 13, phường Mẫu Trung', true, 'differs'],
  ['residence', 'Tổ 3', 'Tổ 3, phường Mẫu Trung', true, 'partly'],
  ['gender', '2', undefined, false, 'not-stated'],
] as const)('R-129: %s “%s” beside “%s” (commune as a code: %s) is %s', (field, theirs, ours, isCoded, comparison) => {
  expect(compare(field, { theirs, ours, isCoded })).toBe(comparison)
})

const paper = (id: string, more: Partial<RequiredDocument> = {}): RequiredDocument => ({
  ...{ id, code: '000.00.00.G99-KQ000001', name: { vi: id, en: id }, originals: 1, copies: 0, by: 'data' },
  ...more,
})

test('R-190: which component asks which registry is data: the package says it, and a row may say otherwise', () => {
  const documents = [paper('residence', { registry: 'population' }), paper('business'), paper('declaration')]
  const row = {
    component: 'business',
    registry: 'business',
    keys: { code: 'answers.code' },
    basis: 'Luật Mẫu',
  } as const
  expect(questionsOf(documents, [row])).toMatchObject([
    { component: 'residence', registry: 'population', keys: { idNumber: 'owner.identityNumber' } },
    {
      component: 'business',
      registry: 'business',
      keys: { code: 'answers.code', name: 'owner.name' },
      basis: 'Luật Mẫu',
    },
  ])
})

test('a key the dossier does not know is left out, and named as missing', () => {
  const keys = fillKeys({ code: 'answers.code', register: '=household', name: 'owner.name' }, { 'owner.name': 'Mẫu' })
  expect(keys).toEqual({ register: 'household', name: 'Mẫu' })
  expect(missingKeys(['code', 'name'], keys)).toEqual(['code'])
})
