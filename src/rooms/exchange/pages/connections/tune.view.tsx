import type { FieldError } from '#kernel/errors.ts'
import { Button, Buttons, Details, Form, TextField } from '#platform/html/index.ts'
import type { KeptConnection } from '../../commands/list.ts'
import type { vi } from './connections.vi.ts'
import { type TypedTuning, tuningFields } from './tuning.ts'

interface Props {
  connection: Pick<KeptConnection, 'destination' | 'perMinute' | 'quiet'>
  typed: TypedTuning | undefined
  errors: readonly FieldError[]
  t: typeof vi
}

/** Rate and quiet hours of one connection. */
export function Tune({ connection, typed, errors, t }: Props) {
  const { destination, perMinute, quiet } = connection
  const names = tuningFields(destination)
  const isWrong = errors.some(({ field }) => Object.values(names).includes(field))
  const shown = isWrong && typed ? typed : { rate: String(perMinute), from: quiet?.from ?? '', to: quiet?.to ?? '' }
  return (
    <Details summary={t.tuneSummary} open={isWrong}>
      <Form action={`/manage/connections/${destination}/settings`}>
        <TextField
          name={names.rate}
          label={t.rateField}
          hint={t.rateHint}
          value={shown.rate}
          inputmode="numeric"
          width="short"
          errors={errors}
        />
        <TextField
          name={names.from}
          label={t.quietFrom}
          hint={t.quietHint}
          value={shown.from}
          width="short"
          errors={errors}
          optional
        />
        <TextField
          name={names.to}
          label={t.quietTo}
          hint={t.quietToHint}
          value={shown.to}
          width="short"
          errors={errors}
          optional
        />
        <Buttons>
          <Button kind="two" small>
            {t.tune}
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}
