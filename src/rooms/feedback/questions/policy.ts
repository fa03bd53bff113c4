import { Conflict, type DomainError, Forbidden, NotFound } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { answersPeople, coordinates } from '../front.ts'
import { isClosed, type QuestionState } from './question.ts'

interface Standing {
  state: QuestionState
  assignedTo: string | undefined
}

type Front = ReadonlySet<string>

/** Whoever coordinates sees all questions; others see those given to them. */
export function canSee(officer: Officer, { assignedTo }: Standing, front: Front): true | DomainError {
  if (coordinates(officer, front)) return true
  return (answersPeople(officer) && assignedTo === officer.officerId) || new NotFound()
}

/** Hands it on, lets it through, sets it aside, publishes it. */
export function canCoordinate(officer: Officer, front: Front): true | DomainError {
  return coordinates(officer, front) || new Forbidden()
}

/** Writes the draft and the answer: who has it, or who coordinates. */
export function canAnswer(officer: Officer, question: Standing, front: Front): true | DomainError {
  const seen = canSee(officer, question, front)
  if (seen !== true) return seen
  return isClosed(question.state) ? new Conflict('feedback.question-closed') : true
}

/** Only what has been answered is published. */
export function canPublish(officer: Officer, { state }: Standing, front: Front): true | DomainError {
  if (!coordinates(officer, front)) return new Forbidden()
  return state === 'answered' || new Conflict('feedback.not-answered-yet')
}
