import { Button, Buttons, DateField, Form, Hidden, TextField } from '#platform/html/index.ts'
import { type Asked, LEDGER } from './asked.ts'
import type { PartProps } from './shown.ts'

/** The part of the ledger a form stands on: its answer leads back there. */
export function Place({ asked }: { asked: Pick<Asked, 'connection' | 'view'> & Partial<Asked> }) {
  const { connection, view, state, service, dossier, after } = asked
  const place = { destination: connection.destination, view, state, service, dossier, after }
  return (
    <>
      {Object.entries(place).map(
        ([name, value]) => value !== undefined && <Hidden key={name} name={name} value={String(value)} />,
      )}
    </>
  )
}

/** What can be done with the checked rows. */
export function Acts({ errors, typed, t }: PartProps) {
  return (
    <div class="act">
      <h2 id="chosen" tabIndex={-1}>
        {t.chosen}
      </h2>
      {errors
        .filter(({ field }) => field === 'chosen')
        .map(({ message }) => (
          <p class="err" key={message}>
            {message}
          </p>
        ))}
      <TextField name="reason" label={t.reason} hint={t.reasonHint} value={typed.reason} errors={errors} optional />
      <Buttons>
        <Button small>{t.replay}</Button>
        <Button kind="two" small formaction={`${LEDGER}/settlements`}>
          {t.settle}
        </Button>
      </Buttons>
    </div>
  )
}

/** Everything that was refused or given up, of the acts of some days. */
export function Range({ asked, errors, typed, t }: PartProps) {
  return (
    <section class="sec" aria-labelledby="range">
      <h2 id="range">{t.range}</h2>
      <p class="hint">{t.rangeHint}</p>
      <Form action={`${LEDGER}/range-replays`}>
        <Place asked={{ connection: asked.connection, view: asked.view }} />
        <DateField name="from" label={t.from} value={typed.from} errors={errors} />
        <DateField name="to" label={t.to} value={typed.to} errors={errors} />
        <TextField name="range-reason" label={t.reason} optional />
        <Buttons>
          <Button kind="two" small>
            {t.rangeReplay}
          </Button>
        </Buttons>
      </Form>
    </section>
  )
}
