import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ServicePackage } from '#rooms/forms/index.ts'
import {
  checkPackage,
  diffPackages,
  parsePackage,
  readPackage,
  testPackage,
  UnreadablePackage,
  writePackage,
} from './index.ts'

const shipped = await readPackage('services/1.004873')

/** The shipped package with one thing broken: the place is a path, `form.steps.0` or, by id, `form.steps.purpose`. */
function broken(path: string, values: Record<string, unknown>): ServicePackage {
  const copy = structuredClone(shipped)
  const place = path.split('.').reduce<unknown>(
    (holder, key) => {
      if (Array.isArray(holder)) return holder.find((item) => item.id === key) ?? holder[Number(key)]
      return (holder as Record<string, unknown>)[key]
    },
    { package: copy },
  )
  Object.assign(place as object, values)
  return copy
}

describe('a package is refused when', () => {
  test.each<[why: string, path: string, values: Record<string, unknown>, message: string]>([
    [
      'a rule names nothing',
      'package.form.steps.for-whom.questions.relation',
      { when: 'forWhome = "other"' },
      'nothing is called “forWhome”; did you mean “forWhom”?',
    ],
    [
      'a rule looks forward',
      'package.form.steps.about-you.questions.phone',
      { when: 'copies > 1' },
      '“copies” is not asked before this: a rule looks back only',
    ],
    [
      'a rule compares with what is never chosen',
      'package.form.steps.for-whom.questions.relation',
      { when: 'forWhom = "others"' },
      '“forWhom” is never “others”; it is one of self, other',
    ],
    [
      'a file belongs to no document',
      'package.form.steps.earlier-certificate.questions.priorPhoto',
      { document: 'old-paper' },
      'the service has no document “old-paper”',
    ],
    [
      'a question is there twice',
      'package.form.steps.about-you.questions.email',
      { id: 'phone' },
      '“phone” is there twice',
    ],
    ['a limit cannot be counted', 'package.service.cases.0', { limit: '3 ngày' }, '“3 ngày” is no time limit'],
    ['no case may apply', 'package.service.cases.0', { when: 'copies > 1' }, 'the last case has a rule'],
    ['a fee names nothing', 'package.service.fees.0', { amount: 'rate * pages' }, 'nothing is called “pages”'],
    [
      'a fee grows with no number',
      'package.service.fees.0',
      { each: { question: 'phone', says: { vi: 'mỗi bản', en: 'a copy' } } },
      '“phone” is no number that the amount grows with',
    ],
    [
      'the competent unit is no unit',
      'package.service.competent.0',
      { unit: { by: 'answer', question: 'phone' } },
      '“phone” is no question whose answer is a unit',
    ],
    ['an action leads nowhere', 'package.process.steps.0.actions.0', { to: 'aprove' }, '“aprove” is no step'],
    ['a step is never reached', 'package.process', { start: 'return-result' }, 'it is never reached'],
    ['a step has no way to an end', 'package.process.steps.3', { actions: [] }, 'no way leads from it to an end'],
    ['a signature has a role', 'package.process.steps.2', { role: 'approver' }, 'it has no role'],
    [
      'a template names nothing',
      'package.result.paragraphs.2',
      { text: '{unitt} xác nhận:' },
      'nothing is called {unitt}',
    ],
    ['two results would share a number', 'package.result', { number: '/UBND' }, 'it has no {seq}'],
    ['its codes differ', 'package.procedure', { code: '1.004874' }, 'its code is 1.004874'],
    [
      'it shows no mistakes',
      'package',
      { examples: shipped.examples.filter((one) => !one.expect.errors) },
      'none of them shows an error',
    ],
    [
      'it may reject and has no letter for it',
      'package',
      { letters: [] },
      'the process may reject, and there is no letter “rejection” with the number of its paper',
    ],
    [
      'a letter names what only a rejection knows',
      'package.letters.0',
      { title: { vi: 'Vì {reason}', en: 'Because {reason}' } },
      'nothing is called {reason}',
    ],
  ])('%s', (_, path, values, message) => {
    const problems = checkPackage(broken(path, values))
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message)
  })
})

test('a text in one language only cannot be read, and the place is told', () => {
  const one = broken('package.form.steps.about-you.questions.phone', { label: { vi: 'Số điện thoại' } })
  expect(() => parsePackage(one)).toThrow(/form\.steps\[0\]\.questions\[7\]\.label\.en/)
})

test('a pattern of the author’s own cannot be read', () => {
  const one = broken('package.form.steps.about-you.questions.phone', { pattern: '^(a+)+$' })
  expect(() => parsePackage(one)).toThrow(UnreadablePackage)
})

test('a missing file is told by name', async () => {
  await expect(readPackage('services')).rejects.toThrow('service.json: the file is missing')
})

test('an example that no longer holds says what it expected and what came', () => {
  const dearer = broken('package.service.fees.0.rates.0', { amount: 9000 })
  const wrong = testPackage(dearer).flatMap((result) => result.wrong)
  expect(wrong).toContainEqual({ what: 'fee', expected: 8000, actual: 9000 })
})

test('an action that is not open is told', () => {
  const closed = broken('package.process.steps.0.actions.0', { when: 'outcome = "granted"' })
  const [first] = testPackage(closed).flatMap((result) => result.wrong)
  expect(JSON.stringify(first?.actual)).toContain('not open at appraise')
})

test('R-091: the general letter of rejection is taken in with the package, unless it has its own', async () => {
  expect(shipped.letters.filter(({ id }) => id === 'rejection')).toHaveLength(1)
  const folder = await mkdtemp(join(tmpdir(), 'motcua-package-'))
  const own = { ...shipped.letters.find(({ id }) => id === 'rejection'), title: { vi: 'Thư riêng', en: 'Own letter' } }
  const letters = [...shipped.letters.filter(({ id }) => id !== 'rejection'), own] as typeof shipped.letters
  await writePackage(folder, { ...shipped, letters })
  const again = (await readPackage(folder)).letters.filter(({ id }) => id === 'rejection')
  expect(again.map(({ title }) => title.en)).toEqual(['Own letter'])
  await rm(folder, { recursive: true })
})

test('a package written out and read again is the same package', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-package-'))
  await writePackage(folder, shipped)
  expect(diffPackages(shipped, await readPackage(folder))).toEqual([])
  await rm(folder, { recursive: true })
})

test('a difference is told where it is, by the name of the thing', () => {
  const other = broken('package.form.steps.purpose.questions.copies', { max: 5 })
  const where = 'form.steps.purpose.questions.copies.max'
  expect(diffPackages(shipped, other)).toEqual([{ where, before: 10, after: 5 }])
})
