import { Form } from './form.tsx'
import { type Frame, type MenuItem, useFrame } from './frame.ts'
import { Icon } from './icon.tsx'
import { Mark } from './ornament.tsx'
import { frameWords } from './words.ts'

function pathOnly(path: string): string {
  return path.split('?')[0] ?? path
}

/** The menu item this page belongs to: the longest that the path begins with. */
function currentItem(menu: readonly MenuItem[], path: string): string | undefined {
  const here = pathOnly(path)
  return menu
    .map(({ href }) => href)
    .filter((href) => here === href || (href !== '/' && here.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

interface MenuLink {
  item: MenuItem
  frame: Frame
  current: string | undefined
}

function MenuLinkOf({ item, frame, current }: MenuLink) {
  const state = item.href === current ? (item.href === pathOnly(frame.path) ? 'page' : 'true') : undefined
  return (
    <a href={item.href} aria-current={state} class={item.wideOnly ? 'wide' : undefined}>
      {item.label[frame.language]}
    </a>
  )
}

/** Language, size and colour, who is here. */
function Utilities({ frame, path }: { frame: Frame; path: string }) {
  const words = frameWords(frame.language)
  const other = frame.language === 'vi' ? 'en' : 'vi'
  return (
    <>
      <a href={`${frame.sisterOrigin}${path}`} lang={other} hreflang={other}>
        <Icon name="globe" small />
        {words.otherLanguage}
      </a>
      <a href={`/preferences?return=${encodeURIComponent(path)}`} rel="nofollow">
        <Icon name="eye" small />
        {words.preferences}
      </a>
      <Who frame={frame} path={path} />
    </>
  )
}

function Who({ frame, path }: { frame: Frame; path: string }) {
  const words = frameWords(frame.language)
  const { viewer } = frame
  if (!viewer) {
    return (
      <a class="in" href={`/sign-in?return=${encodeURIComponent(path)}`} rel="nofollow">
        <Icon name="person" small />
        {words.signIn}
      </a>
    )
  }
  return (
    <>
      <a class="in" href={viewer.kind === 'citizen' ? '/my' : '/desk'}>
        <Icon name="person" small />
        {viewer.name}
      </a>
      <Form action="/sign-out" class="out">
        <button type="submit" class="btn-link">
          {words.signOut}
        </button>
      </Form>
    </>
  )
}

/** Emblem, names, menu, and the hem. */
export function PublicHeader({ path, hem }: { path: string; hem: boolean }) {
  const frame = useFrame()
  const words = frameWords(frame.language)
  const current = currentItem(frame.menu, path)
  return (
    <header class="top">
      {frame.simulated && <p class="trial">{words.trial}</p>}
      <div class="wrap top-row">
        <a class="brand" href="/">
          <Mark />
          <span>
            <b>{frame.agency.portalName[frame.language]}</b>
            <span>{frame.agency.fullName[frame.language]}</span>
          </span>
        </a>
        <nav class="util" aria-label={words.utilities}>
          <Utilities frame={frame} path={path} />
        </nav>
      </div>
      {frame.menu.length > 0 && (
        <nav class="nav" aria-label={words.mainMenu}>
          <div class="wrap">
            <ul>
              {frame.menu.map((item) => (
                <li key={item.href} class={item.wideOnly ? 'wide' : undefined}>
                  <MenuLinkOf item={{ ...item, wideOnly: false }} frame={frame} current={current} />
                </li>
              ))}
            </ul>
          </div>
        </nav>
      )}
      {hem && <div class="hem" aria-hidden="true" />}
    </header>
  )
}

/** The ink header: another room. */
export function DeskHeader({ path }: { path: string }) {
  const frame = useFrame()
  const words = frameWords(frame.language)
  const current = currentItem(frame.menu, path)
  return (
    <header class="top">
      {frame.simulated && <p class="trial">{words.trial}</p>}
      <div class="wrap top-row">
        <a class="brand" href="/desk">
          <Mark />
          <span>
            <b>{frame.area === 'manage' ? words.manage : (frame.place?.[frame.language] ?? words.desk)}</b>
            <span>{frame.agency.name[frame.language]}</span>
          </span>
        </a>
        <nav class="util" aria-label={words.deskMenu}>
          {frame.menu.map((item) => (
            <MenuLinkOf key={item.href} item={item} frame={frame} current={current} />
          ))}
          <Utilities frame={frame} path={path} />
        </nav>
      </div>
    </header>
  )
}
