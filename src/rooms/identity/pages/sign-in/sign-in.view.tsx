import { ButtonLink, Buttons, Notice, Page, useFrame } from '#platform/html/index.ts'
import type { vi } from './sign-in.vi.ts'

type Text = typeof vi
export type SignInProblem = keyof Text['failure']

interface SignInProps {
  t: Text
  /** Where the button leads: the start of the sign-in, with the page to come back to. */
  startHref: string
  /** The session ran out; `kept`: while something was being typed. */
  ranOut: 'idle' | 'kept' | undefined
}

export function SignInPage({ t, startHref, ranOut }: SignInProps) {
  const { simulated } = useFrame()
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      {ranOut && <Notice>{t[ranOut]}</Notice>}
      <p class="lead">{t.lead}</p>
      <h2>{t.stepsTitle}</h2>
      <ol>
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {simulated && <Notice title={t.simulatedTitle}>{t.simulated}</Notice>}
      <Buttons>
        <ButtonLink href={startHref}>{t.start}</ButtonLink>
      </Buttons>
      <p>{t.noAccount}</p>
      <h2>{t.withoutTitle}</h2>
      <ul>
        <li>
          <a href="/procedures">{t.without.find}</a>
        </li>
        <li>
          <a href="/track">{t.without.track}</a>
        </li>
        <li>
          <a href="/verify">{t.without.verify}</a>
        </li>
      </ul>
    </Page>
  )
}

interface FailureProps {
  words: { title: string; text: string; again: string }
  againHref: string
}

/** Why the sign-in did not work, and the one way on. */
export function SignInFailurePage({ words, againHref }: FailureProps) {
  return (
    <Page title={words.title} private>
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      <Buttons>
        <ButtonLink href={againHref}>{words.again}</ButtonLink>
      </Buttons>
    </Page>
  )
}

interface SignedOutProps {
  t: Text['signedOut']
  /** The provider's sign-out, where the browser goes on by itself. */
  onward: string | undefined
}

export function SignedOutPage({ t, onward }: SignedOutProps) {
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      <p class="lead">{t.text}</p>
      {onward && (
        <p>
          {t.onward} <a href={onward}>{t.onwardLink}</a>
        </p>
      )}
      <Buttons>
        <ButtonLink href="/">{t.home}</ButtonLink>
        <ButtonLink href="/sign-in" kind="two">
          {t.again}
        </ButtonLink>
      </Buttons>
    </Page>
  )
}
