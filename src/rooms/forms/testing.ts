import fc from 'fast-check'
import { localDate } from '#kernel/local-date.ts'
import type { Answer, FormDefinition, QuestionDefinition, StepDefinition } from './definition.ts'
import type { FormContext } from './profile.ts'

const said = (text: string) => ({ vi: text, en: text })

/** What a kind cannot be without. */
const NEEDED: Partial<Record<QuestionDefinition['kind'], Record<string, unknown>>> = {
  'partial-date': { precision: 'any' },
  declaration: { text: said('…') },
  calculated: { value: '2', as: 'number' },
  table: {
    row: said('row'),
    columns: [
      { id: 'name', kind: 'text', label: said('name') },
      { id: 'share', kind: 'number', label: said('share'), max: 100 },
    ],
  },
}

type Loose = { id: string; kind: QuestionDefinition['kind'] } & Record<string, unknown>

/** A question with everything sensible: `aQuestion({ id: 'copies', kind: 'number', max: 10 })`. */
export function aQuestion(question: Loose): QuestionDefinition {
  const options = [
    { value: 'a', label: said('A') },
    { value: 'b', label: said('B') },
  ]
  const more = ['radios', 'select', 'checkboxes'].includes(question.kind) ? { options } : {}
  const note = question.kind === 'note' ? { text: said('…') } : {}
  const file = question.kind === 'file' ? { document: 'paper' } : {}
  const kind = NEEDED[question.kind] ?? {}
  return { label: said(question.id), ...more, ...note, ...file, ...kind, ...question } as unknown as QuestionDefinition
}

export function aStep(id: string, questions: Loose[], more: Partial<StepDefinition> = {}): StepDefinition {
  return { id, title: said(id), questions: questions.map(aQuestion), ...more }
}

export function aFormDefinition(...steps: StepDefinition[]): FormDefinition {
  return { steps }
}

export function aContext(more: Partial<FormContext> = {}): FormContext {
  return { today: localDate('2026-11-25'), ...more }
}

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

export const definitions: fc.Arbitrary<FormDefinition> = fc
  .array(plan, { minLength: 1, maxLength: 14 })
  .map((plans) => {
    const asked: QuestionDefinition[] = []
    const steps: { id: string; when: string | undefined; questions: { id: string; kind: Plan['kind'] }[] }[] = []
    for (const [index, { kind, required, rule, newStep }] of plans.entries()) {
      const earlier = asked.filter((question) => question.kind !== 'note')
      const [when] = fc.sample(ruleOver(earlier), { numRuns: 1, seed: rule })
      if (newStep || steps.length === 0)
        steps.push({ id: `s${index}`, when: rule % 3 === 0 ? when : undefined, questions: [] })
      const value =
        kind === 'calculated' ? { value: earlier[0] ? `if ${earlier[0].id} != null then 4 else 2` : '2' } : {}
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
export const questionIds = Array.from({ length: 16 }, (_, index) => `q${index}`)
export const filledAnswers = fc.record({
  answers: fc.dictionary(fc.constantFrom(...questionIds, 'stray', 'constructor', 'q1--wrong'), answer),
  documents: fc.dictionary(fc.constantFrom(...questionIds), fc.array(fc.constantFrom('d1', 'd2'), { maxLength: 2 })),
})
