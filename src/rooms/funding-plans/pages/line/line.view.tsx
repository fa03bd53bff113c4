import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  Buttons,
  Checkboxes,
  ErrorSummary,
  Form,
  LongText,
  MoneyField,
  Page,
  Radios,
  Select,
  TextField,
} from '#platform/html/index.ts'
import { ACTIVITIES, CODE_PARTS, FORMS, type Line, PRICE_BASES, SOURCES, SPENDINGS } from '../../line.ts'
import { budgetOf, type Level } from '../../plan.ts'
import { Files, type Intake } from './files.view.tsx'
import { type LineWords, SumsSoFar, Traces } from './sums.view.tsx'
import { QUARTER_FIELDS, type Sums, type Typed } from './typed.ts'

export interface LineProps {
  planId: string
  /** Undefined for a new line. */
  line: Line | undefined
  year: number
  level: Level
  body: string
  typed: Typed
  /** What the form adds up to; undefined for an empty form. */
  sums: Sums | undefined
  errors: readonly FieldError[]
  intake: Intake
  t: LineWords
}

/** One task of a plan, with its sums beside it. */
export function LinePage(props: LineProps) {
  const { planId, line, body, year, errors, t } = props
  const plan = `/manage/funding-plans/${planId}`
  const here = `${plan}/lines/${line?.id ?? 'new'}`
  const title = line ? t.change : t.add
  return (
    <Page title={title} errors={errors} path={here} before={<BackLink href={plan}>{`${body}, ${year}`}</BackLink>}>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <Form action={here} class="form">
        <What {...props} />
        <How {...props} />
        <Price {...props} />
        <Sources {...props} />
        <Quarters {...props} />
        <Years {...props} />
        <Budget {...props} />
        {props.sums && <SumsSoFar sums={props.sums} t={t} />}
        <Buttons>
          <Button name="do" value="save">
            {t.save}
          </Button>
          <Button kind="two" name="do" value="compute">
            {t.compute}
          </Button>
        </Buttons>
      </Form>
      {line && <Traces line={line} t={t} />}
      {line && <Files planId={planId} line={line} errors={errors} intake={props.intake} t={t} />}
      {line && (
        <Form action={`${here}/removal`}>
          <Button kind="stop" small>
            {t.remove}
          </Button>
        </Form>
      )}
    </Page>
  )
}

function Group({
  id,
  title,
  hint,
  children,
}: {
  id: string
  title: string
  hint?: string
  children: ComponentChildren
}) {
  return (
    <section class="form" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </section>
  )
}

function What({ typed, errors, t }: LineProps) {
  const { fields, activities } = t.room
  return (
    <Group id="what" title={t.groups.what}>
      <TextField name="name" label={fields.name} hint={t.nameHint} value={typed.name} errors={errors} />
      <Select
        name="activity"
        label={fields.activity}
        value={typed.activity}
        errors={errors}
        items={ACTIVITIES.map((value) => ({ value, label: activities[value] }))}
      />
      <LongText name="need" label={fields.need} value={typed.need} errors={errors} rows={3} optional />
      <TextField name="legalBasis" label={fields.legalBasis} value={typed.legalBasis} errors={errors} optional />
      <LongText name="product" label={fields.product} value={typed.product} errors={errors} rows={2} optional />
      <TextField
        name="digitalPlanTask"
        label={fields.digitalPlanTask}
        hint={t.digitalPlanHint}
        value={typed.digitalPlanTask}
        errors={errors}
        optional
      />
    </Group>
  )
}

function How({ typed, errors, t }: LineProps) {
  const { fields, spendings, forms } = t.room
  return (
    <Group id="how" title={t.groups.how}>
      <Radios
        name="spending"
        label={fields.spending}
        value={typed.spending}
        errors={errors}
        items={SPENDINGS.map((value) => ({ value, label: spendings[value] }))}
      />
      <Radios
        name="form"
        label={fields.form}
        value={typed.form}
        errors={errors}
        items={FORMS.map((value) => ({ value, label: forms[value] }))}
      />
      <Checkboxes
        name="upgradesOwned"
        label={fields.upgradesOwned}
        values={[typed.upgradesOwned ?? '']}
        errors={errors}
        items={[{ value: 'yes', label: t.upgrades }]}
        optional
      />
      <TextField
        name="leaseYears"
        label={fields.leaseYears}
        hint={t.leaseYearsHint}
        value={typed.leaseYears}
        errors={errors}
        width="short"
        inputmode="numeric"
        optional
      />
    </Group>
  )
}

function Price({ typed, errors, t }: LineProps) {
  const { fields, priceBases } = t.room
  return (
    <Group id="price" title={t.groups.price}>
      <TextField
        name="quantity"
        label={fields.quantity}
        value={typed.quantity}
        errors={errors}
        width="short"
        inputmode="numeric"
      />
      <TextField name="unit" label={fields.unit} hint={t.unitHint} value={typed.unit} errors={errors} width="medium" />
      <MoneyField name="unitPrice" label={fields.unitPrice} value={typed.unitPrice} errors={errors} />
      <Radios
        name="priceBasis"
        label={fields.priceBasis}
        value={typed.priceBasis}
        errors={errors}
        items={PRICE_BASES.map((value) => ({ value, label: priceBases[value] }))}
      />
      <TextField
        name="priceNote"
        label={fields.priceNote}
        hint={t.priceNoteHint}
        value={typed.priceNote}
        errors={errors}
      />
    </Group>
  )
}

function Sources({ typed, errors, level, t }: LineProps) {
  return (
    <Group id="sources" title={t.groups.sources} hint={t.groups.sourcesHint}>
      {SOURCES.map((source, index) => {
        const label = source === 'stateBudget' ? t.room.budgets[budgetOf(level)] : t.room.sources[source]
        const letter = ['a', 'b', 'c', 'd'][index]
        return (
          <MoneyField key={source} name={source} label={`${letter}) ${label}`} value={typed[source]} errors={errors} />
        )
      })}
    </Group>
  )
}

function Quarters({ typed, errors, t }: LineProps) {
  return (
    <Group id="quarters" title={t.groups.quarters} hint={t.groups.quartersHint}>
      {QUARTER_FIELDS.map((name, index) => (
        <MoneyField key={name} name={name} label={t.quarter(String(index + 1))} value={typed[name]} errors={errors} />
      ))}
    </Group>
  )
}

function Years({ typed, errors, year, t }: LineProps) {
  return (
    <Group id="years" title={t.groups.years}>
      <MoneyField
        name="thisYear"
        label={t.thisYear(String(year - 1))}
        value={typed.thisYear}
        errors={errors}
        optional
      />
      <MoneyField
        name="nextYear-1"
        label={t.nextYear(String(year + 1))}
        value={typed['nextYear-1']}
        errors={errors}
        optional
      />
      <MoneyField
        name="nextYear-2"
        label={t.nextYear(String(year + 2))}
        value={typed['nextYear-2']}
        errors={errors}
        optional
      />
    </Group>
  )
}

function Budget({ typed, errors, t }: LineProps) {
  return (
    <Group id="budget" title={t.groups.budget} hint={t.groups.budgetHint}>
      {CODE_PARTS.map((part) => (
        <TextField
          key={part}
          name={part}
          label={t.room.codeParts[part]}
          value={typed[part]}
          errors={errors}
          width="short"
          inputmode="numeric"
          optional
        />
      ))}
    </Group>
  )
}
