import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import {
  Button,
  Buttons,
  Checkboxes,
  Form,
  type GivenFile,
  SummaryList,
  Table,
  useFrame,
} from '#platform/html/index.ts'
import { formatDateTime, wordsFor } from '#platform/i18n/index.ts'
import { en } from './form.en.ts'
import { vi } from './form.vi.ts'
import type { SummaryGroup, SummaryRow } from './summary.ts'

export interface CheckAnswersProps {
  groups: readonly SummaryGroup[]
  /** Address of a step, to change what was said there; absent: nothing can be changed. */
  stepHref?: ((step: string) => string) | undefined
  files?: Readonly<Record<string, GivenFile>>
}

/** Everything that was answered, in summary lists by step: before submission, in print, and at the officer's desk. */
export function CheckAnswersView({ groups, stepHref, files = {} }: CheckAnswersProps) {
  const { language } = useFrame()
  const t = wordsFor({ language }, { vi, en })
  return (
    <>
      {groups.map(({ step, title, rows }) => (
        <section key={step}>
          <SummaryList
            heading={title}
            items={rows.map((row) => ({
              label: row.label,
              value: <ValueView row={row} files={files} t={t} />,
              source: sourceOf(row, t),
              action: actionOf(row, stepHref, t),
            }))}
          />
        </section>
      ))}
    </>
  )
}

function actionOf(row: SummaryRow, stepHref: CheckAnswersProps['stepHref'], t: typeof vi) {
  if (!stepHref) return undefined
  const href = stepHref(row.step)
  return row.locked
    ? { href: `${href}#report-wrong`, words: t.reportWrong }
    : { href: `${href}#${row.question}`, words: t.change }
}

function sourceOf({ source }: SummaryRow, t: typeof vi): string | undefined {
  return source && (source.at ? t.sourceAt(source.name, formatDateTime(source.at)) : source.name)
}

function ValueView({ row, files, t }: { row: SummaryRow; files: Readonly<Record<string, GivenFile>>; t: typeof vi }) {
  if (row.documents.length > 0) {
    return (
      <ul class="plain">
        {row.documents.map((id) => (
          <li key={id}>{linked(files[id], t)}</li>
        ))}
      </ul>
    )
  }
  if (row.table && row.table.rows.length > 0) return <TableView table={row.table} t={t} />
  return (
    <>
      {row.masked && <p class="small">{t.masked}</p>}
      {row.value === '' ? <span class="quiet">{t.notAnswered}</span> : <span class="pre">{row.value}</span>}
      {row.report && (
        <p class="small">
          {t.reported} {row.report}
        </p>
      )}
    </>
  )
}

function TableView({ table, t }: { table: NonNullable<SummaryRow['table']>; t: typeof vi }) {
  const rows = table.rows.map((cells, index) => ({ cells, index }))
  return (
    <>
      <Table
        caption={t.rowsSoFar(String(table.rows.length + table.more))}
        captionHidden
        rows={rows}
        rowKey={({ index }) => String(index)}
        columns={table.heads.map((head, at) => ({
          key: head,
          head,
          rowHeader: at === 0,
          cell: ({ cells }: (typeof rows)[number]) => cells[at],
        }))}
      />
      {table.more > 0 && <p class="small">{t.moreRows(String(table.more))}</p>}
    </>
  )
}

function linked(file: GivenFile | undefined, t: typeof vi): ComponentChildren {
  if (!file) return t.unnamedFile
  return file.viewHref ? <a href={file.viewHref}>{file.name}</a> : file.name
}

export interface DeclarationProps {
  action: string
  errors?: readonly FieldError[]
  /** Hidden fields, and buttons beside the main one. */
  hidden?: ComponentChildren
  beside?: ComponentChildren
}

/** The declaration and the button that submits: under the summary of what was answered. Field `declaration`, value `yes`. */
export function DeclarationView({ action, errors = [], hidden, beside }: DeclarationProps) {
  const { language } = useFrame()
  const t = wordsFor({ language }, { vi, en })
  return (
    <Form action={action}>
      {hidden}
      <div class="panel sec">
        <Checkboxes
          name="declaration"
          label={t.declaration}
          items={[{ value: 'yes', label: t.declare }]}
          errors={errors}
        />
      </div>
      <Buttons>
        <Button>{t.submit}</Button>
        {beside}
      </Buttons>
    </Form>
  )
}
