import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, FormDefinition, QuestionDefinition } from './definition.ts'
import { compileForm, type Form, snapshot, summary, takeStep, validateAll, validateStep, walk } from './index.ts'
import { aContext, aFormDefinition, aQuestion, aStep } from './testing.ts'

/** Forms whose rules look back at random, and answers that fit, do not fit, or belong to nothing. */
const KINDS = [
  'text',
  'long-text',
  'date',
  'partial-date',
  'number',
  'money',
  'radios',
  'select',
  'checkboxes',
  'yes-no',
  'declaration',
  'calculated',
  'table',
  'file',
  'note',
] as const

const ruleOver = (earlier: readonly QuestionDefinition[]): fc.Arbitrary<string | undefined> => {
  if (earlier.length === 0) return fc.constant(undefined)
  const one = fc.constantFrom(...earlier).map(({ id, kind }) => {
    if (kind === 'yes-no' || kind === 'declaration') return `${id} = true`
    if (kind === 'table') return `count(${id}) > 1 or sum(${id}.share) > 5`
    if (kind === 'calculated') return `${id} = 4`
    if (kind === 'radios' || kind === 'select') return `${id} = "a"`
    if (kind === 'number' || kind === 'money') return `${id} > 3`
    if (kind === 'date') return `${id} < date("2020-01-01")`
    return kind === 'file' || kind === 'checkboxes' ? `count(${id}) > 0` : `${id} != null`
  })
  const joined = fc.tuple(one, fc.constantFrom('and', 'or'), one).map(([a, sign, b]) => `${a} ${sign} not(${b})`)
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary: one }, joined)
}

interface Plan {
  kind: (typeof KINDS)[number]
  required: boolean
  rule: number
  newStep: boolean
}

const plan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.constantFrom(...KINDS),
  required: fc.boolean(),
  rule: fc.nat(),
  newStep: fc.boolean(),
})

const definitions: fc.Arbitrary<FormDefinition> = fc.array(plan, { minLength: 1, maxLength: 14 }).map((plans) => {
  const asked: QuestionDefinition[] = []
  const steps: { id: string; when: string | undefined; questions: { id: string; kind: Plan['kind'] }[] }[] = []
  for (const [index, { kind, required, rule, newStep }] of plans.entries()) {
    const earlier = asked.filter((question) => question.kind !== 'note')
    const [when] = fc.sample(ruleOver(earlier), { numRuns: 1, seed: rule })
    if (newStep || steps.length === 0)
      steps.push({ id: `s${index}`, when: rule % 3 === 0 ? when : undefined, questions: [] })
    const value = kind === 'calculated' ? { value: earlier[0] ? `if ${earlier[0].id} != null then 4 else 2` : '2' } : {}
    const question = {
      id: `q${index}`,
      kind,
      required,
      ...value,
      ...(when === undefined || rule % 3 === 0 ? {} : { when }),
    }
    steps.at(-1)?.questions.push(question)
    asked.push(aQuestion(question))
  }
  return aFormDefinition(
    ...steps.map(({ id, when, questions }) => aStep(id, questions, when === undefined ? {} : { when })),
  )
})

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '', '2019-05-01', '2062-01-01', 'Đặng'),
  fc.integer({ min: -5, max: 9 }),
  fc.boolean(),
  fc.subarray(['a', 'b']),
  fc.array(
    fc.record({ name: fc.constantFrom('', 'Lan', '=1'), share: fc.constantFrom(1, 7, 'x'), stray: fc.boolean() }),
    {
      maxLength: 3,
    },
  ),
  fc.record({
    day: fc.constantFrom('', '31'),
    month: fc.constantFrom('', '2'),
    year: fc.constantFrom('', '62', '2020'),
  }),
)
const ids = Array.from({ length: 16 }, (_, index) => `q${index}`)
const filled = fc.record({
  answers: fc.dictionary(fc.constantFrom(...ids, 'stray', 'constructor', 'q1--wrong'), answer),
  documents: fc.dictionary(fc.constantFrom(...ids), fc.array(fc.constantFrom('d1', 'd2'), { maxLength: 2 })),
})

