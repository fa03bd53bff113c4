import { beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { refOf } from '../../dossier.ts'
import { dossierRoutes } from '../../index.ts'
import { aDossier, anOfficer, installSample } from '../../testing.ts'
import { aPerson, ENGLISH, faultsIn, locationOf } from '../testing.ts'

useTestDatabase()
const HOSTILE = '<script>alert(1)</script>'
const TICKED = { papers: '0', 'kind-0': 'electronic', 'copies-0': '1' }
let site: TestApp
let desk: Officer
let elsewhere: Officer
let ministry: Officer

beforeAll(async () => {
  await installSample()
  site = await createTestApp([dossierRoutes])
  desk = await anOfficer(DEMO.units.mauAn)
  elsewhere = await anOfficer(DEMO.units.mauSon)
  ministry = await anOfficer(DEMO.units.ministryDesk, ['desk-officer'], { agencyId: 2 })
})

const FORMS = ['receive', 'supplement', 'refuse']
const POSTS = ['receipt', 'supplement-requests', 'refusal']

describe('the three forms of the desk', () => {
  test.each(FORMS)(
    '%s: says whose dossier it is, in both languages, without an identity number in the open',
    async (form) => {
      const ref = refOf(await aDossier({ answers: { purposeText: HOSTILE } }))
      for (const host of [undefined, ENGLISH]) {
        const page = await site.get(`/desk/dossiers/${ref}/${form}`, { viewer: desk, ...(host ? { host } : {}) })
        expect(page.statusCode).toBe(200)
        expect(page.body).toContain('Hà Thị Mẫu')
        expect(page.body).not.toContain('000198000012')
        expect(page.body).not.toContain(HOSTILE)
        expect(page.body).toContain('&lt;script>')
        expect(faultsIn(page.body)).toEqual([])
      }
    },
  )

  test('R-045: another desk, and another agency, find nothing', async () => {
    const ref = refOf(await aDossier())
    for (const viewer of [elsewhere, ministry]) {
      const host = viewer === ministry ? { host: 'dichvucong.bomau.localhost' } : {}
      for (const form of FORMS)
        expect((await site.get(`/desk/dossiers/${ref}/${form}`, { viewer, ...host })).statusCode).toBe(404)
      for (const act of POSTS)
        expect((await site.post(`/dossiers/${ref}/${act}`, TICKED, { viewer, ...host })).statusCode).toBe(404)
    }
    const caseOfficer = await anOfficer(DEMO.units.mauAn, ['case-officer'])
    expect((await site.get(`/desk/dossiers/${ref}/receive`, { viewer: caseOfficer })).statusCode).toBe(403)
    expect((await site.get(`/desk/dossiers/${ref}/supplement`, { viewer: caseOfficer })).statusCode).toBe(403)
  })

  test('what was received already leads back to the dossier', async () => {
    const ref = refOf(await aDossier({ status: 'received' }))
    for (const form of ['receive', 'refuse'])
      expect(locationOf(await site.get(`/desk/dossiers/${ref}/${form}`, { viewer: desk }))).toBe(
        `/desk/dossiers/${ref}`,
      )
  })
})

describe('receiving', () => {
  test('R-067: papers, then code and form 01', async () => {
    const ref = refOf(await aDossier())
    const form = await site.get(`/desk/dossiers/${ref}/receive`, { viewer: desk })
    expect(form.body).toMatch(/name="papers" value="0" checked/)
    const none = await site.post(`/dossiers/${ref}/receipt`, {}, { viewer: desk })
    expect(none.statusCode).toBe(422)
    expect(none.body).toContain('href="#papers"')
    const bad = await site.post(
      `/dossiers/${ref}/receipt`,
      { ...TICKED, 'copies-0': 'ba', other: HOSTILE },
      { viewer: desk },
    )
    expect(bad.statusCode).toBe(422)
    expect(bad.body).toContain('href="#copies-0"')
    expect(bad.body).toContain('value="ba"')
    expect(bad.body).not.toContain(HOSTILE)

    const more = { other: 'Ảnh thẻ', 'kind-2': 'copy', 'copies-2': '2' }
    const done = await site.post(`/dossiers/${ref}/receipt`, { ...TICKED, ...more }, { viewer: desk })
    expect(locationOf(done)).toMatch(/^\/dossiers\/H99\.12-\d{6}-\d{4}\/receipt\?made=1$/)
    const slip = await site.get(locationOf(done), { viewer: desk })
    expect(slip.body).toContain('Đã tiếp nhận hồ sơ')
    expect(slip.body).toContain('Ảnh thẻ')
    expect(slip.body).toContain('Tờ khai mẫu')
    const again = await site.post(`/dossiers/${ref}/receipt`, TICKED, { viewer: desk })
    expect(again.statusCode).toBe(409)
    expect(site.acts).toContain('receipt.created')
  })
})

describe('asking for what is missing', () => {
  test('R-077: all points at once; another row on demand; errors at their field', async () => {
    const ref = refOf(await aDossier())
    const url = `/dossiers/${ref}/supplement-requests`
    const typed = { points: '2', 'name-1': 'Giấy cũ', 'reason-1': '' }
    const half = await site.post(
      url,
      { ...typed, 'supplyBy-day': '31', 'supplyBy-month': '2', 'supplyBy-year': '2026' },
      { viewer: desk },
    )
    expect(half.statusCode).toBe(422)
    expect(half.body).toContain('href="#reason-1"')
    expect(half.body).toContain('Hạn bổ sung phải là một ngày có thật')
    expect(half.body).toContain('value="Giấy cũ"')
    expect((await site.post(url, { points: '1' }, { viewer: desk })).body).toContain('ít nhất một điểm')
    const more = await site.post(url, { ...typed, act: 'more' }, { viewer: desk })
    expect([more.statusCode, more.body.includes('name="name-3"')]).toEqual([200, true])

    const whole = { ...typed, 'reason-1': 'Thiếu trang 2', 'question-1': 'oldPaper', 'name-2': 'Ảnh', 'reason-2': 'Mờ' }
    const [year, month, day] = today().split('-')
    const by = { 'supplyBy-day': day ?? '', 'supplyBy-month': month ?? '', 'supplyBy-year': year ?? '' }
    const done = await site.post(url, { ...whole, ...by }, { viewer: desk })
    expect(locationOf(done)).toBe(`/dossiers/${ref}/supplement-requests/1?made=1`)
    const slip = await site.get(locationOf(done), { viewer: desk })
    expect(slip.body).toContain('Thiếu trang 2')
    expect(slip.body).toContain('Hạn bổ sung')
  })

  test('R-077: a second request is a supervisor’s, with a reason', async () => {
    const supervisor = await anOfficer(DEMO.units.mauAn, ['supervisor'])
    const citizen = await aPerson()
    const ref = refOf(await aDossier({ citizen }))
    const url = `/dossiers/${ref}/supplement-requests`
    const ask = { points: '1', 'name-1': 'Giấy cũ', 'reason-1': 'Thiếu' }
    await site.post(url, ask, { viewer: desk })
    const { supplyDossier } = await import('../../commands/supplement.ts')
    const { getSlips, getDossier } = await import('../../commands/find.ts')
    const { read } = await import('#platform/db/index.ts')
    const { supplementRequests } = await read(1, async (tx) => getSlips(tx, await getDossier(tx, citizen, ref)))
    const itemId = supplementRequests[0]?.items[0]?.id ?? ''
    await supplyDossier(citizen, ref, [{ itemId, text: 'Đây', documentIds: [] }])

    expect((await site.get(`/desk/dossiers/${ref}/supplement`, { viewer: desk })).statusCode).toBe(403)
    const form = await site.get(`/desk/dossiers/${ref}/supplement`, { viewer: supervisor })
    expect(form.body).toContain('đã được yêu cầu bổ sung 1 lần')
    expect((await site.post(url, ask, { viewer: supervisor })).body).toContain('href="#approval"')
    const done = await site.post(url, { ...ask, approval: 'Tài liệu mới mờ' }, { viewer: supervisor })
    expect(locationOf(done)).toBe(`/dossiers/${ref}/supplement-requests/2?made=1`)
  })
})

describe('refusing', () => {
  test('R-065: reason and basis are needed, and both stand on form 03', async () => {
    const ref = refOf(await aDossier())
    const url = `/dossiers/${ref}/refusal`
    const half = await site.post(url, { reason: HOSTILE }, { viewer: desk })
    expect(half.statusCode).toBe(422)
    expect(half.body).toContain('href="#basis"')
    expect(half.body).not.toContain(HOSTILE)
    const done = await site.post(
      url,
      { reason: 'Sai nơi nộp', basis: 'Điều 21', advice: 'Nộp tại Sở' },
      { viewer: desk },
    )
    expect(locationOf(done)).toBe(`/dossiers/${ref}/refusal?made=1`)
    const slip = await site.get(locationOf(done), { viewer: desk })
    for (const words of ['Sai nơi nộp', 'Điều 21', 'Nộp tại Sở']) expect(slip.body).toContain(words)
  })
})
