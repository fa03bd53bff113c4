import { Page } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { Notice } from '../../store.ts'
import type { vi } from './messages.vi.ts'

interface Props {
  notices: readonly Notice[]
  t: typeof vi
}

/** The portal's own inbox. R-158 */
export function MessagesPage({ notices, t }: Props) {
  return (
    <Page title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {notices.length === 0 && <p>{t.empty}</p>}
      {notices.map((notice) => (
        <details class="details" key={notice.id}>
          <summary>{notice.subject}</summary>
          <p class="small">
            <span class="num">{formatDateTime(notice.createdAt)}</span> · {t.states[notice.state]}
          </p>
          {notice.body.split('\n\n').map((paragraph) => (
            <p class="pre" key={paragraph}>
              {paragraph}
            </p>
          ))}
        </details>
      ))}
    </Page>
  )
}
