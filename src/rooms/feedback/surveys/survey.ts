import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'

export const KINDS = ['scale', 'one', 'several', 'yes-no', 'text'] as const
export type QuestionKind = (typeof KINDS)[number]

export interface Option {
  value: string
  label: Bilingual
}

/** `scale`: from 5, very satisfied, to 1. `one` and `several` have options of their own. */
export interface Question {
  id: string
  kind: QuestionKind
  label: Bilingual
  options: readonly Option[]
  required: boolean
}

export type SurveyState = 'draft' | 'published' | 'closed'
export type Access = 'open' | 'invited'

/** What an agency writes down about a survey before it asks. */
export interface SurveySettings {
  title: Bilingual
  lead: Bilingual
  consent: Bilingual
  access: Access
  opensOn: LocalDate
  /** The last day. */
  closesOn: LocalDate
}

export interface Survey extends SurveySettings {
  agencyId: number
  id: string
  questions: readonly Question[]
  state: SurveyState
  invitations: number
}

/** What was said, by question: a value, several, or words. A question left out is not there. */
export type SurveyAnswers = Readonly<Record<string, string | readonly string[]>>

export const MOST_QUESTIONS = 30
export const MOST_OPTIONS = 20
export const MOST_INVITATIONS = 500
export const LONGEST_ANSWER = 2000

export const SCALE = ['5', '4', '3', '2', '1'] as const
export const YES_NO = ['yes', 'no'] as const

/** `coming` before the first day, `over` after the last, or when it was closed. */
export function standing({ state, opensOn, closesOn }: Survey, today: LocalDate): 'draft' | 'coming' | 'open' | 'over' {
  if (state === 'draft') return 'draft'
  if (state === 'closed' || today > closesOn) return 'over'
  return today < opensOn ? 'coming' : 'open'
}

/** The values among which an answer must be; undefined where people write. */
export function valuesOf({ kind, options }: Pick<Question, 'kind' | 'options'>): readonly string[] | undefined {
  if (kind === 'scale') return SCALE
  if (kind === 'yes-no') return YES_NO
  return kind === 'text' ? undefined : options.map(({ value }) => value)
}

export interface AnswerProblem {
  /** Id of the question. */
  at: string
  is: 'missing' | 'too-long'
}

/** What was posted, kept to what was asked: an unknown value is as good as none. */
export function readAnswers(
  questions: readonly Question[],
  posted: (id: string) => readonly string[],
): { answers: SurveyAnswers; problems: AnswerProblem[] } {
  const answers: Record<string, string | readonly string[]> = {}
  const problems: AnswerProblem[] = []
  for (const question of questions) {
    const { id, kind, required } = question
    const values = valuesOf(question)
    const given = posted(id).filter((value) => (values ? values.includes(value) : value !== ''))
    const [first] = given
    if (first === undefined) {
      if (required) problems.push({ at: id, is: 'missing' })
      continue
    }
    if (kind === 'text' && first.length > LONGEST_ANSWER) problems.push({ at: id, is: 'too-long' })
    answers[id] = kind === 'several' ? [...new Set(given)] : first
  }
  return { answers, problems }
}

/** Why it cannot be published yet; empty when it can. */
export function missingFor({ questions, closesOn }: Survey, today: LocalDate): ('questions' | 'over')[] {
  return [...(questions.length === 0 ? (['questions'] as const) : []), ...(closesOn < today ? (['over'] as const) : [])]
}
