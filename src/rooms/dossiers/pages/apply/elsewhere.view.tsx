import { BackLink, ButtonLink, Buttons, Icon, Page } from '#platform/html/index.ts'
import type { ApplyAt } from '#rooms/procedures/index.ts'
import type { vi } from './elsewhere.vi.ts'

interface Props {
  code: string
  name: string
  at: Exclude<ApplyAt, { by: 'own' }>
  /** Whether the one-stop desk takes it in. */
  atDesk: boolean
  t: typeof vi
}

/** Where this procedure is applied for: one button there, and what happens then. R-025 */
export function ElsewherePage({ code, name, at, atDesk, t }: Props) {
  const href = `/procedures/${encodeURIComponent(code)}`
  const words = t[at.by]
  return (
    <Page title={words.title} before={<BackLink href={href} />}>
      <div class="measure stack">
        <p class="quiet">{name}</p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Buttons>
          <ButtonLink href={at.href}>
            {words.go} <Icon name="forward" small />
          </ButtonLink>
        </Buttons>
        <p>{words.after}</p>
        {atDesk && <p>{t.counter}</p>}
        <p class="small">
          <a href={href}>{t.procedure}</a>
          {at.by === 'national' && (
            <>
              {' · '}
              <a href="/track">{t.track}</a>
            </>
          )}
        </p>
      </div>
    </Page>
  )
}
