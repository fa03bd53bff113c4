import { groupDigits } from '#kernel/money.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Value } from '#platform/rules/index.ts'
import { isEmpty, rowsIn } from './answer.ts'
import { answerError } from './check-answer.ts'
import type { Row, TableQuestion } from './definition.ts'
import type { Question } from './form.ts'
import type { Asked } from './journey.ts'
import { both, type FormError } from './problem.ts'
import type { FormContext } from './profile.ts'
import { cellField } from './row-names.ts'
import { walkRow } from './rows.ts'

/** How many rows are said one by one; of the others only their number. */
const ROWS_SAID = 20

/** How many rows a table holds when its author does not say. */
export const MOST_ROWS = 50

interface Around {
  context: FormContext
  values: Readonly<Record<string, Value>>
}

type Said = Omit<FormError, 'step'>

/** What is wrong with a table: too few rows, too many, and row by row what its columns say. */
export function tableErrors({ definition, question, answer, required }: Asked, around: Around): Said[] {
  if (definition.kind !== 'table') return []
  const rows = rowsIn(answer)
  if (rows.length === 0 && !required) return []
  const counted = countError(definition, rows.length)
  const said: Said[] = []
  let bad = 0
  rows.forEach((row, index) => {
    const errors = rowErrors(question, row, around)
    if (errors.length === 0) return
    bad += 1
    if (bad <= ROWS_SAID) said.push(...errors.map((error) => inRow(definition, error, index)))
  })
  if (bad > ROWS_SAID) {
    const more = groupDigits(bad - ROWS_SAID)
    said.push(
      atTable(
        definition,
        both(definition.label, (words, label) => words.moreRows(label, more)),
      ),
    )
  }
  return [...(counted ? [counted] : []), ...said]
}

function atTable({ id }: TableQuestion, message: Bilingual): Said {
  return { field: id, question: id, message }
}

function countError(definition: TableQuestion, count: number): Said | undefined {
  const { min = 1, max = MOST_ROWS, label } = definition
  if (count < min && count > 0)
    return atTable(
      definition,
      both(label, (words, said) => words.tooFewRows(said, groupDigits(min))),
    )
  if (count > max)
    return atTable(
      definition,
      both(label, (words, said) => words.tooManyRows(said, groupDigits(max))),
    )
  return undefined
}

export interface CellError {
  column: string
  box: string | undefined
  message: Bilingual
}

function inRow({ id }: TableQuestion, { column, box, message }: CellError, row: number): Said {
  const field = cellField(id, column) + (box ? `-${box}` : '')
  const number = groupDigits(row + 1)
  const said = both(message, (words, problem) => words.inRow(number, problem))
  return { field, question: id, message: said, row }
}

/** What is wrong with one row, cell by cell; only when every cell is in order, what its columns say together. */
export function rowErrors({ columns = [], rowChecks = [] }: Question, row: Row, around: Around): CellError[] {
  const { cells, values } = walkRow(columns, row, around)
  const within = { context: around.context, values }
  const errors = cells.flatMap(({ definition, required, answer }): CellError[] => {
    const error = answerError({ definition, required, answer }, within)
    return error ? [{ column: definition.id, box: error.box, message: error.message }] : []
  })
  if (errors.length > 0) return errors
  return rowChecks.flatMap(({ definition, rule }) => {
    const asked = cells.some(({ question, answer }) => question.id === definition.at && !isEmpty(answer))
    if (!asked || rule.evaluate(values, around.context.today) !== false) return []
    return [{ column: definition.at, box: undefined, message: definition.message }]
  })
}
