import { Button, Buttons, Form, Page } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { vi } from './sessions.vi.ts'

export interface SessionRow {
  createdAt: Date
  lastSeenAt: Date
  here: boolean
}

/** every browser in which the person is signed in, and one button that ends them all. */
export function SessionsPage({ t, sessions }: { t: typeof vi; sessions: readonly SessionRow[] }) {
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ul>
        {sessions.map(({ createdAt, lastSeenAt, here }) => (
          <li key={`${createdAt.getTime()}-${lastSeenAt.getTime()}`}>
            <strong>{here ? t.here : t.elsewhere}</strong>. {t.since}{' '}
            <span class="num">{formatDateTime(createdAt)}</span>. {t.lastUsed}{' '}
            <span class="num">{formatDateTime(lastSeenAt)}</span>.
          </li>
        ))}
      </ul>
      <Form action="/my/sessions/end">
        <Buttons>
          <Button kind="stop">{t.endAll}</Button>
        </Buttons>
      </Form>
    </Page>
  )
}
