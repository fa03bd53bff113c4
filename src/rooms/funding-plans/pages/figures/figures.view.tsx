import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  Buttons,
  DateField,
  ErrorSummary,
  Form,
  LongText,
  MoneyField,
  Page,
  TextField,
  type TypedDate,
} from '#platform/html/index.ts'
import type { Line } from '../../line.ts'
import { Amount } from '../shared/report-table.view.tsx'

/** One field of each line on such a form. */
export interface LineField {
  /** The field’s name is `name-lineId`. */
  name: string
  label: string
  amount: boolean
  /** Asked for sometimes: the label says when, and the mark of optional fields is left out. */
  sometimes?: boolean
}

export interface FiguresProps {
  title: string
  lead: string
  action: string
  back: { href: string; label: string }
  /** Before the lines: the decision, or when it is due. */
  before?: ComponentChildren
  lines: readonly Line[]
  /** What is known of a line, above its fields. */
  known(line: Line): string
  fields: readonly LineField[]
  typed: Readonly<Record<string, string>>
  sum: { label: string; amount: number }
  errors: readonly FieldError[]
  save: string
}

/** Figures for each task of a plan: what it is given, what it spent, what is settled. */
export function FiguresPage(props: FiguresProps) {
  const { title, lead, action, back, before, lines, errors, sum, save } = props
  return (
    <Page title={title} errors={errors} path={action} before={<BackLink href={back.href}>{back.label}</BackLink>}>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p class="quiet measure">{lead}</p>
      <Form action={action} class="form">
        {before}
        {lines.map((line) => (
          <OneLine key={line.id} line={line} {...props} />
        ))}
        <p>
          {sum.label}: <Amount value={sum.amount} /> đồng
        </p>
        <Buttons>
          <Button>{save}</Button>
        </Buttons>
      </Form>
    </Page>
  )
}

function OneLine({ line, known, fields, typed, errors }: FiguresProps & { line: Line }) {
  return (
    <section class="panel form" aria-labelledby={`line-${line.id}`}>
      <h2 id={`line-${line.id}`}>{line.name}</h2>
      <p class="hint num">{known(line)}</p>
      {fields.map(({ name, label, amount, sometimes = false }) => {
        const field = `${name}-${line.id}`
        const common = { name: field, label, value: typed[field], errors }
        return amount ? (
          <MoneyField key={name} {...common} />
        ) : (
          <LongText key={name} {...common} rows={2} optional={!sometimes} />
        )
      })}
    </section>
  )
}

interface DecisionProps {
  words: { number: string; on: string; by: string }
  typed: { number: string; by: string; on: string | TypedDate | undefined }
  errors: readonly FieldError[]
}

/** Which decision gives the money: number, day, body. */
export function Decision({ words, typed, errors }: DecisionProps) {
  return (
    <>
      <TextField name="decision" label={words.number} value={typed.number} errors={errors} width="medium" />
      <DateField name="decidedOn" label={words.on} value={typed.on} errors={errors} />
      <TextField name="decidedBy" label={words.by} value={typed.by} errors={errors} />
    </>
  )
}
