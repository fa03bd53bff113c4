import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Officer, Role } from '#kernel/viewer.ts'
import { asInstallation, read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { importCatalogue, procedureRoutes, searchProcedures } from '../../index.ts'
import { aListedSource } from '../../testing.ts'

useTestDatabase()

const HERE = '/manage/search-words'
const ENGLISH = { host: 'e-services.sampleprovince.localhost' }

const officer = (role: Role, agencyId = 1): Officer => ({
  ...{ kind: 'officer', agencyId, officerId: '01890000-0000-7000-8000-000000000001', name: 'Quản trị Mẫu' },
  appointments: [{ unitId: DEMO.units.province, unitCode: 'H99', roles: [role] }],
})
const viewer = officer('administrator')

const phrase = (over: Record<string, string> = {}) => ({
  ...{ kind: 'phrase', act: 'save', seen: '0', said: 'giấy ông trăng\ngiấy trăng', means: 'quan sát thiên thể đêm' },
  ...{ codes: '9.000002', test: '', when: '', unless: '' },
  ...over,
})

const firstFor = async (query: string, agencyId = 1) => {
  const { hits } = await read(agencyId, (tx) => searchProcedures(tx, agencyId, { query }))
  return hits[0]?.code
}

let site: TestApp

beforeAll(async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'motcua-words-')), 'catalog.jsonl')
  const names = ['Thủ tục đăng ký khai sinh', 'Thủ tục quan sát thiên thể đêm', 'Thủ tục cấp giấy ông bà']
  const records = names.map((name, at) => aListedSource({ code: `9.00000${at + 1}`, name }))
  await writeFile(path, records.map((record) => JSON.stringify(record)).join('\n'))
  await importCatalogue(path)
  site = await createTestApp([procedureRoutes])
})

describe('words people search with', () => {
  test('what an administrator teaches holds for the next search, in this agency only, and can be taken back', async () => {
    expect(await firstFor('giấy ông trăng')).not.toBe('9.000002')
    const saved = await site.post(HERE, phrase(), { viewer })
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `${HERE}?done=saved`])
    expect(await firstFor('giay trang')).toBe('9.000002')
    expect(await firstFor('giấy ông trăng', 2)).not.toBe('9.000002')
    expect(
      (await asInstallation((tx) => searchProcedures(tx, undefined, { query: 'giấy ông trăng' }))).hits[0]?.code,
    ).not.toBe('9.000002')

    const { body } = await site.get(`${HERE}?filter=trang`, { viewer })
    expect(body).toContain('Của cơ quan')
    expect(body).toContain('Quản trị Mẫu')
    const retired = await site.post(`${HERE}/giay-ong-trang/retirement`, { seen: '1' }, { viewer })
    expect(retired.statusCode).toBe(303)
    expect(await firstFor('giay trang')).not.toBe('9.000002')
    const page = await site.get(`${HERE}/giay-ong-trang`, { viewer })
    expect(page.body).toContain('Mục này đang ngừng dùng.')
    expect(page.body).toContain('giấy ông trăng\ngiấy trăng')
    expect((await site.post(`${HERE}/giay-ong-trang`, phrase({ seen: '2' }), { viewer })).statusCode).toBe(303)
    expect(await firstFor('giay trang')).toBe('9.000002')
  })

  test('a moment in life is taught by groups of words', async () => {
    const given = {
      kind: 'situation',
      said: '',
      when: 'trăng, chị hằng\nlặn, tắt',
      unless: 'đèn',
      test: 'chị hằng đã lặn',
    }
    const tried = await site.post(HERE, phrase({ ...given, act: 'try' }), { viewer })
    expect(tried.statusCode).toBe(200)
    expect(tried.body).toContain('Mười kết quả đầu cho “chị hằng đã lặn”')
    expect(tried.body).toMatch(/Sau khi lưu.*9\.000002<\/span> <b class="small">\(mới\)/s)
    expect(await firstFor('chị hằng đã lặn')).not.toBe('9.000002')
    expect((await site.post(HERE, phrase(given), { viewer })).statusCode).toBe(303)
    expect(await firstFor('chị hằng đã lặn')).toBe('9.000002')
    expect(await firstFor('chị hằng tắt đèn')).not.toBe('9.000002')
  })

  test('a shipped entry is said otherwise here, and two at once do not overwrite each other', async () => {
    const list = await site.get(`${HERE}?filter=chứng tử`, { viewer, ...ENGLISH })
    expect(list.body).toContain(`href="${HERE}/giay-chung-tu"`)
    expect(list.body).toContain('Shipped')
    const change = phrase({ said: 'giấy chứng tử', means: 'quan sát thiên thể đêm' })
    expect((await site.post(`${HERE}/giay-chung-tu`, change, { viewer })).statusCode).toBe(303)
    expect(await firstFor('giay chung tu')).toBe('9.000002')
    expect((await site.post(`${HERE}/giay-chung-tu`, change, { viewer })).statusCode).toBe(409)
    expect((await site.get(`${HERE}?filter=chung tu`, { viewer, ...ENGLISH })).body).toContain('Changed here')
  })

  test('what is wrong is said, and nothing is kept', async () => {
    for (const [wrong, said] of [
      [{ said: '' }, 'Nhập ít nhất một cách nói.'],
      [{ said: 'x'.repeat(81) }, 'tối đa 80 ký tự'],
      [{ means: ' ' }, 'Nhập lời của danh mục'],
      [{ codes: '9.000002, 8.999999' }, 'Có mã không có trong danh mục'],
      [{ kind: 'situation', when: 'một hai ba bốn' }, 'từ một đến ba tiếng'],
    ] as const) {
      const { statusCode, body } = await site.post(HERE, phrase(wrong), { viewer })
      expect([statusCode, body.includes(said)]).toEqual([422, true])
    }
    expect((await site.get(`${HERE}/khong-co`, { viewer })).statusCode).toBe(404)
    expect((await site.get(HERE, { viewer: officer('case-officer') })).statusCode).toBe(403)
  })

  test('the try-out box shows the first ten', async () => {
    const { body } = await site.get(`${HERE}?try=dang+ky+khai+sinh`, { viewer })
    expect(body).toMatch(/Mười kết quả đầu cho “dang ky khai sinh”.*9\.000001/s)
  })
})

test('suggestions follow what is being typed', async () => {
  const { body } = await site.get(`/procedures/suggestions?q=${encodeURIComponent('đăng ký kh')}`)
  const { items, said } = JSON.parse(body)
  expect(items[0]).toEqual({ href: '/procedures/9.000001', name: 'Thủ tục đăng ký khai sinh' })
  expect(said).toMatch(/^\d gợi ý/)
  expect(JSON.parse((await site.get('/procedures/suggestions?q=')).body).items).toEqual([])
  expect((await site.get('/procedures')).body).toContain('suggest')
})
