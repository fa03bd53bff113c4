import type { FieldError } from '#kernel/errors.ts'
import {
  Button,
  Buttons,
  DateField,
  Form,
  Hidden,
  LongText,
  Notice,
  Select,
  TextField,
  type TypedDate,
} from '#platform/html/index.ts'
import type { Intake } from './intake.ts'
import type { vi } from './intake.vi.ts'
import { IntakePage } from './parts.view.tsx'

export interface AskedPoint {
  name: string
  reason: string
  question: string
}

export interface Asking {
  points: readonly AskedPoint[]
  supplyBy: TypedDate
  approval: string
}

interface Props {
  intake: Intake
  asking: Asking
  errors?: readonly FieldError[]
  t: typeof vi
}

function Point({
  point,
  number,
  intake,
  errors = [],
  t,
}: Omit<Props, 'asking'> & { point: AskedPoint; number: number }) {
  const words = t.supplement
  const questions = intake.says.answers
    .flatMap(({ rows }) => rows)
    .map(({ question, label }) => ({ value: question, label }))
  return (
    <fieldset class="stack">
      <legend>
        <h2>{words.point(number)}</h2>
      </legend>
      <TextField
        name={`name-${number}`}
        label={words.name}
        hint={words.nameHint}
        value={point.name}
        errors={errors}
        autocomplete="off"
      />
      <LongText
        name={`reason-${number}`}
        label={words.reason}
        hint={words.reasonHint}
        value={point.reason}
        errors={errors}
        rows={3}
      />
      <Select
        name={`question-${number}`}
        label={words.question}
        items={questions}
        empty={words.noQuestion}
        value={point.question}
        errors={errors}
        optional
      />
    </fieldset>
  )
}

/** One request with everything that is missing, in the officer's own words. R-077 */
export function AskPage({ intake, asking, errors = [], t }: Props) {
  const words = t.supplement
  const { dossier, ref, earlierRequests } = intake
  return (
    <IntakePage intake={intake} at="supplement" title={words.title} errors={errors} t={t}>
      <p class="lead">{words.lead}</p>
      <Notice kind="wait">{dossier.receivedAt ? words.stops : words.intake}</Notice>
      {earlierRequests > 0 && <Notice kind="stop">{words.second(earlierRequests)}</Notice>}
      <Form action={`/dossiers/${ref}/supplement-requests`} class="form">
        <Hidden name="points" value={String(asking.points.length)} />
        {asking.points.map((point, index) => (
          <Point key={`point-${index + 1}`} point={point} number={index + 1} intake={intake} errors={errors} t={t} />
        ))}
        <DateField
          name="supplyBy"
          label={words.supplyBy}
          hint={words.supplyByHint}
          value={asking.supplyBy}
          errors={errors}
          optional
        />
        {earlierRequests > 0 && (
          <LongText name="approval" label={words.approval} value={asking.approval} errors={errors} rows={3} />
        )}
        <Buttons>
          <Button>{words.send}</Button>
          <Button kind="two" name="act" value="more">
            {words.more}
          </Button>
          <a href={`/desk/dossiers/${ref}`}>{t.cancel}</a>
        </Buttons>
      </Form>
    </IntakePage>
  )
}
