import type { ComponentType } from 'preact'
import { Button, type Column, Details, FieldGroup, Hidden, LongText, Table } from '#platform/html/index.ts'
import { cellOf, isEmpty, rowsIn } from './answer.ts'
import { MOST_ROWS } from './check-rows.ts'
import type { Row, TableQuestion } from './definition.ts'
import type { Drawing } from './drawing.ts'
import type { Question } from './form.ts'
import type { Asked } from './journey.ts'
import type { Placed } from './layout.ts'
import { type Opened, pageOf, ROW_FIELD, ROWS_A_PAGE } from './row-acts.ts'
import { cellField, pasteKey, rowField } from './row-names.ts'
import { walkRow } from './rows.ts'
import { sayAnswer } from './summary.ts'

interface Props {
  asked: Asked
  drawing: Drawing
  Question: ComponentType<{ placed: Placed; drawing: Drawing }>
}

/** Columns said in the list; the others are seen when a row is opened. */
const COLUMNS_SAID = 4

/**
 * Rows that are filled in one at a time: a list of those there are, and at most one in fields. Every button saves what
 * is typed, so nothing is lost by looking at another row, and a table of 10,000 rows is never sent whole.
 */
export function TableQuestionView({ asked, drawing, Question }: Props) {
  const { definition } = asked
  if (definition.kind !== 'table') return null
  const { language, t } = drawing
  const rows = rowsIn(asked.answer)
  const opened = openedOf(asked, drawing, rows.length)
  const most = definition.max ?? MOST_ROWS
  const own = drawing.errors.filter(({ field }) => field === definition.id)
  return (
    <div class={own.length > 0 ? 'rows err-box' : 'rows'}>
      <FieldGroup legend={definition.label[language]} id={definition.id} hint={definition.hint?.[language]}>
        {own.map(({ message }) => (
          <p class="err" key={message}>
            {message}
          </p>
        ))}
        {rows.length > 0 && <RowList definition={definition} rows={rows} opened={opened} drawing={drawing} />}
        {opened.row !== undefined && (
          <OpenRow asked={asked} rows={rows} row={opened.row} drawing={drawing} Question={Question} />
        )}
        <div class="acts">
          {rows.length + (opened.row === 'new' ? 1 : 0) < most && (
            <Button kind="two" name={ROW_FIELD} value={`${definition.id}.add`}>
              {opened.row === undefined ? t.add(definition.row[language]) : t.saveAndAdd(definition.row[language])}
            </Button>
          )}
        </div>
        <Paste asked={asked} definition={definition} drawing={drawing} />
      </FieldGroup>
    </div>
  )
}

/** As the address says; else the first row when there is none, and one is wanted. */
function openedOf({ id, required, pasted }: Asked, { opened }: Drawing, rows: number): Opened {
  const said = opened[id]
  if (said) return typeof said.row === 'number' && said.row >= rows ? { table: id, row: 'new' } : said
  return rows === 0 && required && pasted === undefined ? { table: id, row: 'new' } : { table: id, page: 0 }
}

interface ListProps {
  definition: TableQuestion
  rows: readonly Row[]
  opened: Opened
  drawing: Drawing
}

function RowList({ definition, rows, opened, drawing }: ListProps) {
  const { language, context, t, errors } = drawing
  const { id } = definition
  const pages = Math.ceil(rows.length / ROWS_A_PAGE)
  const page = Math.min(typeof opened.row === 'number' ? pageOf(opened.row) : (opened.page ?? pages - 1), pages - 1)
  const first = page * ROWS_A_PAGE
  const shown = rows.slice(first, first + ROWS_A_PAGE).map((row, index) => ({ row, at: first + index }))
  const isBad = (at: number) => errors.some(({ field }) => field === rowAnchor(id, at))
  const columns: Column<(typeof shown)[number]>[] = [
    { key: 'number', head: '#', figures: true, cell: ({ at }) => String(at + 1) },
    ...definition.columns.slice(0, COLUMNS_SAID).map((column, index) => ({
      key: column.id,
      head: column.label[language],
      rowHeader: index === 0,
      cell: ({ row }: (typeof shown)[number]) => sayAnswer(column, cellOf(row, column.id), { context, language }),
    })),
    {
      key: 'acts',
      head: t.actions,
      quietHead: true,
      cell: ({ at }) => <RowButtons definition={definition} at={at} bad={isBad(at)} drawing={drawing} />,
    },
  ]
  return (
    <>
      <Table
        caption={
          pages > 1
            ? t.rowsFromTo(String(first + 1), String(first + shown.length), String(rows.length))
            : t.rowsSoFar(String(rows.length))
        }
        columns={columns}
        rows={shown}
        rowKey={({ at }) => String(at)}
        rowClass={({ at }) => (isBad(at) ? 'bad' : undefined)}
      />
      {pages > 1 && <Pages id={id} page={page} pages={pages} drawing={drawing} />}
    </>
  )
}

