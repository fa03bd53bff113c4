import { answerError } from './check-answer.ts'
import type { Filled } from './definition.ts'
import type { Form } from './form.ts'
import { type Journey, type Visit, visitOf, walk } from './journey.ts'
import type { FormError } from './problem.ts'
import type { FormContext } from './profile.ts'

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
  const errors = visit.asked.flatMap((asked): FormError[] => {
    const error = answerError(asked, context)
    if (!error) return []
    const field = error.box ? `${asked.id}-${error.box}` : asked.id
    return [{ step: visit.id, field, question: asked.id, message: error.message }]
  })
  return errors.length > 0 ? errors : checkErrors(visit, journey, context)
}

/** Only once every answer is in order by itself: a comparison with a date that is not one helps nobody. */
function checkErrors(visit: Visit, { values }: Journey, context: FormContext): FormError[] {
  return visit.step.checks.flatMap(({ definition, rule }) => {
    const asked = visit.asked.some((one) => one.id === definition.at)
    if (!asked || rule.evaluate(values, context.today) !== false) return []
    return [{ step: visit.id, field: definition.at, question: definition.at, message: definition.message }]
  })
}
