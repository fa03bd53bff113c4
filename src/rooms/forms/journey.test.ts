import { describe, expect, test } from 'vitest'
import type { Answers, Documents, FormDefinition } from './definition.ts'
import { compileForm, stepAfter, stepBefore, summary, takeStep, validateAll, validateStep, walk } from './index.ts'
import { aContext, aFormDefinition, aStep } from './testing.ts'

const definition = aFormDefinition(
  aStep('status', [
    { id: 'married', kind: 'yes-no' },
    { id: 'spouse', kind: 'text', when: 'married = true' },
    { id: 'since', kind: 'date', limit: 'past', when: 'married = true' },
  ]),
  aStep('children', [{ id: 'children', kind: 'number', max: 20 }], { when: 'married = true' }),
  aStep('purpose', [
    { id: 'purpose', kind: 'radios' },
    { id: 'copies', kind: 'number', min: 1, max: 10, when: 'purpose = "b"' },
    { id: 'letter', kind: 'file', required: 'copies > 5', when: 'purpose = "b"' },
  ]),
)
const form = compileForm(definition)
const context = aContext()
const given = (answers: Answers, documents: Documents = {}) => ({ answers, documents })
const idsOf = (answers: Answers) => walk(form, given(answers), context).steps.map(({ id }) => id)

test('steps and questions follow from the answers', () => {
  expect(idsOf({})).toEqual(['status', 'purpose'])
  expect(idsOf({ married: true })).toEqual(['status', 'children', 'purpose'])
  const [status] = walk(form, given({ married: true }), context).steps
  expect(status?.asked.map(({ id }) => id)).toEqual(['married', 'spouse', 'since'])
})

test('what is not asked is never submitted, whatever was typed before', () => {
  const journey = walk(form, given({ married: false, spouse: 'Lò Thị Mẫu', children: 2 }), context)
  expect(journey.answers).toEqual({ married: false })
  expect(journey.values.spouse).toBeUndefined()
})

test('a hidden answer decides nothing: what hung on it is hidden too', () => {
  const chain = compileForm(
    aFormDefinition(
      aStep('one', [
        { id: 'first', kind: 'yes-no' },
        { id: 'second', kind: 'yes-no', when: 'first = true' },
        { id: 'third', kind: 'text', when: 'second = true' },
      ]),
    ),
  )
  const journey = walk(chain, given({ first: false, second: true, third: 'x' }), context)
  expect(journey.answers).toEqual({ first: false })
})

test('the next step and the one before follow the journey', () => {
  const journey = walk(form, given({ married: true }), context)
  expect([stepAfter(journey, 'status'), stepAfter(journey, 'purpose')]).toEqual(['children', undefined])
  expect([stepBefore(journey, 'purpose'), stepBefore(journey, 'status')]).toEqual(['children', undefined])
})

test('a rule may make an answer required', () => {
  const missing = (copies: number) =>
    validateStep(form, 'purpose', { filled: given({ purpose: 'b', copies }), context }).map(({ field }) => field)
  expect(missing(5)).toEqual([])
  expect(missing(6)).toEqual(['letter'])
})

test('a form whose rule looks forward is refused when it is compiled', () => {
  const forward: FormDefinition = aFormDefinition(
    aStep('one', [
      { id: 'early', kind: 'text', when: 'late = true' },
      { id: 'late', kind: 'yes-no' },
    ]),
  )
  expect(() => compileForm(forward)).toThrow('nothing is called “late”')
})

describe('taking a posted step', () => {
  const take = (body: Record<string, unknown>, answers: Answers = {}) =>
    takeStep(form, 'status', { body, filled: given(answers), context })

  test('goes on when nothing is missing', () => {
    expect(take({ married: 'no' })).toMatchObject({ errors: [], revealed: [], next: 'purpose' })
  })

  test('shows the step again when the answer makes another question visible, and calls it no error', () => {
    const taken = take({ '--asked': 'married', married: 'yes' })
    expect(taken).toMatchObject({ errors: [], revealed: ['spouse', 'since'], next: 'status' })
    expect(taken.filled.answers).toEqual({ married: true })
  })

  test('asks for what stood on the page and was left empty', () => {
    const taken = take({ '--asked': 'married,spouse,since', married: 'yes' })
    expect(taken.errors.map(({ field }) => field)).toEqual(['spouse', 'since'])
    expect(taken.next).toBe('status')
  })

  test('an answer not on the page is left alone; one that came back empty is gone', () => {
    const before = { married: true, spouse: 'Lò Thị Mẫu' }
    expect(take({ '--asked': 'married', married: 'yes' }, before).filled.answers).toEqual(before)
    expect(take({ '--asked': 'married,spouse', married: 'yes', spouse: ' ' }, before).filled.answers).toEqual({
      married: true,
    })
  })

  test('another step’s answers cannot be posted here', () => {
    expect(take({ married: 'no', purpose: 'a', copies: '3' }).filled.answers).toEqual({ married: false })
  })

  test('a date that is none is kept as typed and shown again', () => {
    const taken = take({ married: 'yes', spouse: 'x', 'since-day': '31', 'since-month': '2', 'since-year': '2020' })
    expect(taken.filled.answers).toMatchObject({ since: { day: '31', month: '2', year: '2020' } })
    expect(taken.errors).toMatchObject([{ field: 'since-day', message: { vi: expect.stringContaining('31/2/2020') } }])
  })
})

test('check rows say answers as people read them', () => {
  const filled = given({ married: true, spouse: 'Lò Thị Mẫu', since: '2020-03-01', children: 2, purpose: 'a' })
  const rows = summary(form, filled, { context, language: 'vi' }).flatMap((group) => group.rows)
  expect(rows.map(({ question, value }) => [question, value])).toEqual([
    ['married', 'Có'],
    ['spouse', 'Lò Thị Mẫu'],
    ['since', '01/03/2020'],
    ['children', '2'],
    ['purpose', 'A'],
  ])
  expect(validateAll(form, filled, context)).toEqual([])
})
