import { isEmpty } from './answer.ts'
import type { Answer } from './definition.ts'
import { type Form, questionsOf } from './form.ts'
import type { FormContext } from './profile.ts'

/** What a new draft already holds: what is known about the person and may be changed by them. Locked answers are never stored in a draft: they are read from the profile each time. */
export function startAnswers(form: Form, { profile }: FormContext): Record<string, Answer> {
  const answers: Record<string, Answer> = {}
  for (const question of questionsOf(form.definition)) {
    if (question.kind === 'note' || !question.prefill || !profile) continue
    const fact = Object.hasOwn(profile, question.prefill.fact) ? profile[question.prefill.fact] : undefined
    if (!fact || isEmpty(fact.value) || (question.prefill.locked && fact.authoritative)) continue
    answers[question.id] = fact.value
  }
  return answers
}
