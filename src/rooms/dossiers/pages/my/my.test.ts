import { beforeAll, describe, expect, test } from 'vitest'
import type { Citizen } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { getDossier, getSlips } from '../../commands/find.ts'
import { requestSupplement } from '../../commands/supplement.ts'
import { refOf } from '../../dossier.ts'
import { dossierRoutes } from '../../index.ts'
import { aDossier, anOfficer, installSample } from '../../testing.ts'
import { aPerson, ENGLISH, faultsIn, locationOf, PNG, upload } from '../testing.ts'

useTestDatabase()
const HOSTILE = '<script>alert(1)</script>'
let site: TestApp
let viewer: Citizen

beforeAll(async () => {
  await installSample()
  site = await createTestApp([dossierRoutes])
  viewer = await aPerson()
})

const both = async (path: string) => [await site.get(path, { viewer }), await site.get(path, { viewer, host: ENGLISH })]

describe('my page', () => {
  test('an empty page says what to do', async () => {
    const { body } = await site.get('/my', { viewer: await aPerson() })
    expect(body).toContain('Bạn không có việc nào phải làm.')
    expect(body).toContain('Bạn chưa nộp hồ sơ nào.')
  })

  test('tasks first, in the officer’s own words; then dossiers, drafts, inbox and sessions', async () => {
    await aDossier({ citizen: viewer, status: 'awaiting-supplement' })
    await aDossier({ citizen: viewer, status: 'returned' })
    await site.get('/procedures/9.000001/apply', { viewer })
    for (const page of await both('/my')) {
      expect(faultsIn(page.body)).toEqual([])
      expect(page.body).toContain('Ảnh chụp thiếu trang 2.')
      expect(page.body).toContain('href="/procedures/9.000001/apply"')
      expect(page.body).toContain('href="/my/messages"')
      expect(page.body).toContain('href="/my/sessions"')
    }
  })

  test('a draft can be thrown away, by its own person only', async () => {
    const { body } = await site.get('/my', { viewer })
    const action = /action="(\/my\/drafts\/[^"]+)"/.exec(body)?.[1] ?? ''
    expect((await site.post(action, {}, { viewer: await aPerson() })).statusCode).toBe(404)
    expect(locationOf(await site.post(action, {}, { viewer }))).toBe('/my')
    expect((await site.get('/my', { viewer })).body).not.toContain(action)
  })
})

describe('one of my dossiers', () => {
  const statuses = [
    'submitted',
    'received',
    'refused',
    'processing',
    'awaiting-supplement',
    'withdrawn',
    'result-ready',
    'returned',
  ] as const
  test.each(statuses)('R-038: a dossier that is %s shows where it is, its slips, papers and log', async (status) => {
    const dossier = await aDossier({ citizen: viewer, status })
    for (const page of await both(`/my/dossiers/${refOf(dossier)}`)) {
      expect(page.statusCode).toBe(200)
      expect(faultsIn(page.body)).toEqual([])
      expect(page.body).toContain('id="log"')
    }
    const { body } = await site.get(`/my/dossiers/${refOf(dossier)}`, { viewer })
    if (dossier.code) expect(body).toContain(`href="/dossiers/${dossier.code}/receipt.pdf"`)
    if (status === 'result-ready') expect(body).toMatch(/href="\/my\/results\/[^"]+\/file"/)
    if (status === 'refused') expect(body).toContain('Luật Mẫu, Điều 2')
  })

  test('another person’s dossier is not there', async () => {
    const ref = refOf(await aDossier({ citizen: viewer }))
    const stranger = await aPerson()
    for (const path of [
      `/my/dossiers/${ref}`,
      `/my/dossiers/${ref}/withdraw`,
      `/my/dossiers/${ref}/supplement`,
      `/my/dossiers/${ref}/application`,
    ])
      expect((await site.get(path, { viewer: stranger })).statusCode).toBe(404)
    expect((await site.post(`/dossiers/${ref}/withdrawal`, {}, { viewer: stranger })).statusCode).toBe(404)
  })

  test('R-052: what was sent can be printed; hostile answers are text', async () => {
    const dossier = await aDossier({ citizen: viewer, answers: { purposeText: HOSTILE } })
    const { body } = await site.get(`/my/dossiers/${refOf(dossier)}/application`, { viewer })
    expect(body).toContain('&lt;script>alert(1)')
    expect(body).not.toContain(HOSTILE)
  })
})

