import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFrame } from '#platform/html/testing.ts'
import { createServer, type Host, loadAssets } from '#platform/http/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { errorPage } from '../error-page.tsx'
import { menuOf } from '../navigation.ts'
import { staticPageRoutes } from '../static-pages.tsx'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
// Axe over a long page takes seconds, and many of them on a busy machine.
const PATIENCE = 180_000
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const BROWSER = {
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'].concat(
    '--disable-background-networking',
    '--disable-component-update',
    '--host-resolver-rules=MAP *.localhost 127.0.0.1',
  ),
}

let app: FastifyInstance
let browser: Browser
let port = 0

function host(language: Language): Host {
  return { agency: aFrame().agency, language, host: 'vi.localhost', sisterHost: 'en.localhost' }
}

async function serve(): Promise<void> {
  app = await createServer({
    findHost: async (name) => host(name.startsWith('en.') ? 'en' : 'vi'),
    findViewer: async () => undefined,
    authorise: async () => true,
    audit: async () => undefined,
    checkReady: async () => undefined,
    assets: await loadAssets(),
    pages: { menu: menuOf, lastSync: () => new Date('2026-11-23T06:30:00Z') },
    errorPages: errorPage,
    routes: [staticPageRoutes],
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  port = Number(new URL(address).port)
}

interface View {
  path: string
  language: Language
  width: number
  theme?: string
  size?: string
}

async function look({ path, language, width, theme, size }: View) {
  const site = `${language}.localhost`
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const wanted = { mc_theme: theme, mc_size: size }
  for (const [name, value] of Object.entries(wanted))
    if (value) await context.addCookies([{ name, value, domain: site, path: '/' }])
  const page = await context.newPage()
  await page.goto(`http://${site}:${port}${path}`)
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  await context.close()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  return { found, sideways }
}

const widths = [320, 768, 1280]
// Each width and each theme once; the whole square was run by hand when the style sheet was written.
const components = [
  { path: '/manage/components', language: 'vi' as const, width: 320, theme: 'light' },
  { path: '/manage/components', language: 'en' as const, width: 768, theme: 'dark' },
  { path: '/manage/components', language: 'vi' as const, width: 1280, theme: 'contrast' },
]
const others = ['/about', '/accessibility', '/privacy', '/help', '/preferences', '/no-such-page'].map((path, at) => ({
  path,
  language: at % 2 === 0 ? ('vi' as const) : ('en' as const),
  width: widths[at % 3] ?? 320,
}))
const largest = { path: '/manage/components', language: 'vi' as const, width: 320, size: 'largest' }

describe.skipIf(!existsSync(CHROMIUM))('R-245, R-248, R-251: axe finds nothing, and nothing scrolls sideways', () => {
  beforeAll(async () => {
    await serve()
    browser = await chromium.launch(BROWSER)
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })

  test.each<View>([...components, ...others, largest])(
    '$path in $language at $width px, $theme $size',
    async (view) => {
      expect(await look(view)).toEqual({ found: [], sideways: 0 })
    },
    PATIENCE,
  )
})
