import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { listen } from './page-checks.ts'
import { type Host, type Language, type Portal, startPortal } from './portal.ts'

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser']

/** The browser of this machine, if there is one. */
export const chromiumPath = CANDIDATES.find((path) => path && existsSync(path))

const ARGUMENTS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Manner {
  host?: Host
  language?: Language
  width?: number
  /** Off unless asked for: every journey has to work without. */
  javaScript?: boolean
  colourScheme?: 'light' | 'dark'
  contrast?: 'more'
  motion?: 'reduce'
}

/** Somebody at a browser: their own cookies, their own screen. */
export interface Visitor {
  page: Page
  language: Language
  origin: string
  leave(): Promise<void>
}

export interface World {
  portal: Portal
  browser: Browser
  arrive(manner?: Manner): Promise<Visitor>
  /** A page with script, where the markup of a page without script can be examined. */
  lens: Page
}

function contextOptions(manner: Manner): BrowserContextOptions {
  const { width = 320, language = 'vi', javaScript = false, colourScheme, contrast, motion } = manner
  return {
    javaScriptEnabled: javaScript,
    viewport: { width, height: width < 600 ? 720 : 900 },
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...(colourScheme ? { colorScheme: colourScheme } : {}),
    ...(contrast ? { contrast } : {}),
    ...(motion ? { reducedMotion: motion } : {}),
  }
}

async function arrive(browser: Browser, portal: Portal, manner: Manner): Promise<Visitor> {
  const { language = 'vi', host = 'province' } = manner
  const context = await browser.newContext(contextOptions(manner))
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  listen(page)
  return { page, language, origin: portal.origin(language, host), leave: () => context.close() }
}

/** Starts the portal and the browser. Whatever fails, nothing is left running. */
export async function openWorld(): Promise<
  World & { close(): Promise<{ code: number | null; signal: string | null }> }
> {
  const portal = await startPortal()
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ARGUMENTS })
    const opened = browser
    const lens = await (await opened.newContext()).newPage()
    let ended: ReturnType<Portal['stop']> | undefined
    const close = () => {
      ended ??= opened.close().then(() => portal.stop())
      return ended
    }
    return { portal, browser: opened, lens, arrive: (manner = {}) => arrive(opened, portal, manner), close }
  } catch (error) {
    await browser?.close()
    await portal.stop()
    throw error
  }
}

/** The visitors come, something is told of them, and they leave whatever happened. */
export async function withVisitors<T extends readonly Manner[]>(
  world: World,
  manners: T,
  tell: (...visitors: { [K in keyof T]: Visitor }) => Promise<void>,
): Promise<void> {
  const visitors = await Promise.all(manners.map((manner) => world.arrive(manner)))
  try {
    await tell(...(visitors as { [K in keyof T]: Visitor }))
  } finally {
    for (const visitor of visitors) await visitor.leave()
  }
}
