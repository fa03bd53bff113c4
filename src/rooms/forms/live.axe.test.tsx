import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderInFrame } from '#platform/html/testing.ts'
import { compileForm, DRAW_FIELD, type Filled, type FormError, FormStepView, type Opened, takeStep } from './index.ts'
import { aContext } from './testing.ts'

const CHROMIUM = '/usr/bin/chromium'
const ARGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
].concat('--disable-background-networking', '--disable-component-update')
const said = (vi: string) => ({ vi, en: vi })
const columns = [
  { id: 'fullName', kind: 'text', format: 'name', label: said('Họ và tên') },
  { id: 'share', kind: 'number', label: said('Phần') },
] as const
const form = compileForm({
  steps: [
    {
      id: 'one',
      title: said('Hộ kinh doanh'),
      questions: [
        { id: 'owner', kind: 'person', label: said('Chủ hộ'), ask: ['name', 'birthYear', 'gender', 'address'] },
        { id: 'capital', kind: 'money', inWords: true, label: said('Vốn') },
        { id: 'nation', kind: 'select', search: true, options: 'countries', label: said('Quốc tịch') },
        { id: 'members', kind: 'table', label: said('Thành viên'), row: said('thành viên'), columns },
        { id: 'total', kind: 'calculated', value: 'sum(members.share)', as: 'number', label: said('Tổng') },
        { id: 'illness', kind: 'text', sensitive: true, required: false, label: said('Bệnh') },
        { id: 'truth', kind: 'declaration', label: said('Cam đoan'), text: said('Đúng sự thật.') },
      ],
    },
  ],
})
const context = aContext({
  lists: {
    provinces: [{ value: '99', label: said('Tỉnh Mẫu') }],
    'all-communes': [{ value: '99012', label: said('Xã Mẫu An'), within: '99' }],
  },
})

let filled: Filled = { answers: {}, documents: {} }
let server: Server
let browser: Browser
let page: Page
const assets = new Map<string, string>()

function draw(errors: readonly FormError[] = [], opened?: Opened): string {
  const upload = { formats: ['PDF'], accept: 'application/pdf', maxMegabytes: 20 }
  const view = (
    <FormStepView {...{ form, filled, context, errors, opened, upload }} step="one" action="/" service="Mẫu" />
  )
  const head =
    '<title>Mẫu</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/css">'
  return `<!doctype html><html lang="vi"><head>${head}<script type="module" src="/js"></script></head><body><main>${renderInFrame(view)}</main></body></html>`
}

function post(body: string): string {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(body))
    fields[name] = name in fields ? [fields[name], value].flat() : value
  const taken = takeStep(form, 'one', { body: fields, filled, context })
  filled = taken.filled
  return DRAW_FIELD in fields ? draw([], taken.stands) : draw(taken.errors, taken.opened)
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    external: ['/assets/*'],
  })
  return built.outputFiles[0]?.text ?? ''
}

/** Types as a person does, and waits until the page has been drawn again. */
async function type(field: string, text: string): Promise<void> {
  const drawn = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.fill(`#${field}`, text)
  await page.press(`#${field}`, 'Tab')
  await drawn
}

describe.skipIf(!existsSync(CHROMIUM))('a form in a browser (needs /usr/bin/chromium)', () => {
  beforeAll(async () => {
    assets.set('/js', await bundle('src/platform/html/islands/live-form.ts'))
    assets.set('/css', await bundle('src/platform/html/css/index.css'))
    server = createServer((request, response) => {
      const asset = assets.get(request.url ?? '')
      const type = request.url === '/js' ? 'text/javascript' : request.url === '/css' ? 'text/css' : 'text/html'
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () => {
        response.setHeader('content-type', `${type}; charset=utf-8`)
        response.end(asset ?? (request.method === 'POST' ? post(body) : draw()))
      })
    }).listen(0)
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
    page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  test('R-048: what follows from an answer stands there without a button, and nobody loses their place', async () => {
    await page.selectOption('#ownerAddressProvince', '99')
    await page.waitForSelector('#ownerAddressCommune')
    await type('ownerAddressCommune', 'mau an')
    await type('capital', '50000000')
    await page.waitForFunction(() => document.body.textContent?.includes('Năm mươi triệu đồng'))
    expect(await page.inputValue('#capital')).toBe('50.000.000')
    expect(await page.inputValue('#ownerAddressCommune')).toBe('Xã Mẫu An')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('nation')
  })

  test('a row that is being typed becomes one row, not one for every cell', async () => {
    await type('members--fullName', 'Vàng Thị Mỷ')
    await page.waitForSelector('[name="members--open"][value="0"]', { state: 'attached' })
    await type('members--share', '30')
    await page.waitForFunction(() => document.querySelector('#total')?.textContent === '30')
    expect(filled.answers.members).toEqual([{ fullName: 'Vàng Thị Mỷ', share: 30 }])
  })

  test('R-048: a CSV file is read in the browser, looked at, and added with the others', async () => {
    await page.click('summary')
    const buffer = Buffer.from('Họ và tên;Phần\nVàng A Mẫu;20\n')
    await page.setInputFiles('[data-file]', { name: 'thanh-vien.csv', mimeType: 'text/csv', buffer })
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('Vàng A Mẫu'))
    await Promise.all([page.waitForNavigation(), page.click('text=Thêm các dòng đã dán')])
    expect(filled.answers.members).toEqual([
      { fullName: 'Vàng Thị Mỷ', share: 30 },
      { fullName: 'Vàng A Mẫu', share: 20 },
    ])
  })

  test('what is typed while the page is drawn again stays, and a button pressed meanwhile waits', async () => {
    await page.fill('#illness', 'ho')
    await page.press('#illness', 'Tab')
    await page.fill('#illness', 'ho gà')
    await Promise.all([page.waitForNavigation(), page.click('text=Lưu và đi tiếp')])
    expect(await page.inputValue('#illness')).toBe('ho gà')
    expect(filled.answers.illness).toBe('ho gà')
  })

  test('R-245: axe finds nothing on the page with its errors, and nothing scrolls sideways', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
    expect(found).toEqual([])
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  })
})
