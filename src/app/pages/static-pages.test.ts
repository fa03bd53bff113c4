import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { staticPageRoutes } from '../static-pages.tsx'

const ENGLISH = 'e-services.sampleprovince.localhost'
let site: TestApp

beforeAll(async () => {
  site = await createTestApp([staticPageRoutes])
})
afterAll(() => site.app.close())

const cookiesOf = (response: { headers: Record<string, unknown> }) =>
  [response.headers['set-cookie']].flat().map(String)

describe.each([
  ['/about', 'Giới thiệu', 'About us'],
  ['/accessibility', 'Khả năng tiếp cận', 'Accessibility'],
  ['/privacy', 'Quyền riêng tư', 'Privacy'],
  ['/help', 'Trợ giúp', 'Help'],
  ['/preferences', 'Cỡ chữ, màu', 'Text size, colours'],
  ['/manage/components', 'Các thành phần', 'Components'],
])('%s', (path, vietnamese, english) => {
  test('speaks the language of the host', async () => {
    const vi = await site.get(path)
    expect(vi.statusCode).toBe(200)
    expect(vi.body).toContain('<html lang="vi"')
    expect(vi.body).toContain(`<h1>${vietnamese}</h1>`)
    const en = await site.get(path, { host: ENGLISH })
    expect(en.body).toContain('<html lang="en"')
    expect(en.body).toContain(`<h1>${english}</h1>`)
  })

  test('needs no script, no inline style, and repeats no id', async () => {
    const { body } = await site.get(path)
    expect(body).not.toMatch(/<script| style="| on\w+="/)
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(body.match(/<h1/g)).toHaveLength(1)
  })
})

describe('R-249: size and colours', () => {
  test('are kept in this browser and lead back to where one was', async () => {
    const saved = await site.post('/preferences', { size: 'largest', theme: 'contrast', return: '/help?a=1' })
    expect(saved.statusCode).toBe(303)
    expect(saved.headers.location).toBe('/help?a=1')
    const cookies = cookiesOf(saved)
    expect(cookies.find((cookie) => cookie.startsWith('mc_size=largest'))).toMatch(/Max-Age=31536000.*HttpOnly/)
    expect(cookies.find((cookie) => cookie.startsWith('mc_theme=contrast'))).toBeDefined()

    const page = await site.get('/help', { headers: { cookie: 'mc_size=largest; mc_theme=contrast' } })
    expect(page.body).toContain('data-theme="contrast" data-size="largest"')
    const form = await site.get('/preferences', { headers: { cookie: 'mc_size=largest; mc_theme=contrast' } })
    expect(form.body).toMatch(/value="largest" checked/)
    expect(form.body).toMatch(/value="contrast" checked/)
  })

  test('the usual ones are kept by forgetting', async () => {
    const saved = await site.post('/preferences', { size: 'normal', theme: 'device', return: '/' })
    for (const name of ['mc_size', 'mc_theme'])
      expect(cookiesOf(saved).find((cookie) => cookie.startsWith(`${name}=;`))).toMatch(/Expires=Thu, 01 Jan 1970/)
  })

  test('nothing but the offered values is kept', async () => {
    const saved = await site.post('/preferences', { size: 'huge', theme: '"><script>', return: '/' })
    expect(cookiesOf(saved).some((cookie) => /huge|script/.test(cookie))).toBe(false)
  })

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/preferences?return=/', ''])(
    'the way back %s is not taken',
    async (back) => {
      const saved = await site.post('/preferences', { size: 'large', theme: 'dark', return: back })
      expect(saved.headers.location).toBe('/')
      const page = await site.get(`/preferences?return=${encodeURIComponent(back)}`)
      expect(page.body).toContain('name="return" value="/"')
    },
  )
})
