import { isEmpty, rowsIn } from './answer.ts'
import type { Answer, Cell, Row } from './definition.ts'
import type { Question } from './form.ts'
import { type PostedBody, readAnswer, readText } from './read-posted.ts'
import { cellField, rowField } from './row-names.ts'

/** The button of a table that was pressed: everything typed on the page is saved with it, so nothing gets lost. */
export const ROW_FIELD = '--row'

export interface RowAct {
  table: string
  act: 'add' | 'edit' | 'remove' | 'import' | 'page'
  /** The row, or the page of rows. */
  at: number
}

/** `members.edit.3`; undefined for anything else. */
export function actIn(body: PostedBody): RowAct | undefined {
  const pattern = /^([A-Za-z][A-Za-z0-9]*)\.(add|edit|remove|import|page)(?:\.(\d{1,5}))?$/
  const [, table, act, at = '0'] = pattern.exec(readText(body, ROW_FIELD)) ?? []
  return table && act ? { table, act: act as RowAct['act'], at: Number(at) } : undefined
}

/** What of a table stands open on the page: a row in fields, a new row, or just a page of the list. */
export interface Opened {
  table: string
  row?: number | 'new'
  page?: number
}

/** As it stands in the address: `members.3`, `members.new`, `members.p2`. */
export function sayOpened({ table, row, page }: Opened): string {
  return page === undefined ? `${table}.${row ?? 'new'}` : `${table}.p${page}`
}

export function openedIn(text: string | undefined): Opened | undefined {
  const [, table, row, page] = /^([A-Za-z][A-Za-z0-9]*)\.(?:(\d{1,5}|new)|p(\d{1,5}))$/.exec(text ?? '') ?? []
  if (!table) return undefined
  return page === undefined ? { table, row: row === 'new' ? 'new' : Number(row) } : { table, page: Number(page) }
}

/** What to open once the act is done. */
export function openAfter({ table, act, at }: RowAct, rows: number): Opened {
  if (act === 'edit') return { table, row: Math.min(at, Math.max(rows - 1, 0)) }
  if (act === 'page') return { table, page: at }
  if (act === 'add') return { table, row: 'new' }
  return { table, page: act === 'remove' ? pageOf(Math.min(at, Math.max(rows - 1, 0))) : 0 }
}

/** Rows on one page of the list: a table of 10,000 is looked through, never sent whole. */
export const ROWS_A_PAGE = 20

export function pageOf(row: number): number {
  return Math.floor(row / ROWS_A_PAGE)
}

/** Which row stood in fields, as it was posted; at most one. */
export function rowOpen(table: string, body: PostedBody, rows: number): number | undefined {
  const text = readText(body, rowField(table))
  if (text === 'new') return rows
  const row = /^\d{1,5}$/.test(text) ? Number(text) : undefined
  return row !== undefined && row < rows ? row : undefined
}

/** The table with the row that stood in fields as it was typed, and without the row that was taken away. */
export function readRows(
  question: Question,
  body: PostedBody,
  { before, act }: { before: Answer | undefined; act: RowAct | undefined },
): Answer | undefined {
  const rows = [...rowsIn(before)]
  const open = rowOpen(question.id, body, rows.length)
  if (open !== undefined) {
    const row = readRow(question, body, rows[open])
    if (Object.keys(row).length > 0) rows[open] = row
    else if (open < rows.length) rows.splice(open, 1)
  }
  if (act?.table === question.id && act.act === 'remove' && act.at < rows.length) rows.splice(act.at, 1)
  return rows.length > 0 ? rows : undefined
}

/** The cells that stood on the page; a column that did not is left as it was. */
function readRow({ id, columns = [] }: Question, body: PostedBody, before: Row = {}): Row {
  const row: Record<string, Cell> = { ...before }
  for (const { id: column, definition } of columns) {
    if (definition.kind === 'calculated') continue
    const field = cellField(id, column)
    if (!stood(body, field)) continue
    const cell = readAnswer(definition, body, field)
    if (cell === undefined || isEmpty(cell)) delete row[column]
    else row[column] = cell as Cell
  }
  return row
}

/** Radios nobody touched post nothing: an unasked column cannot be told from them, and keeps its old cell. */
function stood(body: PostedBody, field: string): boolean {
  return ['', '-day', '-month', '-year'].some((part) => Object.hasOwn(body, field + part))
}
