import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { addUnit, DEMO } from '#rooms/agencies/index.ts'
import {
  getPublicVersion,
  homeRoutes,
  importCatalogue,
  installService,
  procedureApiRoutes,
  procedureRoutes,
} from '../index.ts'
import { aCopyService, aDetailSource, aListedSource, anInstallable } from '../testing.ts'

useTestDatabase()
const ENGLISH = { host: 'e-services.sampleprovince.localhost' }
const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(2)> "'&`
let folder = ''
let site: TestApp

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'))
  const path = join(folder, 'catalogue.jsonl')
  const sources = [
    aDetailSource(),
    aListedSource({ code: '9.000002', name: 'Thủ tục đăng ký khai sinh' }),
    aListedSource({ code: '9.000005', name: 'Thủ tục của bộ khác', departmentPromulgate: 'Bộ Khác' }),
    aListedSource({ code: '9.000003', name: `Tên <b>lạ</b> ${HOSTILE}`, categories: ['Lĩnh vực lạ'] }),
    aDetailSource({ code: '9.000004', name: 'Thủ tục thử', requirementsAndConditions: `Điện áp <110kV> ${HOSTILE}` }),
    ...Array.from({ length: 30 }, (_, at) => aListedSource({ code: `9.0001${at + 10}`, name: `Cấp thẻ số ${at}` })),
  ]
  await writeFile(path, sources.map((source) => JSON.stringify(source)).join('\n'))
  await importCatalogue(path)
  await transaction(1, (tx) => installService(tx, 1, anInstallable()))
  const presence = { vi: 'Luật Mẫu, Điều 5.', en: 'Sample Law, Art. 5.' }
  const partial = { level: 'partial', partialCause: 'presence', partialReason: presence } as const
  await transaction(1, (tx) => installService(tx, 1, anInstallable({ code: '9.000007', ...partial })))
  for (const agency of [1, 2]) await transaction(agency, (tx) => installService(tx, agency, aCopyService()))
  site = await createTestApp([homeRoutes, procedureRoutes, procedureApiRoutes])
})
afterAll(async () => {
  await site.app.close()
  await rm(folder, { recursive: true, force: true })
})

