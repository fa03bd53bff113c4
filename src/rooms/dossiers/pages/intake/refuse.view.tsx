import type { FieldError } from '#kernel/errors.ts'
import { Button, Buttons, Form, LongText, TextField } from '#platform/html/index.ts'
import type { Intake, PaperRow } from './intake.ts'
import type { vi } from './intake.vi.ts'
import { IntakePage, PaperFields } from './parts.view.tsx'

export const LONGEST = 2000

export interface Refusing {
  reason: string
  basis: string
  advice: string
}

interface Props {
  intake: Intake
  typed?: Refusing
  rows: readonly PaperRow[]
  expected: number
  errors?: readonly FieldError[]
  t: typeof vi
}

/** Refuses with reason and basis, and offers the gentler way first. R-065 */
export function RefusePage({ intake, typed, rows, expected, errors = [], t }: Props) {
  const words = t.refuse
  const field = (name: keyof Refusing) => ({ name, value: typed?.[name], errors })
  return (
    <IntakePage intake={intake} at="refuse" title={words.title} errors={errors} t={t}>
      <p class="lead">
        {words.lead} <a href={`/desk/dossiers/${intake.ref}/supplement`}>{words.instead}</a>
      </p>
      <Form action={`/dossiers/${intake.ref}/refusal`} class="form">
        <LongText {...field('reason')} label={words.reason} hint={words.reasonHint} limit={LONGEST} />
        <TextField {...field('basis')} label={words.basis} hint={words.basisHint} autocomplete="off" />
        <LongText {...field('advice')} label={words.advice} hint={words.adviceHint} rows={3} limit={LONGEST} optional />
        {intake.dossier.channel !== 'online' && (
          <PaperFields label={words.returned} rows={rows} expected={expected} errors={errors} t={t} />
        )}
        <Buttons>
          <Button kind="stop">{words.confirm}</Button>
          <a href={`/desk/dossiers/${intake.ref}`}>{t.cancel}</a>
        </Buttons>
      </Form>
    </IntakePage>
  )
}
