import { Page, Tag } from '#platform/html/index.ts'
import type { vi } from './manage.vi.ts'

interface Props {
  /** How many messages need a person, as said on the page; undefined when none does. */
  stuck: string | undefined
  t: typeof vi
}

const LEDGER = '/manage/exchange'

export function ManagePage({ stuck, t }: Props) {
  return (
    <Page title={t.title}>
      <h1>{t.title}</h1>
      <p class="quiet">{t.lead}</p>
      <ul class="stack measure">
        {t.doors.map(({ href, title, text }) => (
          <li key={href}>
            <h2>
              <a href={href}>{title}</a>
            </h2>
            <p>{text}</p>
            {href === LEDGER && stuck && (
              <p>
                <Tag kind="wrong">{t.stuck(stuck)}</Tag>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
