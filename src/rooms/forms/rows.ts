import type { Rule, Value } from '#platform/rules/index.ts'
import { cellOf, isEmpty, ruleValue } from './answer.ts'
import type { Cell, QuestionDefinition, Row } from './definition.ts'
import type { Question } from './form.ts'
import { found, optionsOf } from './options.ts'
import type { FormContext } from './profile.ts'

type Values = Readonly<Record<string, Value>>

interface Around {
  /** What was answered before the table. */
  values: Values
  context: FormContext
}

/** One cell as it stands in its row. */
export interface AskedCell {
  question: Question
  definition: QuestionDefinition
  required: boolean
  answer: Cell | undefined
}

export interface AskedRow {
  cells: readonly AskedCell[]
  values: Values
}

/** Walks one row as a small form: a column may depend on the columns before it, and on what was answered before the table. */
export function walkRow(columns: readonly Question[], row: Row, { values, context }: Around): AskedRow {
  const here: Record<string, Value> = { ...values }
  const cells: AskedCell[] = []
  const holds = (rule: Rule) => rule.evaluate(here, context.today) === true
  for (const question of columns) {
    const { id, definition, when, required } = question
    // A question outside may have the name of a column that is not asked in this row.
    here[id] = null
    if (when && !holds(when)) continue
    const answer = question.value
      ? reckoned(question.value.evaluate(here, context.today))
      : written(definition, cellOf(row, id), { values: here, context })
    here[id] = ruleValue(definition, answer)
    cells.push({ question, definition, required: typeof required === 'boolean' ? required : holds(required), answer })
  }
  return { cells, values: here }
}

function written(
  definition: QuestionDefinition,
  cell: Cell | undefined,
  { values, context }: Around,
): Cell | undefined {
  if (cell === undefined || definition.kind !== 'select' || !definition.search) return cell
  return found(definition, optionsOf(definition, context, values), cell) as Cell
}

/** The rows with what their columns ask, and nothing else. */
export function askedRows({ columns = [] }: Question, rows: readonly Row[], around: Around): readonly Row[] {
  return rows.map((row) => {
    const kept: Record<string, Cell> = {}
    for (const { question, answer } of walkRow(columns, row, around).cells) {
      if (answer !== undefined && !isEmpty(answer)) kept[question.id] = answer
    }
    return kept
  })
}

/** What a rule came to, when it is something that can be shown and kept. */
export function reckoned(value: Value): Cell | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}
