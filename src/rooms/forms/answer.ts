import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { Value } from '#platform/rules/index.ts'
import type { Answer, QuestionDefinition, TypedDate } from './definition.ts'

/** True when nothing was said: an empty text, no choice, three empty boxes. */
export function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined) return true
  if (typeof answer === 'string') return answer.trim() === ''
  if (isTypedDate(answer)) return answer.day === '' && answer.month === '' && answer.year === ''
  return Array.isArray(answer) && answer.length === 0
}

export function isTypedDate(answer: Answer | undefined): answer is TypedDate {
  return typeof answer === 'object' && !Array.isArray(answer)
}

/** The day, when the answer is one. */
export function dayIn(answer: Answer | undefined): LocalDate | undefined {
  return typeof answer === 'string' && isLocalDate(answer) ? answer : undefined
}

/** What was said, whatever its shape, as a text: for messages about answers that do not fit their question. */
export function rawText(answer: Answer): string {
  if (isTypedDate(answer)) return `${answer.day}/${answer.month}/${answer.year}`
  return Array.isArray(answer) ? answer.join(', ') : String(answer)
}

/** What a rule sees: the answer when it is well formed for its kind, null otherwise. */
export function ruleValue(question: QuestionDefinition, answer: Answer | undefined): Value {
  if (answer === undefined || isEmpty(answer)) return null
  switch (question.kind) {
    case 'date':
      return dayIn(answer) ?? null
    case 'number':
    case 'money':
      return typeof answer === 'number' ? answer : null
    case 'yes-no':
      return typeof answer === 'boolean' ? answer : null
    case 'checkboxes':
      return Array.isArray(answer) ? (answer as readonly string[]) : null
    case 'note':
    case 'file':
      return null
    default:
      return typeof answer === 'string' ? answer : null
  }
}
