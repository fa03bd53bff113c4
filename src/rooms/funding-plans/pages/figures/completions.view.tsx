import type { FieldError } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import {
  BackLink,
  Button,
  Buttons,
  type Column,
  DateField,
  ErrorSummary,
  Form,
  Page,
  Radios,
  Table,
  Tag,
  type TypedDate,
} from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import type { Line } from '../../line.ts'
import { type Completion, informBy } from '../../slip.ts'
import type { vi } from './figures.vi.ts'

interface Props {
  action: string
  back: { href: string; label: string }
  lines: readonly Line[]
  completions: ReadonlyMap<string, Completion>
  today: LocalDate
  typed: { line: string; acceptedOn: TypedDate | undefined; informedOn: TypedDate | undefined }
  errors: readonly FieldError[]
  t: typeof vi.completions
}

/** Which tasks were accepted, and whether the specialised unit was told in time. R-209 @see Decree 224/2026, Art. 68 */
export function CompletionsPage({ action, back, lines, completions, today, typed, errors, t }: Props) {
  const day = (on: LocalDate | undefined) => on && <span class="num">{formatDate(on)}</span>
  const columns: Column<Line>[] = [
    { key: 'line', head: t.line, rowHeader: true, cell: ({ name }) => name },
    { key: 'accepted', head: t.acceptedOn, cell: ({ id }) => day(completions.get(id)?.acceptedOn) },
    {
      key: 'by',
      head: t.informBy,
      cell: ({ id }) => {
        const found = completions.get(id)
        const late = found && (found.informedOn ?? today) > informBy(found)
        return (
          found && (
            <>
              {day(informBy(found))} {late && <Tag kind="overdue">{t.late}</Tag>}
            </>
          )
        )
      },
    },
    { key: 'informed', head: t.informedOn, cell: ({ id }) => day(completions.get(id)?.informedOn) },
  ]
  return (
    <Page title={t.title} errors={errors} path={action} before={<BackLink href={back.href}>{back.label}</BackLink>}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="quiet measure">{t.lead}</p>
      <Table caption={t.caption} captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
      <Form action={action} class="form">
        <Radios
          name="line"
          label={t.which}
          value={typed.line}
          errors={errors}
          items={lines.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="acceptedOn" label={t.acceptedOn} value={typed.acceptedOn} errors={errors} />
        <DateField name="informedOn" label={t.informed} value={typed.informedOn} errors={errors} optional />
        <Buttons>
          <Button>{t.save}</Button>
        </Buttons>
      </Form>
    </Page>
  )
}
