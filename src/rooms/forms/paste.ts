import { isLocalDate } from '#kernel/local-date.ts'
import { groupDigits } from '#kernel/money.ts'
import { fold } from '#kernel/vietnamese.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Value } from '#platform/rules/index.ts'
import { rowErrors } from './check-rows.ts'
import type { Cell, ColumnDefinition, Row } from './definition.ts'
import type { Question } from './form.ts'
import { listOf, search } from './options.ts'
import { both } from './problem.ts'
import type { FormContext } from './profile.ts'
import { answerIn } from './read-posted.ts'
import { parseTable } from './spreadsheet.ts'

/** Some 5,000 rows; beyond that a table is sent as a file. */
export const LONGEST_PASTE = 400_000

/** How many lines are said one by one. */
const LINES_SAID = 20

interface Around {
  values: Readonly<Record<string, Value>>
  context: FormContext
}

export interface Pasted {
  rows: readonly Row[]
  errors: readonly Bilingual[]
}

/**
 * Lines copied from a spreadsheet, or the text of a CSV file, as rows of a table. All of them or none: every line that is
 * not in order is said with its number, and nothing is taken until they all are.
 */
export function readPaste(question: Question, text: string, around: Around): Pasted {
  const lines = parseTable(text)
  const columns = (question.columns ?? []).filter(({ definition }) => definition.kind !== 'calculated')
  const definitions = columns.map(({ definition }) => definition as ColumnDefinition)
  const header = headerIn(definitions, lines[0] ?? [])
  const order = header ?? definitions
  const rows: Row[] = []
  const problems: Bilingual[] = []
  lines.slice(header ? 1 : 0).forEach((cells, index) => {
    if (cells.every((cell) => cell === '')) return
    const line = index + (header ? 2 : 1)
    const { row, problem } = rowOf(order, cells, around.context)
    const wrong = problem ?? rowErrors(question, row, around)[0]?.message
    if (wrong) problems.push(both(wrong, (words, said) => words.inLine(groupDigits(line), said)))
    else rows.push(row)
  })
  if (problems.length <= LINES_SAID) return { rows, errors: problems }
  const more = groupDigits(problems.length - LINES_SAID)
  const rest = both({ vi: more, en: more }, (words, said) => words.moreLines(said))
  return { rows, errors: [...problems.slice(0, LINES_SAID), rest] }
}

/** The order of the columns when the first line names them; undefined when it is a row like the others. */
function headerIn(columns: readonly ColumnDefinition[], cells: readonly string[]) {
  const named = cells.map((cell) =>
    columns.find(({ id, label }) => [id, label.vi, label.en].some((name) => fold(name) === fold(cell))),
  )
  const known = named.filter((column) => column !== undefined)
  return known.length > 0 && known.length >= cells.filter((cell) => cell !== '').length / 2 ? named : undefined
}

/** Cells that a spreadsheet would run rather than show. A minus or plus before a digit is a number. */
const FORMULA = /^\s*(?:[=@]|[+-](?![\d.,\s]))/

function rowOf(order: readonly (ColumnDefinition | undefined)[], cells: readonly string[], context: FormContext) {
  const row: Record<string, Cell> = {}
  for (const [index, cell] of cells.entries()) {
    const column = order[index]
    if (cell === '') continue
    if (!column)
      return { row, problem: both({ vi: cell, en: cell }, (words, said) => words.noColumn(said.slice(0, 40))) }
    if (FORMULA.test(cell)) return { row, problem: both(column.label, (words, label) => words.formula(label)) }
    const value = cellFrom(column, cell, context)
    if (value !== undefined) row[column.id] = value
  }
  return { row, problem: undefined }
}

const YES = new Set(['co', 'x', 'yes', 'dung', '1', 'true'])
const NO = new Set(['khong', 'no', 'sai', '0', 'false'])

/** What a spreadsheet writes for what a form keeps: `12/03/1998`, the label of a choice, `Có`. */
function cellFrom(column: ColumnDefinition, cell: string, context: FormContext): Cell | undefined {
  if (column.kind === 'yes-no') {
    const said = fold(cell)
    return YES.has(said) ? true : NO.has(said) ? false : cell
  }
  if (column.kind === 'date' || column.kind === 'partial-date') return dayFrom(cell, column.kind === 'partial-date')
  if (column.kind === 'radios' || column.kind === 'select') {
    const [only, ...others] = search(listOf(column, context), cell)
    return only && others.length === 0 ? only.value : cell
  }
  return answerIn(column, cell) as Cell | undefined
}

function dayFrom(cell: string, partial: boolean): Cell {
  if (isLocalDate(cell)) return cell
  const parts = cell.split(/[/.-]/).map((part) => part.trim())
  const [year = '', month = '', day = ''] = parts.toReversed()
  const known = [month, day].filter((part) => part !== '').map((part) => part.padStart(2, '0'))
  const whole = [year, ...known].join('-')
  const fits = isLocalDate(whole) || (partial && /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(whole))
  return fits && parts.length <= 3 ? whole : { day, month, year: year.slice(0, 20) }
}