describe('taking it back', () => {
  test('R-062: asks once, takes a reason or none, and then it is withdrawn', async () => {
    const ref = refOf(await aDossier({ citizen: viewer, status: 'processing' }))
    for (const page of await both(`/my/dossiers/${ref}/withdraw`)) expect(faultsIn(page.body)).toEqual([])
    const long = await site.post(`/dossiers/${ref}/withdrawal`, { reason: 'x'.repeat(1001) }, { viewer })
    expect(long.statusCode).toBe(422)
    expect(locationOf(await site.post(`/dossiers/${ref}/withdrawal`, {}, { viewer }))).toBe(`/my/dossiers/${ref}`)
    expect((await site.get(`/my/dossiers/${ref}`, { viewer })).body).toContain('Hồ sơ đã được rút')
    expect(locationOf(await site.get(`/my/dossiers/${ref}/withdraw`, { viewer }))).toBe(`/my/dossiers/${ref}`)
    expect((await site.post(`/dossiers/${ref}/withdrawal`, {}, { viewer })).statusCode).toBe(409)
  })
})

describe('supplying what is missing', () => {
  const items = [
    { name: 'Giấy cũ', reason: 'Thiếu trang 2.' },
    { name: 'Số điện thoại', reason: HOSTILE },
  ]

  test('R-077: item by item, in words or with files; nothing is lost on the way; sent once', async () => {
    const ref = refOf(await aDossier({ citizen: viewer, status: 'processing' }))
    await requestSupplement(await anOfficer(DEMO.units.mauAn, ['case-officer']), ref, { items })
    const page = await site.get(`/my/dossiers/${ref}/supplement`, { viewer })
    expect(page.body).toContain('Nhận tệp PDF, JPG, PNG')
    expect(page.body).not.toContain(HOSTILE)
    expect(faultsIn(page.body)).toEqual([])

    const file = { field: 'file-1', name: 'trang-2.png', bytes: PNG }
    const url = `/dossiers/${ref}/supplements`
    const half = await upload(site, url, { fields: { 'text-2': '' }, files: [file], viewer })
    expect(half.statusCode).toBe(422)
    expect(half.body).toContain('trang-2.png')
    expect(half.body).toContain('href="#text-2"')
    const id = /name="given-1" value="([^"]+)"/.exec(half.body)?.[1] ?? ''
    const later = await upload(site, url, { fields: { 'given-1': id, act: 'upload' }, files: [], viewer })
    expect(later.body).toContain('chưa gửi')
    const removed = await upload(site, url, { fields: { 'given-1': id, remove: id }, files: [], viewer })
    expect(removed.body).not.toContain('trang-2.png')

    const sent = await upload(site, url, { fields: { 'given-1': id, 'text-2': '0900000013' }, files: [], viewer })
    expect(locationOf(sent)).toBe(`/my/dossiers/${ref}`)
    const { supplements } = await read(1, async (tx) => getSlips(tx, await getDossier(tx, viewer, ref)))
    expect(supplements[0]?.items.map((item) => [item.text, item.documentIds.length])).toEqual([
      ['', 1],
      ['0900000013', 0],
    ])
    expect((await site.get(`/my/dossiers/${ref}`, { viewer })).body).toContain('trang-2.png')
    expect(locationOf(await site.get(`/my/dossiers/${ref}/supplement`, { viewer }))).toBe(`/my/dossiers/${ref}`)
  })
})
