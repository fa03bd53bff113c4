import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from './definition.ts'
import { compileForm, type Form, snapshot, summary, takeStep, validateAll, validateStep, walk } from './index.ts'
import { aContext, definitions, filledAnswers, questionIds } from './testing.ts'

const context = aContext()
const runs = { numRuns: 400, seed: 20_261_125 }
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

test('what is submitted was asked: no hidden or stray answer leaks', () => {
  fc.assert(
    fc.property(definitions, filledAnswers, (definition, given) => {
      const journey = walk(compileForm(definition), given, context)
      const asked = new Set(journey.steps.flatMap((visit) => visit.asked.map(({ id }) => id)))
      for (const id of [...Object.keys(journey.answers), ...Object.keys(journey.documents)]) expect(asked).toContain(id)
    }),
    runs,
  )
})

test('hidden answers decide nothing: walking only what was asked is the same journey', () => {
  fc.assert(
    fc.property(definitions, filledAnswers, (definition, given) => {
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
    fc.property(definitions, filledAnswers, (definition, given) => {
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
    fc.property(definitions, filledAnswers, (definition, given) => {
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
    fc.property(definitions, filledAnswers, (definition, given) => {
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
  const body = fc.dictionary(
    fc.constantFrom(...questionIds, ...questionIds.map((id) => `${id}-day`), '--asked', '__proto__'),
    value,
  )
  fc.assert(
    fc.property(definitions, filledAnswers, body, (definition, given, posted) => {
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
    fc.property(definitions, filledAnswers, (definition, given) => {
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
