import { ButtonLink, Notice, Page } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { Delivery, Notice as Told } from '../../store/notices.ts'
import type { vi } from './messages.vi.ts'

interface Props {
  notices: readonly Told[]
  /** The person has just said how they wish to be told. */
  isSaved: boolean
  t: typeof vi
}

/** The portal's own inbox: each notice in one place, and how it fared on each channel. R-158 */
export function MessagesPage({ notices, isSaved, t }: Props) {
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      {isSaved && (
        <Notice kind="good" live>
          {t.saved}
        </Notice>
      )}
      <p class="lead">{t.lead}</p>
      <p>
        <ButtonLink href="/my/messages/preferences" kind="two" small>
          {t.preferences}
        </ButtonLink>
      </p>
      {notices.length === 0 && <p>{t.empty}</p>}
      {notices.map((notice) => (
        <details class="details" key={notice.id}>
          <summary>{notice.subject}</summary>
          <ul class="small">
            <li>
              {t.here} <span class="num">{formatDateTime(notice.createdAt)}</span>
            </li>
            {notice.deliveries.map((delivery) => (
              <li key={delivery.channel}>
                {t.channels[delivery.channel]}: {fate(delivery, t)}
              </li>
            ))}
          </ul>
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

function fate({ state, reason, dueAt, sentAt }: Delivery, t: typeof vi): string {
  switch (state) {
    case 'sent':
      return t.sent(sentAt ? formatDateTime(sentAt) : '')
    case 'waiting':
      return reason ? t.triedAgain(formatDateTime(dueAt)) : t.waiting(formatDateTime(dueAt))
    case 'sending':
      return t.sending
    case 'unknown':
      return t.unknown
    case 'refused':
      return t.refused[reason ?? 'by-operator']
  }
}
