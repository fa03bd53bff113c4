import type { Language } from '#platform/i18n/index.ts'
import type { Question, SurveyAnswers } from './survey.ts'

/** What a value is called, in the language of the table. */
export type SayValue = (question: Question, value: string) => string

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * All answers as a table for spreadsheets: a line for each, a column for each question. People wrote some of it: a cell
 * that a spreadsheet would take for a formula is given an apostrophe, wherever blanks stand before it.
 */
export function csvOf(
  questions: readonly Question[],
  given: readonly SurveyAnswers[],
  { language, say }: { language: Language; say: SayValue },
): string {
  const head = questions.map(({ label }) => label[language])
  const lines = given.map((answers) => questions.map((question) => cellOf(question, answers[question.id], say)))
  return `${BYTE_ORDER_MARK}${[head, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

function cellOf(question: Question, answer: string | readonly string[] | undefined, say: SayValue): string {
  const values = [answer ?? []].flat()
  return question.kind === 'text' ? values.join('\n') : values.map((value) => say(question, value)).join('; ')
}

/** One cell; nothing in it is a formula to any spreadsheet, full-width signs included. */
export function quoted(cell: string): string {
  const safe = /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${safe.replaceAll('"', '""')}"`
}