/** Where the summary of errors lands for a row that is not open. */
export function rowAnchor(table: string, row: number): string {
  return `${table}--row-${row}`
}

function RowButtons({
  definition,
  at,
  bad,
  drawing,
}: {
  definition: TableQuestion
  at: number
  bad: boolean
  drawing: Drawing
}) {
  const { language, t } = drawing
  const { id, row } = definition
  const hidden = <span class="vh"> {`${row[language]} ${at + 1}`}</span>
  return (
    <div class="acts">
      {bad && <b>{t.needsRepair}</b>}
      <Button kind="link" name={ROW_FIELD} value={`${id}.edit.${at}`} id={rowAnchor(id, at)}>
        {t.edit}
        {hidden}
      </Button>
      <Button kind="link" name={ROW_FIELD} value={`${id}.remove.${at}`}>
        {t.remove}
        {hidden}
      </Button>
    </div>
  )
}

function Pages({ id, page, pages, drawing: { t } }: { id: string; page: number; pages: number; drawing: Drawing }) {
  return (
    <div class="acts">
      {page > 0 && (
        <Button kind="link" name={ROW_FIELD} value={`${id}.page.${page - 1}`}>
          {t.earlierRows}
        </Button>
      )}
      {page + 1 < pages && (
        <Button kind="link" name={ROW_FIELD} value={`${id}.page.${page + 1}`}>
          {t.laterRows}
        </Button>
      )}
    </div>
  )
}

interface OpenProps extends Props {
  rows: readonly Row[]
  row: number | 'new'
}

function OpenRow({ asked, rows, row, drawing, Question }: OpenProps) {
  const { definition, question } = asked
  if (definition.kind !== 'table') return null
  const { language, t } = drawing
  const what = definition.row[language]
  const at = row === 'new' ? rows.length : row
  const cells = row === 'new' ? {} : (rows[row] ?? {})
  const { values } = walkRow(question.columns ?? [], cells, drawing)
  const inRow: Drawing = { ...drawing, values }
  return (
    <FieldGroup legend={row === 'new' ? t.newRow(what) : t.editRow(what, String(at + 1))}>
      <Hidden name={rowField(definition.id)} value={String(row)} />
      {(question.columns ?? [])
        .filter((column) => mayBeAsked(column, inRow))
        .map((column) => (
          <Question key={column.id} placed={placedIn(definition, column, cells, inRow)} drawing={inRow} />
        ))}
    </FieldGroup>
  )
}

/** What depends on a cell not yet filled in stands there too: it is one page, and no round trip for each row. */
function mayBeAsked({ when }: Question, { values, context }: Drawing): boolean {
  return when === undefined || when.evaluate(values, context.today) !== false
}

function placedIn(table: TableQuestion, column: Question, cells: Row, { values, context }: Drawing): Placed {
  const id = cellField(table.id, column.id)
  const { required } = column
  const kept = column.value ? undefined : cellOf(cells, column.id)
  const reckoned = column.value?.evaluate(values, context.today)
  const answer = typeof reckoned === 'number' || typeof reckoned === 'string' ? reckoned : kept
  const asked: Asked = {
    id,
    definition: { ...column.definition, id },
    question: column,
    required: typeof required === 'boolean' ? required : required.evaluate(values, context.today) === true,
    answer: isEmpty(answer) ? undefined : answer,
    documents: [],
    fact: undefined,
    locked: false,
    report: undefined,
  }
  return { asked, under: new Map() }
}

function Paste({ asked, definition, drawing }: { asked: Asked; definition: TableQuestion; drawing: Drawing }) {
  const { language, t, errors } = drawing
  const key = pasteKey(definition.id)
  const columns = definition.columns.filter(({ kind }) => kind !== 'calculated').map(({ label }) => label[language])
  return (
    <Details summary={t.paste} open={asked.pasted !== undefined}>
      <div data-csv={t.csv} class="stack-s">
        <LongText
          name={key}
          label={t.pasteLabel}
          hint={t.pasteHint(columns.join(', '))}
          value={asked.pasted}
          errors={errors}
          optional
        />
      </div>
      <div class="acts">
        <Button kind="two" name={ROW_FIELD} value={`${definition.id}.import`}>
          {t.pasteButton}
        </Button>
      </div>
    </Details>
  )
}
