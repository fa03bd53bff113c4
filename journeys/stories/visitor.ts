import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isOwn } from '../mode.ts'
import { checkPage, follow, shoot, visit } from '../page-checks.ts'
import type { Language } from '../portal.ts'
import type { Manner, Visitor, World } from '../world.ts'

const PATIENCE = 180_000

const PUBLIC_PAGES = [
  ['home', '/'],
  ['search', '/procedures?q=giay+doc+than'],
  ['a search that finds nothing', '/procedures?q=xyzzy'],
  ['procedure', '/procedures/1.004873'],
  ['track', '/track'],
  ['verify', '/verify'],
  ['help', '/help'],
  ['about', '/about'],
  ['accessibility', '/accessibility'],
  ['privacy', '/privacy'],
  ['site map', '/sitemap'],
  ['preferences', '/preferences'],
  ['sign in', '/sign-in'],
  ['officers sign in', '/desk/sign-in'],
  ['signed out', '/sign-out'],
  ['statistics', '/statistics'],
  ['equal treatment', '/statistics/equal-treatment'],
  ['satisfaction', '/statistics/satisfaction'],
  ['open data', '/open-data'],
  ['funding', '/funding'],
  ['conformance', '/conformance'],
  ['questions', '/questions'],
  ['a question', '/questions/ask?procedure=1.004873'],
  ['petitions', '/petitions'],
  ['a petition', '/petitions/new'],
  ['surveys', '/surveys'],
  ['components', '/manage/components'],
] as const

const NOT_THERE = [
  ['a page that is not there', '/no-such-page', 404],
  ['a procedure that is not there', '/procedures/9.999999', 404],
  ['a paper that is not there', '/verify/AAAAAAAAAAAAAAAAAAAAAA', 404],
  ['a code that is no code', '/verify?token=abc', 422],
  ['a dossier code that is no code', '/track?code=abc', 422],
  ['a dossier that is not there', '/track?code=H99.12-260101-9999', 404],
] as const

async function withVisitor(world: World, manner: Manner, tell: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await world.arrive(manner)
  try {
    await tell(visitor)
  } finally {
    await visitor.leave()
  }
}

async function weigh(page: Page, url: string): Promise<{ page: number; script: number }> {
  const answers: Response[] = []
  const note = (answer: Response) => answers.push(answer)
  page.on('response', note)
  await page.goto(url, { waitUntil: 'networkidle' })
  page.off('response', note)
  const weight = { page: 0, script: 0 }
  for (const answer of answers) {
    const { responseBodySize } = await answer.request().sizes()
    if (answer.request().resourceType() === 'script') weight.script += responseBodySize
    else weight.page += responseBodySize
  }
  return weight
}

async function choosePreference({ page }: Visitor, field: 'size' | 'theme', value: string): Promise<void> {
  await page.locator(`input[name=${field}][value=${value}]`).check()
  await follow(page.locator('main form button').first())
}

function everyPage(world: () => World): void {
  const languages: Language[] = ['vi', 'en']
  describe.each(languages)('R-253: on the %s host', (language) => {
    let visitor: Visitor
    beforeAll(async () => {
      visitor = await world().arrive({ language })
    })
    afterAll(() => visitor.leave())

    test.each(PUBLIC_PAGES)('R-251: %s holds at 320 and 1280 px', { timeout: PATIENCE }, async (_name, path) => {
      await visit(visitor, path)
      for (const width of [320, 1280]) {
        await visitor.page.setViewportSize({ width, height: 800 })
        await checkPage(world(), visitor)
      }
    })

    test.each(NOT_THERE)('%s says so in a page of ours', { timeout: PATIENCE }, async (_name, path, status) => {
      await visitor.page.setViewportSize({ width: 320, height: 800 })
      await visit(visitor, path, status)
      await checkPage(world(), visitor)
    })
  })
}