const context = aContext()
const runs = { numRuns: 400, seed: 20_261_125 }
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

test('what is submitted was asked: no hidden or stray answer leaks', () => {
  fc.assert(
    fc.property(definitions, filled, (definition, given) => {
      const journey = walk(compileForm(definition), given, context)
      const asked = new Set(journey.steps.flatMap((visit) => visit.asked.map(({ id }) => id)))
      for (const id of [...Object.keys(journey.answers), ...Object.keys(journey.documents)]) expect(asked).toContain(id)
    }),
    runs,
  )
})

test('hidden answers decide nothing: walking only what was asked is the same journey', () => {
  fc.assert(
    fc.property(definitions, filled, (definition, given) => {
      const form = compileForm(definition)
      const { answers, documents, values } = walk(form, given, context)
      const again = walk(form, { answers, documents }, context)
      expect(again.values).toEqual(values)
      expect(validateAll(form, { answers, documents }, context)).toEqual(validateAll(form, given, context))
    }),
    runs,
  )
})

test('validateAll is validateStep over the walk', () => {
  fc.assert(
    fc.property(definitions, filled, (definition, given) => {
      const form = compileForm(definition)
      const byStep = walk(form, given, context).steps.flatMap(({ id }) =>
        validateStep(form, id, { filled: given, context }),
      )
      expect(validateAll(form, given, context)).toEqual(byStep)
    }),
    runs,
  )
})

test('a form and answers that went through JSON get the same verdict', () => {
  fc.assert(
    fc.property(definitions, filled, (definition, given) => {
      const [here, there] = [compileForm(definition), compileForm(copy(definition))]
      expect(validateAll(there, copy(given), copy(context))).toEqual(validateAll(here, given, context))
      const of = { context, language: 'vi' } as const
      expect(summary(there, copy(given), of)).toEqual(summary(here, given, of))
    }),
    runs,
  )
})

test('a snapshot prints what the form printed', () => {
  fc.assert(
    fc.property(definitions, filled, (definition, given) => {
      const form = compileForm(definition)
      const kept = copy(snapshot(form, given, context))
      const before = summary(form, given, { context, language: 'en' })
      expect(summary(compileForm(kept.definition), kept.filled, { context: kept.context, language: 'en' })).toEqual(
        before,
      )
    }),
    runs,
  )
})

test('whatever is posted to any step, only questions of that step change', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
    fc.constant(null),
  )
  const body = fc.dictionary(fc.constantFrom(...ids, ...ids.map((id) => `${id}-day`), '--asked', '__proto__'), value)
  fc.assert(
    fc.property(definitions, filled, body, (definition, given, posted) => {
      const form = compileForm(definition)
      const step = form.steps[0]?.id ?? ''
      const { filled: after } = takeStep(form, step, { body: posted, filled: given, context })
      const here = new Set(form.steps[0]?.questions.flatMap(({ id }) => [id, `${id}--wrong`]))
      expect(others(after.answers, here)).toEqual(others(given.answers, here))
      expect(after.documents).toEqual(given.documents)
    }),
    runs,
  )

  function others(answers: Readonly<Record<string, Answer>>, here: ReadonlySet<string>) {
    return Object.fromEntries(Object.entries(answers).filter(([id]) => !here.has(id)))
  }
})

test('posting a step as it was drawn, again and again, comes to rest: nobody is asked in circles', () => {
  fc.assert(
    fc.property(definitions, filled, (definition, given) => {
      const form: Form = compileForm(definition)
      const step = walk(form, given, context).steps[0]?.id
      fc.pre(step !== undefined)
      let shown: string[] = []
      for (let round = 0; round <= 15; round += 1) {
        const body = { '--asked': shown.join(',') || 'none' }
        const { revealed } = takeStep(form, step ?? '', { body, filled: given, context })
        if (revealed.length === 0) return
        shown = [...shown, ...revealed]
      }
      expect.unreachable('still being asked')
    }),
    runs,
  )
})
