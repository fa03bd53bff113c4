import { answerError } from './check-answer.ts'
import { tableErrors } from './check-rows.ts'
import type { Answer, Answers } from './definition.ts'
import type { Form } from './form.ts'
import { isAnswered, walk } from './journey.ts'
import type { FormContext } from './profile.ts'

/**
 * Of earlier answers, what may stand in this form today: asked by a question of that name, of a shape it takes, and not
 * the state’s own, which is read anew. What a person stood for is stood for anew.
 */
export function copiable(form: Form, answers: Answers, context: FormContext): Record<string, Answer> {
  const { steps, values } = walk(form, { answers, documents: {} }, context)
  const taken: Record<string, Answer> = {}
  for (const asked of steps.flatMap((visit) => visit.asked)) {
    const { id, definition, answer, locked } = asked
    if (answer === undefined || locked || !isAnswered(definition) || definition.kind === 'declaration') continue
    const around = { context, values }
    if (answerError(asked, around) || tableErrors(asked, around).length > 0) continue
    taken[id] = answer
  }
  return taken
}
