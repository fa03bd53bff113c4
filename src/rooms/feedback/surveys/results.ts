import { FEWEST } from '../small-numbers.ts'
import { type Question, type Survey, type SurveyAnswers, valuesOf } from './survey.ts'

export interface ValueCount {
  value: string
  count: number
}

export interface QuestionResult {
  question: Question
  /** How many answered it. */
  answered: number
  /** For each value that could be chosen; undefined where people wrote, and where fewer than 5 answered. */
  counts: readonly ValueCount[] | undefined
  /** What people wrote, in no order of time; undefined where fewer than 5 wrote. */
  words: readonly string[] | undefined
}

/** The questions that enough people answered to be told of. */
export function toldOf(questions: readonly Question[], given: readonly SurveyAnswers[]): Question[] {
  return questions.filter(({ id }) => given.filter((answers) => answers[id] !== undefined).length >= FEWEST)
}

/** What a survey has brought, question by question. Exact numbers, and nothing where few have answered. */
export function resultsOf({ questions }: Pick<Survey, 'questions'>, given: readonly SurveyAnswers[]): QuestionResult[] {
  return questions.map((question) => {
    const said = given.map((answers) => [answers[question.id] ?? []].flat()).filter((values) => values.length > 0)
    const values = valuesOf(question)
    const told = said.length >= FEWEST
    return {
      question,
      answered: said.length,
      counts: told ? values?.map((value) => ({ value, count: countOf(value, said) })) : undefined,
      words: told && !values ? said.flat() : undefined,
    }
  })
}

function countOf(value: string, said: readonly (readonly string[])[]): number {
  return said.filter((values) => values.includes(value)).length
}
