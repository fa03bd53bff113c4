import { BackLink, Button, ButtonLink, Buttons, Form, Page, useFrame } from '#platform/html/index.ts'
import type { vi } from './apply.vi.ts'
import type { Applying, Bar } from './applying.ts'

interface Props {
  applying: Applying
  bar: Bar
  who: string
  t: typeof vi
}

function why({ bar, applying, t }: Props): string {
  if (bar.why === 'not-online') return t.notOnline
  if (bar.why === 'assurance') return t.assurance[bar.needed]
  return applying.context.applicant?.kind === 'organisation' ? t.personOnly : t.organisationOnly
}

/** Why this account cannot apply, and what can be done instead. R-036 */
export function BarredPage(props: Props) {
  const { applying, bar, who, t } = props
  const { language } = useFrame()
  const href = `/procedures/${applying.code}`
  return (
    <Page title={t.title} private before={<BackLink href={href} />}>
      <div class="measure stack">
        <p class="quiet">{applying.service.package.service.name[language]}</p>
        <h1>{t.title}</h1>
        <p class="lead">{why(props)}</p>
        {bar.why === 'assurance' && bar.needed === 'level-2' && <p>{t.raise}</p>}
        {bar.why !== 'not-online' && <p>{t.atCounter}</p>}
        <p class="quiet small">{t.who(who)}</p>
        <Buttons>
          <ButtonLink href={href}>{t.procedure}</ButtonLink>
        </Buttons>
        {bar.why === 'other-kind' && (
          <Form action="/sign-out">
            <Button kind="two">{t.switchAccount}</Button>
          </Form>
        )}
      </div>
    </Page>
  )
}
