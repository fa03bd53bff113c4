import { describe, expect, test } from 'vitest'
import { ErrorPage, Page } from './index.ts'
import { aFrame, renderInFrame } from './testing.ts'

describe('the page', () => {
  const page = (changes = {}, props = {}) =>
    renderInFrame(
      <Page title="Thủ tục" {...props}>
        <h1>Thủ tục</h1>
      </Page>,
      changes,
    )

  test('R-033: the head gives mark, portal and the agency’s full name, in both languages', () => {
    const head = (language: 'vi' | 'en') => page({ language }).split('<main')[0] ?? ''
    expect(head('vi')).toMatch(/<svg.*Cổng dịch vụ công tỉnh Mẫu<\/b><span>Ủy ban nhân dân tỉnh Mẫu<\/span>/s)
    expect(head('en')).toContain('<span>People’s Committee of Sample Province</span>')
  })

  test('R-033: the foot says who answers: unit, person, address, telephone, email', () => {
    const foot = page().split('<footer')[1] ?? ''
    const { contact } = aFrame().agency
    for (const part of [contact.unit.vi, contact.person, contact.address.vi, contact.phone, contact.email])
      expect(foot).toContain(part)
  })

  test('R-253: the language switch keeps the page, and says its own language', () => {
    expect(page()).toContain(
      '<a href="http://e-services.sampleprovince.localhost/procedures?q=khai%20sinh" lang="en" hreflang="en">',
    )
    expect(page({ language: 'en' })).toMatch(/lang="vi" hreflang="vi">.*Tiếng Việt/s)
  })

  test('R-013: the foot says when the catalogue was last brought in', () => {
    expect(page()).toContain('13:30, 23/11/2026')
    expect(page({ lastSync: undefined })).not.toContain('đồng bộ')
  })

  test('R-155: while anything outside is simulated, every page says so', () => {
    expect(page()).not.toContain('Bản chạy thử')
    expect(page({ simulated: true })).toContain('Bản chạy thử')
    expect(page({ simulated: true, area: 'desk' })).toContain('Bản chạy thử')
  })

  test('the menu marks where one is', () => {
    expect(page()).toMatch(/href="\/procedures" aria-current="page"/)
    expect(page({ path: '/procedures/1.004873' })).toMatch(/href="\/procedures" aria-current="true"/)
    expect(page({ path: '/track' })).not.toContain('aria-current')
  })

  test('R-249: preferences are drawn on the server', () => {
    expect(page({ preferences: { theme: 'dark', size: 'largest' } })).toMatch(
      /<html lang="vi" data-theme="dark" data-size="largest"/,
    )
    expect(page()).toMatch(/<html lang="vi">/)
  })

  test('a page that could not take a form says so first in its title', () => {
    expect(page({}, { problem: true })).toContain('<title>Lỗi: Thủ tục · Cổng dịch vụ công tỉnh Mẫu</title>')
    expect(page({ language: 'en' }, { errors: [{ field: 'a', message: 'b' }] })).toContain('<title>Error: Thủ tục')
    expect(page({}, { errors: [] })).toContain('<title>Thủ tục')
  })

  test('who is signed in has a name and a way out that no other site can press', () => {
    const html = page({ viewer: { kind: 'citizen', name: 'Hà Thị Mẫu' } })
    expect(html).toContain('Hà Thị Mẫu')
    expect(html).toMatch(/<form action="\/sign-out"[^>]*method="post".*name="_form"/s)
    expect(page()).toContain('href="/sign-in?return=%2Fprocedures%3Fq%3Dkhai%2520sinh"')
  })

  test('without a viewer the page holds no form that posts, so that its bytes can be kept', () => {
    expect(page()).not.toContain('method="post"')
  })

  test('the desk is another room: ink header, no foot, not for search engines', () => {
    const place = { vi: 'Một cửa xã Mẫu An', en: 'One-stop desk, Mẫu An Commune' }
    const html = page({ area: 'desk', viewer: { kind: 'officer', name: 'Trần Văn Thử' }, place })
    expect(html).toContain('<body class="desk">')
    expect(html).toContain('Một cửa xã Mẫu An')
    expect(html).toContain('noindex')
    expect(html).not.toContain('<footer')
  })
})

test.each([400, 403, 404, 409, 413, 415, 422, 429, 500, 503, 418, 502])(
  'the page of a %i has words and the code to read out',
  (status) => {
    for (const language of ['vi', 'en'] as const) {
      const html = renderInFrame(<ErrorPage status={status} code="http.fault" id="K7-204-MX" />, { language })
      expect(html).toContain('K7-204-MX')
      expect(html).toMatch(/<h1>[^<]{8,}<\/h1>/)
      expect(html).not.toContain('undefined')
    }
  },
)
