import { ButtonLink, Buttons, Notice, Page, useFrame } from '#platform/html/index.ts'
import type { vi } from './desk-sign-in.vi.ts'

export type DeskSignInProblem = keyof (typeof vi)['failure']

interface Props {
  t: typeof vi
  startHref: string
  ranOut: 'idle' | 'kept' | undefined
}

export function DeskSignInPage({ t, startHref, ranOut }: Props) {
  const { simulated, agency, language } = useFrame()
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      {ranOut && <Notice>{t[ranOut]}</Notice>}
      <p class="lead">
        {t.lead} {agency.name[language]}.
      </p>
      <ol>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {simulated && <Notice title={t.simulatedTitle}>{t.simulated}</Notice>}
      <Buttons>
        <ButtonLink href={startHref}>{t.start}</ButtonLink>
      </Buttons>
      <p>
        <a href="/sign-in">{t.citizen}</a>
      </p>
    </Page>
  )
}
