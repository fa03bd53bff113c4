import type { Filled } from './definition.ts'
import type { Form } from './form.ts'
import { visitOf, walk } from './journey.ts'
import { type SummaryOf, sayAnswer } from './summary.ts'

/** An answer that two windows gave differently; empty where one of them gave none. */
export interface Difference {
  question: string
  label: string
  saved: string
  typed: string
}

export interface TwoVersions {
  saved: Filled
  typed: Filled
}

/** What differs between two versions of a step, as people read answers, in the order of the questions. */
export function differences(
  form: Form,
  step: string,
  { saved, typed, context, language }: TwoVersions & SummaryOf,
): Difference[] {
  const say = (filled: Filled) => {
    const asked = visitOf(walk(form, filled, context), step)?.asked ?? []
    return new Map(asked.map((one) => [one.id, sayAnswer(one.definition, one.answer, { context, language })]))
  }
  const [before, now] = [say(saved), say(typed)]
  const questions = form.steps.find(({ id }) => id === step)?.questions ?? []
  return questions.flatMap(({ id, definition }) => {
    const said = { saved: before.get(id) ?? '', typed: now.get(id) ?? '' }
    return said.saved === said.typed ? [] : [{ question: id, label: definition.label[language], ...said }]
  })
}
