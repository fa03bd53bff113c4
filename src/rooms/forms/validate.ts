import { answerError } from './check-answer.ts'
import { tableErrors } from './check-rows.ts'
import type { Filled } from './definition.ts'
import type { Form } from './form.ts'
import { type Asked, type Journey, type Visit, visitOf, walk } from './journey.ts'
import { readPaste } from './paste.ts'
import type { FormError } from './problem.ts'
import type { FormContext } from './profile.ts'
import { pasteKey } from './row-names.ts'

/** What is to be repaired in one step; empty when this journey does not go there. */
export function validateStep(form: Form, step: string, { filled, context }: Given): FormError[] {
  const journey = walk(form, filled, context)
  const visit = visitOf(journey, step)
  return visit ? visitErrors(visit, journey, context) : []
}

/** What is to be repaired before the dossier may be submitted, in the order of the journey. */
export function validateAll(form: Form, filled: Filled, context: FormContext): FormError[] {
  const journey = walk(form, filled, context)
  return journey.steps.flatMap((visit) => visitErrors(visit, journey, context))
}

export interface Given {
  filled: Filled
  context: FormContext
}

function visitErrors(visit: Visit, journey: Journey, context: FormContext): FormError[] {
  const around = { context, values: journey.values }
  const errors = visit.asked.flatMap((asked) =>
    errorsOf(asked, around).map((error): FormError => ({ step: visit.id, ...error })),
  )
  return errors.length > 0 ? errors : checkErrors(visit, journey, context)
}

interface Around {
  context: FormContext
  values: Journey['values']
}

function errorsOf(asked: Asked, around: Around): Omit<FormError, 'step'>[] {
  const waiting = pasteErrors(asked, around)
  const error = waiting.length > 0 ? undefined : answerError(asked, around)
  if (!error) return [...tableErrors(asked, around), ...waiting]
  return [{ field: error.box ? `${asked.id}-${error.box}` : asked.id, question: asked.id, message: error.message }]
}

/** Lines still waiting to become rows: what is wrong with each, at the box they were pasted into. */
function pasteErrors({ id, question, pasted }: Asked, around: Around) {
  if (pasted === undefined) return []
  return readPaste(question, pasted, around).errors.map((message) => ({ field: pasteKey(id), question: id, message }))
}

/** Only once every answer is in order by itself: a comparison with a date that is not one helps nobody. */
function checkErrors(visit: Visit, { values }: Journey, context: FormContext): FormError[] {
  return visit.step.checks.flatMap(({ definition, rule }) => {
    const asked = visit.asked.some((one) => one.id === definition.at)
    if (!asked || rule.evaluate(values, context.today) !== false) return []
    return [{ step: visit.id, field: definition.at, question: definition.at, message: definition.message }]
  })
}
