import { Button, Buttons, Form, Notice, Page } from '#platform/html/index.ts'
import type { ReminderKind } from '../../reminder.ts'
import type { vi } from '../../reminders.vi.ts'

/** One press. Opening the address changes nothing: programs open every address of a letter. */
export function StopPage({ path, kind, t }: { path: string; kind: ReminderKind; t: typeof vi }) {
  return (
    <Page title={t.stopTitle} private path={path}>
      <div class="form">
        <h1>{t.stopTitle}</h1>
        <p class="lead">{t.stopText(t.kinds[kind])}</p>
        <Form action={path}>
          <Buttons>
            <Button name="scope" value="kind">
              {t.stopThis}
            </Button>
            <Button name="scope" value="all" kind="two">
              {t.stopAll}
            </Button>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}

export function StoppedPage({ path, t }: { path: string; t: typeof vi }) {
  return (
    <Page title={t.stopped} private path={path}>
      <h1>{t.stopped}</h1>
      <Notice kind="good" live>
        {t.stoppedText}
      </Notice>
      <p>
        <a href="/my/reminders">{t.title}</a>
      </p>
    </Page>
  )
}