/** Finding a service: words as people type them, and few clicks. */
function finding(world: () => World): void {
  test.skipIf(!isOwn('1.004873'))(
    'R-009: a service is three clicks from the home page, without script on a small phone',
    async () => {
      await withVisitor(world(), {}, async (visitor) => {
        const { page } = visitor
        await visit(visitor, '/')
        await shoot(visitor, 'home')
        await page.locator('main input[name=q]').fill('giay doc than')
        await follow(page.locator('main form[role=search] button').first())
        await shoot(visitor, 'search')
        await follow(page.locator('main a[href="/procedures/1.004873"]').first())
        await shoot(visitor, 'procedure')
        await follow(page.locator('main a[href="/procedures/1.004873/apply"]').first())
        expect(page.url()).toContain('/sign-in?return=')
      })
    },
  )

  test.skipIf(!isOwn('2.000635'))('R-009: the services of this portal stand on its home page', async () => {
    await withVisitor(world(), { language: 'en', width: 1280 }, async (visitor) => {
      await visit(visitor, '/')
      await shoot(visitor, 'home')
      await follow(visitor.page.locator('main a[href="/procedures/2.000635"]').first())
      expect(await visitor.page.locator('main a[href$="/apply"]').count()).toBeGreaterThan(0)
    })
  })

  test('R-253: the other language shows the same page, and so does the way back', async () => {
    await withVisitor(world(), { width: 1280 }, async (visitor) => {
      const { page } = visitor
      for (const path of ['/', '/procedures?q=doc+than', '/procedures/1.004873', '/track', '/privacy']) {
        await visit(visitor, path)
        await follow(page.locator('header a[hreflang=en]'))
        expect(page.url()).toBe(world().portal.origin('en') + path)
        expect(await page.locator('html').getAttribute('lang')).toBe('en')
        await follow(page.locator('header a[hreflang=vi]'))
        expect(page.url()).toBe(world().portal.origin('vi') + path)
      }
    })
  })

  test('every link of the public pages leads somewhere', { timeout: PATIENCE }, async () => {
    await withVisitor(world(), { width: 1280 }, async (visitor) => {
      const { page, origin } = visitor
      const paths = new Set<string>()
      for (const [, path] of PUBLIC_PAGES.filter(([name]) => name !== 'components')) {
        await visit(visitor, path)
        const links = await page
          .locator('a[href^="/"]')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
        for (const link of links) paths.add(link.replace(/#.*$/, ''))
      }
      const broken: string[] = []
      for (const path of paths) {
        // A file that is downloaded has answered.
        const answer = await page.goto(origin + path).catch((error: Error) => {
          if (!error.message.includes('Download is starting')) throw error
          return null
        })
        if (answer && answer.status() >= 400) broken.push(`${path}: ${answer.status()}`)
      }
      expect(broken).toEqual([])
    })
  })
}

/** What a person may set: size, colours, contrast. */
function settings(world: () => World): void {
  test('R-249: the largest text does not scroll sideways on the smallest phone', { timeout: PATIENCE }, async () => {
    await withVisitor(world(), {}, async (visitor) => {
      const { page } = visitor
      const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
      await visit(visitor, '/preferences?return=/procedures/1.004873')
      const before = await size()
      await choosePreference(visitor, 'size', 'largest')
      expect(page.url()).toContain('/procedures/1.004873')
      expect(await size()).toBeGreaterThan(before * 1.3)
      for (const path of [
        '/',
        '/procedures/1.004873',
        '/procedures?q=khai+sinh',
        '/track',
        '/verify',
        '/manage/components',
      ]) {
        await visit(visitor, path)
        await checkPage(world(), visitor)
      }
    })
  })

  test.each(['light', 'dark', 'contrast'])(
    'R-249: in %s colours the pages stay legible',
    { timeout: PATIENCE },
    async (theme) => {
      await withVisitor(world(), { width: 360 }, async (visitor) => {
        await visit(visitor, '/preferences?return=/')
        await choosePreference(visitor, 'theme', theme)
        expect(await visitor.page.locator('html').getAttribute('data-theme')).toBe(theme)
        for (const path of ['/', '/procedures/1.004873', '/track', '/manage/components']) {
          await visit(visitor, path)
          await checkPage(world(), visitor)
        }
      })
    },
  )

  test('R-249: a dark device gets dark pages without asking', { timeout: PATIENCE }, async () => {
    await withVisitor(world(), { colourScheme: 'dark', width: 1280 }, async (visitor) => {
      await visit(visitor, '/')
      const ground = await visitor.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const [red = 255] = ground.match(/\d+/g)?.map(Number) ?? []
      expect(red).toBeLessThan(80)
      await checkPage(world(), visitor)
    })
  })

  test('a device that asks for contrast and less motion gets pages that hold', { timeout: PATIENCE }, async () => {
    await withVisitor(world(), { contrast: 'more', motion: 'reduce', width: 360 }, async (visitor) => {
      await visit(visitor, '/')
      await checkPage(world(), visitor)
      const moving = await visitor.page.evaluate(() => document.getAnimations().length)
      expect(moving).toBe(0)
    })
  })
}

export function visitorStory(world: () => World): void {
  describe('a visitor', () => {
    everyPage(world)
    finding(world)
    settings(world)

    test.each(['/', '/procedures/1.004873'])('a first visit of %s is light', async (path) => {
      await withVisitor(world(), { javaScript: true, width: 360 }, async ({ page, origin }) => {
        const weight = await weigh(page, origin + path)
        expect(weight.page, 'bytes of HTML, style and fonts').toBeLessThan(60 * 1024)
        expect(weight.script, 'bytes of script').toBeLessThan(15 * 1024)
      })
    })
  })
}
