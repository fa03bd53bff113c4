import type { LocalDate } from '#kernel/local-date.ts'
import {
  BackLink,
  Button,
  Buttons,
  Checkboxes,
  Form,
  Notice,
  Page,
  SummaryList,
  Tag,
  type TagKind,
  useFrame,
} from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import type { MyReminders } from '../../commands/choose.ts'
import { REMINDER_KINDS, type Reminder, type ReminderState, sayReminder, stateOf } from '../../reminder.ts'
import type { vi } from '../../reminders.vi.ts'

interface Props {
  mine: MyReminders
  today: LocalDate
  saved: boolean
  t: typeof vi
}

const PATH = '/my/reminders'

/** What is known, why, from which dossier; and what the person has asked for. R-160 */
export function MyRemindersPage({ mine, today, saved, t }: Props) {
  const { choices, reminders } = mine
  return (
    <Page title={t.title} private before={<BackLink href="/my">{t.back}</BackLink>}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {saved && (
        <Notice kind="good" live>
          {t.saved}
        </Notice>
      )}
      <Form action={PATH} class="form">
        <Checkboxes
          name="kinds"
          label={t.question}
          hint={
            <>
              {t.hint} <a href="/my/messages/preferences">{t.channels}</a>
            </>
          }
          values={REMINDER_KINDS.filter((kind) => choices[kind])}
          items={REMINDER_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind], hint: t.kindHints[kind] }))}
        />
        <Buttons>
          <Button>{t.save}</Button>
        </Buttons>
      </Form>
      <section class="sec" aria-labelledby="known">
        <h2 id="known">{t.known}</h2>
        {reminders.length === 0 && <p class="measure">{t.none}</p>}
        {reminders.map((reminder) => (
          <One key={reminder.id} reminder={reminder} state={stateOf(reminder, choices, today)} t={t} />
        ))}
      </section>
    </Page>
  )
}

const LOOKS: Record<ReminderState, TagKind> = {
  told: 'done',
  dismissed: 'paused',
  past: 'paused',
  coming: 'running',
  unwanted: 'paused',
}

function One({ reminder, state, t }: { reminder: Reminder; state: ReminderState; t: typeof vi }) {
  const { language } = useFrame()
  const { id, kind, ref, resultOn, remindOn, toldAt, nextProcedure } = reminder
  const words = sayReminder(reminder, language)
  return (
    <article class="sec" aria-labelledby={id}>
      <h3 id={id}>{words}</h3>
      <p>
        <Tag kind={LOOKS[state]}>{t.states[state]}</Tag>{' '}
        <span class="quiet">
          {t.kinds[kind]}. {state === 'coming' && t.willTell(formatDate(remindOn))}
          {state === 'told' && toldAt && t.toldOn(formatDate(toldAt))}
        </span>
      </p>
      <SummaryList
        items={[
          {
            label: t.fromDossier,
            value: (
              <>
                <a href={`/my/dossiers/${ref}`} class="nb">
                  {ref}
                </a>
                , {reminder.procedureName[language]}, {t.resultOn(formatDate(resultOn))}
              </>
            ),
          },
          { label: t.because, value: reminder.basis[language] },
        ]}
      />
      <div class="btns">
        {nextProcedure && <a href={`/procedures/${nextProcedure}`}>{t.next}</a>}
        {(state === 'coming' || state === 'unwanted') && (
          <Form action={`${PATH}/${id}/dismissal`}>
            <Button kind="link">
              {t.dismiss}
              <span class="vh">: {words}</span>
            </Button>
          </Form>
        )}
      </div>
    </article>
  )
}
