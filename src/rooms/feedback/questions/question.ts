import type { LocalDate } from '#kernel/local-date.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { HeldBecause } from '../hold.ts'

/** A question is answered within so many working days. @see Decree 43/2011, Art. 17.1 đ */
export const ANSWER_WITHIN = 15

export const LONGEST_QUESTION = 2000
export const SHORTEST_QUESTION = 10
export const LONGEST_ANSWER = 6000
export const LONGEST_REASON = 1000
export const LONGEST_NAME = 200

export interface Asked {
  body: string
  /** Undefined: about something else than one procedure. */
  procedureCode: string | undefined
}

/** Where a question stands, from what has been done with it. */
export type QuestionState = 'held' | 'open' | 'assigned' | 'answered' | 'set-aside'

export interface Question extends Asked {
  id: string
  agencyId: number
  language: Language
  askerName: string
  personId: string | undefined
  email: string | undefined
  askedAt: Date
  dueOn: LocalDate
  heldBecause: HeldBecause | undefined
  assignedTo: string | undefined
  draft: string
  answer: string | undefined
  answeredAt: Date | undefined
  answeredBy: string | undefined
  setAsideBecause: string | undefined
  setAsideAt: Date | undefined
}

export function stateOf(question: Omit<Question, keyof Asked | 'id'>): QuestionState {
  if (question.answer !== undefined) return 'answered'
  if (question.setAsideAt) return 'set-aside'
  if (question.heldBecause) return 'held'
  return question.assignedTo ? 'assigned' : 'open'
}

/** Nothing is owed any more. */
export function isClosed(state: QuestionState): boolean {
  return state === 'answered' || state === 'set-aside'
}

export interface TypedQuestion {
  body: string
  procedure: string
  name: string
  email: string
}

export type QuestionProblem = 'short' | 'long' | 'long-name' | 'no-email' | 'bad-email'

const EMAIL = /^[^\s@<>"',;:\\[\]()]+@[^\s@<>"',;:\\[\]()]+\.[^\s@<>"',;:\\[\]().]{2,}$/u
const LONGEST_EMAIL = 200

export function isEmail(text: string): boolean {
  return text.length <= LONGEST_EMAIL && EMAIL.test(text)
}

/** What keeps a question from being sent, as codes; `needsEmail` when nobody has signed in. */
export function problemsOf(
  typed: TypedQuestion,
  needsEmail: boolean,
): { field: keyof TypedQuestion; is: QuestionProblem }[] {
  const problems: { field: keyof TypedQuestion; is: QuestionProblem }[] = []
  if (typed.body.length < SHORTEST_QUESTION) problems.push({ field: 'body', is: 'short' })
  if (typed.body.length > LONGEST_QUESTION) problems.push({ field: 'body', is: 'long' })
  if (typed.name.length > LONGEST_NAME) problems.push({ field: 'name', is: 'long-name' })
  if (needsEmail && typed.email === '') problems.push({ field: 'email', is: 'no-email' })
  else if (needsEmail && !isEmail(typed.email)) problems.push({ field: 'email', is: 'bad-email' })
  return problems
}

/** What everybody may read. */
export interface PublishedAnswer {
  id: string
  procedureCode: string | undefined
  language: Language
  question: string
  answer: string
  publishedAt: Date
}
