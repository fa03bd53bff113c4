import { ButtonLink, Buttons } from './button.tsx'
import { useFrame } from './frame.ts'
import { Page } from './page.tsx'
import { frameWords } from './words.ts'

interface Props {
  status: number
  /** Stable code, `http.stale-form`. */
  code: string
  /** What a citizen reads out: `K7-204-MX`. */
  id: string
  /** Words of the room for its own refusal, when there are better ones than the general. */
  title?: string | undefined
  message?: string | undefined
}

type Known = keyof ReturnType<typeof frameWords>['failure']['titles']

function known(status: number): Known {
  const list: readonly number[] = [400, 403, 404, 409, 413, 415, 422, 429, 500, 503]
  if (list.includes(status)) return status as Known
  return status >= 500 ? 500 : 400
}

/** What went wrong, that nothing is lost, what to do now, and a code to read out on the phone. */
export function ErrorPage({ status, code, id, title, message }: Props) {
  const { agency, area, language, viewer, path } = useFrame()
  const words = frameWords(language).failure
  const kind = known(status)
  const stale = code === 'http.stale-form'
  const heading = title ?? (stale ? words.staleTitle : words.titles[kind])
  const { hotline } = agency.contact

  return (
    <Page title={heading} private>
      <div class="measure failure">
        <h1>{heading}</h1>
        <p class="lead">{message ?? (stale ? words.staleText : words.texts[kind])}</p>
        <Buttons>
          {kind === 404 && area === 'public' && <ButtonLink href="/procedures">{words.search}</ButtonLink>}
          {kind === 403 && !viewer && (
            <ButtonLink href={`/sign-in?return=${encodeURIComponent(path)}`}>{words.signIn}</ButtonLink>
          )}
          <ButtonLink href={area === 'public' ? '/' : '/desk'} kind="two">
            {area === 'public' ? words.home : words.desk}
          </ButtonLink>
        </Buttons>
        <div class="failure-id">
          <p class="quiet">{words.idLabel}</p>
          <p class="code num">{id}</p>
          <p>
            {words.call} <a href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>{hotline}</a> {words.callAnd}
          </p>
        </div>
      </div>
    </Page>
  )
}
