import type { FieldError } from '#kernel/errors.ts'
import { Button, Buttons, Form } from '#platform/html/index.ts'
import type { Intake, PaperRow } from './intake.ts'
import type { vi } from './intake.vi.ts'
import { IntakePage, PaperFields } from './parts.view.tsx'

interface Props {
  intake: Intake
  rows: readonly PaperRow[]
  expected: number
  errors?: readonly FieldError[]
  t: typeof vi
}

/** Takes the dossier in: which papers have come. R-067 */
export function ReceivePage({ intake, rows, expected, errors = [], t }: Props) {
  const words = t.receive
  return (
    <IntakePage intake={intake} at="receive" title={words.title} errors={errors} t={t}>
      <p class="lead">{words.lead}</p>
      <Form action={`/dossiers/${intake.ref}/receipt`} class="form">
        <PaperFields
          label={words.papers}
          hint={words.papersHint}
          rows={rows}
          expected={expected}
          errors={errors}
          t={t}
        />
        <Buttons>
          <Button>{words.confirm}</Button>
          <a href={`/desk/dossiers/${intake.ref}`}>{t.cancel}</a>
        </Buttons>
      </Form>
    </IntakePage>
  )
}