describe('home', () => {
  test('asks what the person needs, and shows only what is true', async () => {
    const { statusCode, body } = await site.get('/')
    expect(statusCode).toBe(200)
    expect(body).toContain('Bạn cần làm thủ tục gì?')
    expect(body).toContain('action="/procedures"')
    expect(body).toContain('href="/procedures/9.000009"')
  })

  test('speaks English on the sister host, and marks Vietnamese as such', async () => {
    const { body } = await site.get('/', ENGLISH)
    expect(body).toContain('<html lang="en"')
    expect(body).toContain('What do you need to do?')
    expect(body).toContain('Sample certificate')
    expect(body).toContain('<bdi lang="vi">Hộ tịch</bdi>')
  })

  test('R-009: from home a field, from the field every one of its procedures', async () => {
    const home = await site.get('/')
    expect(home.body).toContain(`href="/procedures?field=${encodeURIComponent('Hộ tịch')}"`)
    const field = await site.get(`/procedures?field=${encodeURIComponent('Hộ tịch')}`)
    expect(field.body.match(/href="\/procedures\/9\./g)).toHaveLength(37)
  })

  test('R-013: what is published is on the page at once', async () => {
    const code = '9.000040'
    expect((await site.get(`/procedures/${code}`)).statusCode).toBe(404)
    const path = join(folder, 'new.jsonl')
    await writeFile(path, JSON.stringify(aListedSource({ code, name: 'Thủ tục vừa công bố' })))
    await importCatalogue(path)
    expect((await site.get(`/procedures/${code}`)).body).toContain('Thủ tục vừa công bố')
    expect((await site.get('/procedures?q=vua+cong+bo')).body).toContain(`/procedures/${code}`)
  })
})

describe('search', () => {
  test('R-011: finds without marks, says how the words were read and offers the literal search', async () => {
    const { body } = await site.get('/procedures?q=lam+giay+khai+sinh')
    expect(body).toContain('href="/procedures/9.000002"')
    expect(body).toContain('<mark>đăng ký khai sinh</mark>')
    expect(body).toContain('Chúng tôi hiểu là “đăng ký khai sinh”')
    expect(body).toContain('exact=1')
  })

  test('counts what each filter would leave, and keeps the choice', async () => {
    const { body } = await site.get('/procedures?q=cap+the&for=citizen')
    expect(body).toMatch(/<a href="\/procedures\?q=cap\+the" aria-current="true">/)
    expect(body).toMatch(
      /q=cap\+the&amp;for=citizen&amp;level=information"[^>]*>Chỉ xem thông tin<\/a> <span[^>]*>\(30\)/,
    )
    expect(body).toContain('30 thủ tục')
    expect((await site.get('/procedures?q=9.000002', ENGLISH)).body).toContain('1 procedure for')
    expect((await site.get('/procedures?q=cap+the&for=business')).body).toContain('Thử ít chữ hơn')
  })

  test('pages: twenty at a time, each with its own address', async () => {
    const first = await site.get('/procedures?q=cap+the')
    expect(first.body).toContain('href="/procedures?q=cap+the&amp;page=2"')
    const second = await site.get('/procedures?q=cap+the&page=2')
    expect(second.body.match(/<li class="card">/g)).toHaveLength(10)
  })

  test('R-008: by audience, field, agency, moment in life and online level', async () => {
    const field = encodeURIComponent('Lĩnh vực lạ')
    for (const [filter, found] of [
      [`q=cap+the&for=citizen`, 30],
      [`q=cap+the&for=business`, 0],
      [`q=cap+the&field=${field}`, 0],
      [`q=cap+the&agency=${encodeURIComponent('Bộ Mẫu')}`, 30],
      [`q=cap+the&agency=${encodeURIComponent('Bộ Khác')}`, 0],
      ['q=cap+the&level=full', 0],
      ['q=cap+the&level=information', 30],
    ] as const) {
      const { body } = await site.get(`/procedures?${filter}`)
      expect([filter, body.includes(`${found} thủ tục cho`)]).toEqual([filter, found > 0])
    }
    expect((await site.get('/procedures')).body).toMatch(
      /agency=B%E1%BB%99\+M%E1%BA%ABu.*agency=B%E1%BB%99\+Kh%C3%A1c/s,
    )
    expect((await site.get('/')).body).toContain('href="/procedures?event=birth"')
  })

  test('hostile words are shown as text', async () => {
    const { statusCode, body } = await site.get(`/procedures?q=${encodeURIComponent(HOSTILE)}`)
    expect(statusCode).toBe(200)
    expect(body).not.toContain('<script>alert')
    expect(body).not.toContain('<img src=x')
    expect(body).toContain('&lt;script>alert(1)&lt;/script>')
  })

  test.each([
    '/procedures?page=-1',
    '/procedures?page=x',
    '/procedures?for=nobody&level=9&field=%00',
    '/procedures?q=a&q=b',
  ])('%s is answered', async (path) => expect((await site.get(path)).statusCode).toBe(200))
})

describe('procedure', () => {
  test('R-001, R-003, R-006: the parts, the decision, the version in force, level and code', async () => {
    const { body } = await site.get('/procedures/9.000001')
    for (const words of [
      '3 ngày làm việc',
      '8.000 đồng',
      'Tờ khai theo mẫu',
      '1 bản chính',
      '1/QĐ-BM ngày 05/01/2026',
    ]) {
      expect(body).toContain(words)
    }
    expect(body).toContain('Bản 1, từ 05/01/2026')
    expect(body).toContain('Trọn vẹn trên mạng')
    expect(body).toContain('Nộp tại Cổng Dịch vụ công quốc gia')
    expect(body).toContain('Đồng bộ lúc')
  })

  test('R-001: the publisher’s text stands whole under “Nguyên văn thủ tục”, the page itself in short words', async () => {
    const { body } = await site.get('/procedures/9.000001')
    const [page = '', verbatim = ''] = body.split('Nguyên văn thủ tục</summary>')
    expect(verbatim.split('</details>')[0]).toMatch(/Nộp hồ sơ.*Nhận giấy hẹn.*Tờ khai theo mẫu.*KQ\.G99\.000001/s)
    expect(page).toContain('Tờ khai theo mẫu')
    expect(page).not.toContain('KQ.G99.000001')
    expect(page).not.toContain('Nhận giấy hẹn')
  })

  test('can be applied for here when a service is installed', async () => {
    const { body } = await site.get('/procedures/9.000009')
    expect(body).toContain('href="/procedures/9.000009/apply"')
    expect(body).toContain('Giấy để thử.')
    expect((await site.get('/procedures/9.000009', { host: 'dichvucong.bomau.localhost' })).body).not.toContain(
      '/apply"',
    )
  })

  test('R-007: what cannot be done wholly online says which of the four reasons, and the provision', async () => {
    const { body } = await site.get('/procedures/9.000007')
    expect(body).toContain('Bạn phải có mặt theo luật chuyên ngành. Luật Mẫu, Điều 5.')
    const record = await site.get('/api/v1/procedures/9.000007')
    expect(record.json()).toMatchObject({ level: 'partial', partialReason: 'presence' })
  })

  test('R-018: each paper says whether it is made online, already held, or hangs on the case', async () => {
    const { body } = await site.get('/procedures/9.000008')
    const papers = body.split('id="gt"')[1]?.split('</section>')[0] ?? ''
    const rows = papers.split('<li>').slice(1)
    const tagOf = (name: string) => rows.find((row) => row.includes(name)) ?? ''
    expect(rows).toHaveLength(4)
    expect(tagOf('Tờ khai')).toContain('Làm trên mạng')
    expect(tagOf('Giấy tờ tùy thân')).toMatch(/Lấy từ Cơ sở dữ liệu mẫu.*Đã có dữ liệu/s)
    expect(tagOf('Nơi cư trú')).toContain('Đã có dữ liệu')
    expect(tagOf('Văn bản ủy quyền')).toMatch(/Chỉ khi nhờ người khác.*Tùy trường hợp/s)
  })

  test('the fee is this agency’s own, on the page and in the search; another agency has none yet', async () => {
    const page = await site.get('/procedures/9.000008')
    expect(page.body).toMatch(/8\.000 đồng mỗi bản<\/b><span>miễn cho hộ nghèo/)
    expect(page.body).toMatch(/Trong ngày<\/b><span>nhận sau 15 giờ.*có trường hợp lâu hơn/)
    expect(page.body).toContain('Xin cho người khác')
    const hits = await site.get('/procedures?q=9.000008')
    expect(hits.body).toMatch(/trong ngày.*8\.000 đồng mỗi bản.*9\.000008/s)
    const ministry = await site.get('/procedures/9.000008', { host: 'dichvucong.bomau.localhost' })
    expect(ministry.body).toMatch(/Tỉnh chưa công bố mức thu<\/b><span>theo Thông tư mẫu/)
    expect((await site.get('/procedures/9.000008', ENGLISH)).body).toContain('8.000 đồng a copy')
  })

  test('R-013: a place that opens is on the page at once', async () => {
    const before = await getPublicVersion()
    expect((await site.get('/procedures/9.000009')).body).toContain('Nơi nộp gần bạn (4 nơi)')
    const name = { vi: 'Ủy ban nhân dân xã Mẫu Mới', en: 'People’s Committee of Mẫu Mới Commune' }
    await transaction(1, (tx) =>
      addUnit(tx, 1, { code: 'H99.15', parentId: DEMO.units.province, kind: 'commune', name, desk: true }),
    )
    expect(await getPublicVersion()).not.toBe(before)
    const headers = { cookie: 'size=large' }
    expect((await site.get('/procedures/9.000009', { headers })).body).toContain('Ủy ban nhân dân xã Mẫu Mới')
  })

  test('R-010: description, canonical address and the same page in the other language', async () => {
    const { body } = await site.get('/procedures/9.000001')
    expect(body).toMatch(/<meta name="description" content="Thủ tục đăng ký mẫu: /)
    expect(body).toMatch(/rel="canonical" href="http:\/\/dichvucong\.tinhmau\.localhost[^"]*\/procedures\/9\.000001"/)
    expect(body).toMatch(
      /hreflang="en" href="http:\/\/e-services\.sampleprovince\.localhost[^"]*\/procedures\/9\.000001"/,
    )
  })

  test('a publisher’s markup and hostile text are shown as text', async () => {
    for (const code of ['9.000003', '9.000004']) {
      const { body } = await site.get(`/procedures/${code}`)
      expect(body).not.toContain('<script>alert')
      expect(body).not.toContain('onerror=alert(2)>')
    }
    expect((await site.get('/procedures/9.000004')).body).toContain('Điện áp &lt;110kV>')
  })

  test('the record as JSON, by header and by API', async () => {
    const page = await site.get('/procedures/9.000001', { headers: { accept: 'application/json' } })
    const api = await site.get('/api/v1/procedures/9.000001')
    expect(page.json()).toMatchObject({ code: '9.000001', version: 1, level: 'full', intake: 'national' })
    expect(api.json()).toEqual(page.json())
  })

  test('by day: none before it was announced, none for a day that is none', async () => {
    expect((await site.get('/procedures/9.000001?on=2026-02-01')).body).toContain('có hiệu lực ngày 01/02/2026')
    expect((await site.get('/procedures/9.000001?on=2020-01-01')).statusCode).toBe(404)
    expect((await site.get('/procedures/9.000001?on=2026-02-31')).statusCode).toBe(404)
    expect((await site.get('/procedures/1.999999')).statusCode).toBe(404)
  })
})

describe('API and crawlers', () => {
  test('hits have code, name and score; the cursor walks to the end', async () => {
    const codes: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`
      const answer = (await site.get(`/api/v1/procedures?q=cap+the&limit=12${cursor}`)).json()
      codes.push(...answer.items.map(({ code }: { code: string }) => code))
      next = answer.next
    }
    expect(new Set(codes).size).toBe(30)
  })

  test.each(['limit=0', 'limit=x', 'cursor=!!'])('%s is a problem with a stable code', async (query) => {
    const answer = await site.get(`/api/v1/procedures?${query}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().code).toMatch(/^procedures\./)
  })

  test('R-010: the site map lists every procedure in both languages', async () => {
    expect((await site.get('/sitemap.xml')).body).toContain('/sitemap-1.xml</loc>')
    const { body } = await site.get('/sitemap-1.xml')
    expect(body).toContain('/procedures/9.000001</loc>')
    expect(body).toContain('hreflang="en" href="http://e-services.sampleprovince.localhost')
    expect((await site.get('/robots.txt')).body).toContain('/sitemap.xml')
    expect((await site.get('/sitemap')).body).toContain('Hộ tịch')
  })
})
