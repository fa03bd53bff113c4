import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visitor, World } from './world.ts'

const SCREENS = resolve(import.meta.dirname, '../test-artefacts/screens')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const complaints = new WeakMap<Page, string[]>()

/**
 * Notes what the browser complains about: errors of script, violations of the policy, files that are missing. That a
 * page itself answers 404 or 422 is meant, and asserted where it is.
 */
export function listen(page: Page): void {
  const heard: string[] = []
  const pages = new Set<string>()
  complaints.set(page, heard)
  page.on('response', (answer) => {
    if (answer.request().isNavigationRequest()) pages.add(answer.url())
  })
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    // The complaint may be heard before the answer it is about.
    setTimeout(() => {
      const isMeant = message.text().startsWith('Failed to load resource') && pages.has(url)
      if (!isMeant) heard.push(`console: ${message.text()} (${url})`)
    }, 250)
  })
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`))
}

/** Runs in the browser, without timers, so that it also works where script is off. */
function examine() {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden or in a style sheet is nobody's text.
  const text = document.body.innerText
  const leak = /\bundefined\b|\[object \w+\]|\bNaN\b|\bInvalid Date\b/.exec(text)
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
  const outside = [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  return {
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1')].map((h1) => h1.textContent ?? ''),
    leak: leak ? text.slice(Math.max(0, leak.index - 40), leak.index + 40) : undefined,
    wide: wide > 0 ? `${wide} px wider than the screen: ${outside.slice(0, 3).join(', ')}` : undefined,
    scripted: matchMedia('(scripting: enabled)').matches,
    theme: document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : ''),
    // A page of mistakes, and a dossier that stands elsewhere, are other pages.
    state: `${document.querySelector('.summary-err') !== null} ${document.querySelector('main .tag')?.textContent}`,
    html: document.documentElement.outerHTML,
  }
}

/**
 * `all`: every page each time it is met (`npm run journeys`). Otherwise every kind of page once (`npm test`). `off` makes
 * a run quick while a story is being written.
 */
const AXE = process.env.JOURNEYS_AXE
const examined = new Set<string>()

/** One kind: the same address but for codes and numbers, in one language, theme and state. */
function isDue(page: Page, { language, theme, state }: ReturnType<typeof examine>): boolean {
  if (AXE === 'all' || AXE === 'off') return AXE === 'all'
  const { pathname, searchParams } = new URL(page.url())
  const shape = pathname.replace(/\/[^/]*\d[^/]*/g, '/…')
  const kind = [shape, [...searchParams.keys()].sort(), language, theme, state].join(' ')
  return !examined.has(kind) && examined.add(kind) !== undefined
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')} ${nodes[0]?.failureSummary ?? ''}`,
  )
}

/** axe needs script: where it is off, the same markup is examined in the lens, under the same address. */
async function axeWithoutScript({ lens }: World, page: Page, html: string): Promise<string[]> {
  const viewport = page.viewportSize()
  const scheme = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
  if (viewport) await lens.setViewportSize(viewport)
  await lens.emulateMedia({ colorScheme: scheme })
  const url = page.url().replace(/#.*$/, '')
  const body = `<!doctype html>${html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '').replace(/ autofocus(="")?/g, '')}`
  await lens.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  try {
    await lens.goto(url)
    return await axe(lens)
  } finally {
    await lens.unroute(url)
  }
}

/** What is wrong with the page as it stands, in sentences. Empty: nothing. */
export async function findProblems(world: World, { page, language }: Visitor): Promise<string[]> {
  const seen = await page.evaluate(examine)
  const problems: string[] = []
  if (seen.language !== language) problems.push(`<html lang="${seen.language}"> on the ${language} host`)
  if (seen.headings.length !== 1) problems.push(`${seen.headings.length} h1: ${seen.headings.join(' / ')}`)
  if (seen.leak) problems.push(`a value of the program stands in the text: …${seen.leak}…`)
  if (seen.wide) problems.push(seen.wide)
  if (isDue(page, seen))
    problems.push(...(seen.scripted ? await axe(page) : await axeWithoutScript(world, page, seen.html)))
  problems.push(...(complaints.get(page)?.splice(0) ?? []))
  return problems
}

/** Zero violations, one heading, the right language, no sideways scrolling, nothing in the console. */
export async function checkPage(world: World, visitor: Visitor): Promise<void> {
  const { page } = visitor
  expect(await findProblems(world, visitor), `${page.url()} at ${page.viewportSize()?.width} px`).toEqual([])
}

/** Presses what leads to another page, and waits until that page is there. */
export async function follow(pressed: Locator): Promise<void> {
  await Promise.all([pressed.page().waitForEvent('load'), pressed.click()])
}

/** The words of a part of the page as they are seen. */
export async function textOf({ page }: Visitor, part = 'main'): Promise<string> {
  return (await page.locator(part).allInnerTexts()).join('\n')
}

/** Opens a page and checks that it answered as it should. */
export async function visit({ page, origin }: Visitor, path: string, status = 200): Promise<void> {
  const answer = await page.goto(new URL(path, origin).href)
  expect(answer?.status(), `${origin}${path}`).toBe(status)
}

const WIDTHS = [360, 1280]

/** Keeps the page as it is seen on a phone and on a desk, in `test-artefacts/screens`. */
export async function shoot({ page, language }: Visitor, name: string): Promise<void> {
  await mkdir(SCREENS, { recursive: true })
  const before = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: `${SCREENS}/${name}.${language}-${width}.png`, fullPage: true })
  }
  if (before) await page.setViewportSize(before)
}
