import type { ComponentChildren, VNode } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import { PageFooter } from './footer.tsx'
import { type Frame, useFrame } from './frame.ts'
import { DeskHeader, PublicHeader } from './header.tsx'
import { frameWords } from './words.ts'

export interface PageProps {
  /** What this page is; the portal's name follows in `<title>`. */
  title: string
  /** True, or the words of the error summary, when a form could not be taken: `<title>` then begins “Lỗi:”. */
  problem?: string | boolean | undefined
  /** The same, from the form's errors. The ErrorSummary is placed by the page. */
  errors?: readonly FieldError[] | undefined
  /** One sentence for search engines. */
  description?: string | undefined
  /** Not for search engines: personal pages and forms. */
  private?: boolean
  /** The address of this page when it answers a post, so that the language switch can keep it. */
  path?: string | undefined
  /** The main area has no frame of its own: the home page, whose hero goes from edge to edge. */
  bare?: boolean
  /** Names of the islands of this page. */
  islands?: readonly string[]
  /** Before the h1: Breadcrumb or BackLink. */
  before?: ComponentChildren
  children: ComponentChildren
}

/** A whole page: head, header, main, footer. Renders `<html>`. */
export function Page(props: PageProps) {
  const frame = useFrame()
  const path = props.path ?? frame.path
  const main = (
    <main id="main" tabIndex={-1} class={props.bare ? 'home' : undefined}>
      {props.bare ? (
        props.children
      ) : (
        <div class="wrap">
          {props.before}
          {props.children}
        </div>
      )}
    </main>
  )
  return <Around path={path} hem={!props.bare} head={<Head page={props} frame={frame} path={path} />} main={main} />
}

/** What belongs to the visitor: theme and size, the name in the header, the way out. */
export function Around({ path, hem, head, main }: { path: string; hem: boolean; head: VNode; main: VNode }) {
  const { language, preferences, area } = useFrame()
  const desk = area !== 'public'
  return (
    <html lang={language} data-theme={preferences.theme} data-size={preferences.size}>
      {head}
      <body class={desk ? 'desk' : undefined}>
        <a class="skip" href="#main">
          {frameWords(language).skip}
        </a>
        {desk ? <DeskHeader path={path} /> : <PublicHeader path={path} hem={hem} />}
        {main}
        {!desk && <PageFooter />}
      </body>
    </html>
  )
}

const FONTS = ['/assets/fonts/be-vietnam-pro-400.woff2', '/assets/fonts/be-vietnam-pro-600.woff2']

function Head({ page, frame, path }: { page: PageProps; frame: Frame; path: string }) {
  const words = frameWords(frame.language)
  const other = frame.language === 'vi' ? 'en' : 'vi'
  const site = frame.agency.portalName[frame.language]
  const problem = page.problem || (page.errors?.length ?? 0) > 0
  const title = [problem ? `${words.errorPrefix} ${page.title}` : page.title, site].join(' · ')
  const hidden = page.private || frame.area !== 'public'

  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {page.description && <meta name="description" content={page.description} />}
      {hidden ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={`${frame.origin}${path}`} />
          <link rel="alternate" hreflang={other} href={`${frame.sisterOrigin}${path}`} />
        </>
      )}
      {FONTS.map((font) => (
        <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={frame.assets.css} />
      <link rel="stylesheet" href={frame.assets.accent} />
      <link rel="icon" type="image/svg+xml" href={favicon(frame.agency.seedColour)} />
      {page.islands?.map((name) => (
        <script key={name} type="module" src={frame.assets.island(name)} />
      ))}
    </head>
  )
}

/** The mark, drawn small, in the agency's colour: no request, and no 404 in anybody's console. */
function favicon(seed: string): string {
  const colour = /^#[0-9a-f]{6}$/i.test(seed) ? seed.slice(1) : '263f8c'
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%23${colour}'><circle cx='8' cy='8' r='7' stroke-width='2'/><circle cx='8' cy='8' r='3' fill='%23${colour}'/></svg>`
}
