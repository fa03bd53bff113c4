import { BackLink, ButtonLink, Buttons, Page } from '#platform/html/index.ts'
import type { TicketRefusal } from '#rooms/identity/index.ts'
import type { ApplyAt } from '#rooms/procedures/index.ts'
import type { vi } from './ticket.vi.ts'

interface Props {
  code: string
  why: TicketRefusal
  at: ApplyAt
  t: typeof vi
}

/** Why a link from the national portal did not open the form, and how to go on. */
export function TicketPage({ code, why, at, t }: Props) {
  const href = `/procedures/${encodeURIComponent(code)}`
  return (
    <Page title={t.title} private before={<BackLink href={href} />}>
      <div class="measure stack">
        <h1>{t.title}</h1>
        <p class="lead">{t.why[why]}</p>
        <p>
          {t.again} {t.safe}
        </p>
        <Buttons>
          {at.by === 'own' ? (
            <ButtonLink href={`${href}/apply`}>{t.signIn}</ButtonLink>
          ) : (
            <ButtonLink href={at.href}>{t.go}</ButtonLink>
          )}
        </Buttons>
        <p class="small">
          <a href={href}>{t.procedure}</a>
        </p>
      </div>
    </Page>
  )
}
