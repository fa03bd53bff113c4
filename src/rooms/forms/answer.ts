import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { Value } from '#platform/rules/index.ts'
import type { Answer, Cell, QuestionDefinition, Row, TypedDate } from './definition.ts'

/** True when nothing was said: an empty text, no choice, three empty boxes, no row. */
export function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined) return true
  if (typeof answer === 'string') return answer.trim() === ''
  if (isTypedDate(answer)) return answer.day === '' && answer.month === '' && answer.year === ''
  return Array.isArray(answer) && answer.length === 0
}

export function isTypedDate(answer: Answer | undefined): answer is TypedDate {
  return typeof answer === 'object' && !Array.isArray(answer)
}

/** The rows, when the answer is a table's. */
export function rowsIn(answer: Answer | undefined): readonly Row[] {
  if (!Array.isArray(answer)) return []
  return (answer as readonly unknown[]).every(isRow) ? (answer as readonly Row[]) : []
}

function isRow(item: unknown): boolean {
  return typeof item === 'object' && item !== null && !Array.isArray(item)
}

/** The choices, when the answer is of several. */
export function choicesIn(answer: Answer | undefined): readonly string[] {
  if (!Array.isArray(answer)) return []
  return (answer as readonly unknown[]).filter((one): one is string => typeof one === 'string')
}

/** The day, when the answer is one. */
export function dayIn(answer: Answer | undefined): LocalDate | undefined {
  return typeof answer === 'string' && isLocalDate(answer) ? answer : undefined
}

const PARTIAL = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/

/** A year, a month or a day (`1962`, `1962-05`, `1962-05-19`), when the answer is one. */
export function partialIn(answer: Answer | undefined): string | undefined {
  if (typeof answer !== 'string') return undefined
  const [, year, , day] = PARTIAL.exec(answer) ?? []
  return year === undefined || (day !== undefined && !isLocalDate(answer)) ? undefined : answer
}

/** What was said, whatever its shape, as a text: for messages about answers that do not fit their question. */
export function rawText(answer: Answer): string {
  if (isTypedDate(answer)) return [answer.day, answer.month, answer.year].filter((part) => part !== '').join('/')
  const rows = rowsIn(answer)
  if (rows.length > 0) return rows.map((row) => Object.values(row).map(rawText).join(', ')).join('; ')
  return Array.isArray(answer) ? choicesIn(answer).join(', ') : String(answer)
}

/** What a rule sees: the answer when it is well formed for its kind, null otherwise. */
export function ruleValue(question: QuestionDefinition, answer: Answer | undefined): Value {
  if (answer === undefined || isEmpty(answer)) return null
  switch (question.kind) {
    case 'date':
      return dayIn(answer) ?? null
    case 'partial-date':
      return partialIn(answer) ?? null
    case 'number':
    case 'money':
      return typeof answer === 'number' ? answer : null
    case 'yes-no':
    case 'declaration':
      return typeof answer === 'boolean' ? answer : null
    case 'checkboxes':
      return Array.isArray(answer) ? choicesIn(answer) : null
    case 'table':
      return rowsIn(answer).map((row) => ruleRow(question.columns, row))
    case 'note':
    case 'file':
      return null
    case 'calculated':
      return typeof answer === 'object' ? null : answer
    default:
      return typeof answer === 'string' ? answer : null
  }
}

function ruleRow(columns: readonly QuestionDefinition[], row: Row): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const column of columns) values[column.id] = ruleValue(column, cellOf(row, column.id))
  return values
}

export function cellOf(row: Row, column: string): Cell | undefined {
  return Object.hasOwn(row, column) ? row[column] : undefined
}
