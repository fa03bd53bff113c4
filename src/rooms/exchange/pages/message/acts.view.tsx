import { Button, Buttons, Details, Form, TextField } from '#platform/html/index.ts'
import { LEDGER } from '../ledger/asked.ts'
import type { MessageProps } from './shown.ts'

/** What can be done with the message now; what cannot is said with its why. */
export function Deeds(props: MessageProps) {
  const { opened, errors, t } = props
  const { message, replay, settle } = opened
  const sendable = replay === 'replay' || replay === 'hasten' ? replay : undefined
  return (
    <div class="act">
      <h2>{t.acts}</h2>
      {sendable ? (
        <Form action={`${LEDGER}/${message.id}/replay`}>
          <p class="hint">{sendable === 'replay' ? t.replayHint : t.hastenHint}</p>
          <Buttons>
            <Button small>{sendable === 'replay' ? t.replay : t.hasten}</Button>
          </Buttons>
        </Form>
      ) : (
        <p>
          <b>{t.cannotReplay}.</b> {replay !== 'replay' && replay !== 'hasten' && t.says.left[replay]}
        </p>
      )}
      {settle === 'settle' && (
        <Details summary={t.settleSummary} open={errors.some(({ field }) => field === 'settle-reason')}>
          <Form action={`${LEDGER}/${message.id}/settlement`}>
            <p class="hint">{t.settleHint}</p>
            <TextField name="settle-reason" label={t.reason} errors={errors} />
            <Buttons>
              <Button kind="two" small>
                {t.settle}
              </Button>
            </Buttons>
          </Form>
        </Details>
      )}
    </div>
  )
}

/** Personal fields open for somebody who says why, and that is written down first. */
export function ReadForm({ opened: { message }, errors, t }: MessageProps) {
  return (
    <Details summary={t.readTitle} open={errors.some(({ field }) => field === 'read-reason')}>
      <Form action={`${LEDGER}/${message.id}/readings`}>
        <p class="hint">{t.readHint}</p>
        <TextField name="read-reason" label={t.readReason} errors={errors} />
        <Buttons>
          <Button kind="two" small>
            {t.read}
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}
