import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { dossierRoutes } from '../../index.ts'
import { installSample } from '../../testing.ts'
import { aPerson, ENGLISH, faultsIn, locationOf, PNG, upload } from '../testing.ts'

useTestDatabase()
const APPLY = '/procedures/9.000001/apply'
let site: TestApp
let viewer: Citizen

beforeAll(async () => {
  await installSample()
  site = await createTestApp([dossierRoutes])
  viewer = await aPerson({ name: 'Hà Thị <b>Mẫu</b>' })
})

describe('starting', () => {
  test('R-052: the first question of a new application, and later the first one still open', async () => {
    const start = await site.get(APPLY, { viewer })
    expect([start.statusCode, start.headers.location]).toEqual([303, `${APPLY}/about-you`])
    await site.post(`${APPLY}/about-you`, { '--asked': 'phone,email', phone: '0900000012' }, { viewer })
    expect((await site.get(APPLY, { viewer })).headers.location).toBe(`${APPLY}/paper?resumed=1`)
    const again = await site.get(`${APPLY}/paper?resumed=1`, { viewer })
    expect(again.body).toContain('Bạn điền tiếp hồ sơ đang dở')
  })

  test('R-036: an account of level 1 is told why not, and what to do instead', async () => {
    const weak = await aPerson({ assurance: 'level-1' })
    const page = await site.get(APPLY, { viewer: weak })
    expect(page.statusCode).toBe(403)
    expect(page.body).toContain('mức 2')
    expect(page.body).toContain('công an xã')
    const company = await aPerson({ assurance: 'organisation' })
    expect((await site.get(APPLY, { viewer: company, host: ENGLISH })).body).toContain(
      'This service is for individuals',
    )
  })

  test('a service that is not installed is not there', async () => {
    expect((await site.get('/procedures/9.999999/apply', { viewer })).statusCode).toBe(404)
  })
})

describe('a step', () => {
  test('R-051: what is wrong is said at the field and on top, and everything typed stays', async () => {
    const typed = { '--asked': 'phone,email', phone: '12', email: 'mau@<x>' }
    const page = await site.post(`${APPLY}/about-you`, typed, { viewer })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('<title>Lỗi:')
    expect(page.body).toContain('value="12"')
    expect(page.body).toContain('value="mau@&lt;x>"')
    expect(page.body).toContain('href="#phone"')
    expect(faultsIn(page.body)).toEqual([])
    const reopened = await site.get(`${APPLY}/about-you`, { viewer })
    expect(reopened.body).toContain('value="12"')
    await site.post(`${APPLY}/about-you`, { '--asked': 'phone,email', phone: '0900000012' }, { viewer })
  })

  test('hostile names are shown as text', async () => {
    const { body } = await site.get(`${APPLY}/about-you`, { viewer })
    expect(body).toContain('Hà Thị &lt;b>Mẫu')
    expect(body).not.toContain('<b>Mẫu')
  })

  test('R-054: formats and size are said before a file is chosen, and a file that is none is refused in words', async () => {
    const before = await site.get(`${APPLY}/paper`, { viewer })
    expect(before.body).toContain('Nhận tệp PDF, JPG, PNG. Mỗi tệp nhỏ hơn')
    const bad = { field: 'oldPaper', name: 'virus.exe', bytes: Buffer.from('MZ not a picture') }
    const fields = {
      '--asked': 'residenceCommune,purposeText,oldPaper',
      residenceCommune: 'H99.12',
      purposeText: 'Để cưới',
    }
    const page = await upload(site, `${APPLY}/paper`, { fields, files: [bad], viewer })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('không phải PDF, JPG hoặc PNG')
    expect(page.body).toContain('Để cưới')
  })

  test('R-054: files are given, seen and taken away again; one too many is said', async () => {
    const png = (name: string) => ({ field: 'oldPaper', name, bytes: PNG })
    const fields = {
      '--asked': 'residenceCommune,purposeText,oldPaper',
      residenceCommune: 'H99.12',
      purposeText: 'Để cưới',
    }
    const given = await upload(site, `${APPLY}/paper`, { fields, files: [png('một.png')], viewer })
    expect(locationOf(given)).toBe(`${APPLY}/result`)
    const page = await site.get(`${APPLY}/paper`, { viewer })
    expect(page.body).toContain('một.png')
    const many = await upload(site, `${APPLY}/paper`, { fields, files: [png('hai.png'), png('ba.png')], viewer })
    expect(many.statusCode).toBe(422)
    expect(many.body).toContain('chưa thêm “ba.png”')
    const [, id = ''] = /name="remove" value="([^"]+)"/.exec(many.body) ?? []
    const removed = await upload(site, `${APPLY}/paper`, { fields: { ...fields, remove: id }, files: [], viewer })
    expect(locationOf(removed)).toBe(`${APPLY}/paper`)
    expect((await site.get(`${APPLY}/paper`, { viewer })).body).not.toContain('một.png')
  })

  test('what was typed when the session ran out stands in the fields, and is said', async () => {
    const id = newId()
    await transaction(1, (tx) =>
      tx
        .insertInto('kept_posts')
        .values({
          agency_id: 1,
          id,
          owner_kind: 'citizen',
          owner_id: viewer.personId,
          path: `${APPLY}/paper`,
          body: {
            '--asked': 'residenceCommune,purposeText',
            purposeText: 'Chữ chưa kịp lưu',
            residenceCommune: 'H99.13',
          },
          expires_at: new Date(Date.now() + 60_000),
        })
        .execute(),
    )
    const { body } = await site.get(`${APPLY}/paper?kept=${id}`, { viewer })
    expect(body).toContain('Chữ chưa kịp lưu')
    expect(body).toContain('Phiên trước đã hết hạn')
    const stranger = await aPerson()
    await site.get(APPLY, { viewer: stranger })
    expect((await site.get(`${APPLY}/paper?kept=${id}`, { viewer: stranger })).body).not.toContain('Chữ chưa kịp lưu')
  })

  test('a step saved in another window is not written over: both versions are shown, and one is chosen', async () => {
    const { body } = await site.get(`${APPLY}/result`, { viewer })
    const [, revision = ''] = /name="--revision" value="(\d+)"/.exec(body) ?? []
    const typed = { '--asked': 'delivery', '--revision': revision, delivery: 'electronic' }
    expect((await site.post(`${APPLY}/result`, typed, { viewer })).statusCode).toBe(303)
    const twice = await site.post(`${APPLY}/result`, typed, { viewer })
    expect(twice.statusCode).toBe(303)

    const overtaken = await site.post(`${APPLY}/result`, { ...typed, delivery: 'counter' }, { viewer })
    expect(overtaken.statusCode).toBe(409)
    expect(overtaken.body).toContain('Trang này vừa được lưu ở cửa sổ khác')
    expect(overtaken.body).toMatch(/Bản đã lưu.*Bản điện tử.*Tại quầy/s)
    expect(overtaken.body).toMatch(/value="counter"[^>]* checked/)
    expect((await site.get(`${APPLY}/result`, { viewer })).body).toMatch(/value="electronic"[^>]* checked/)

    const [, now = ''] = /name="--revision" value="(\d+)"/.exec(overtaken.body) ?? []
    const chosen = { ...typed, '--revision': now, delivery: 'counter' }
    expect((await site.post(`${APPLY}/result`, chosen, { viewer })).statusCode).toBe(303)
    expect((await site.get(`${APPLY}/result`, { viewer })).body).toMatch(/value="counter"[^>]* checked/)
  })
})

describe('checking and sending', () => {
  const hidden = (body: string) => ({
    draft: /name="draft" value="([^"]+)"/.exec(body)?.[1] ?? '',
    revision: /name="revision" value="(\d+)"/.exec(body)?.[1] ?? '',
  })

  test('R-063: every answer with its change, where it goes, fee, date and how the result comes', async () => {
    const { body } = await site.get(`${APPLY}/check`, { viewer })
    expect(body).toContain(`href="${APPLY}/paper?from=check#purposeText"`)
    expect(body).toContain('Ủy ban nhân dân xã Mẫu An')
    expect(body).toContain('8.000 đồng')
    expect(body).toContain('Tại quầy')
    expect(body).toContain(`href="${APPLY}/result?from=check#delivery"`)
    expect(body).toMatch(/nếu hồ sơ được tiếp nhận/)
    expect(faultsIn(body)).toEqual([])
    expect(faultsIn((await site.get(`${APPLY}/check`, { viewer, host: ENGLISH })).body)).toEqual([])
  })

  test('a change made from there leads back there', async () => {
    const changed = { '--asked': 'delivery', delivery: 'electronic' }
    expect(locationOf(await site.post(`${APPLY}/result?from=check`, changed, { viewer }))).toBe(`${APPLY}/check`)
  })

  test('R-052: what is filled in can be printed before it is sent', async () => {
    const { body } = await site.get(`${APPLY}/printout`, { viewer })
    expect(body).toContain('Để cưới')
    expect(body).toContain('Bản nháp, chưa nộp')
  })

  test('without the declaration nothing is sent; what changed meanwhile is shown first', async () => {
    const seen = hidden((await site.get(`${APPLY}/check`, { viewer })).body)
    const undeclared = await site.post(`${APPLY}/check`, seen, { viewer })
    expect(undeclared.statusCode).toBe(422)
    expect(undeclared.body).toContain('href="#declaration"')
    const stale = await site.post(`${APPLY}/check`, { ...seen, revision: '1', declaration: 'yes' }, { viewer })
    expect(stale.statusCode).toBe(422)
    expect(stale.body).toContain('sửa hồ sơ ở cửa sổ khác')
  })

  test('R-061: sending twice makes one dossier, whose temporary code is shown at once', async () => {
    const seen = { ...hidden((await site.get(`${APPLY}/check`, { viewer })).body), declaration: 'yes' }
    const [one, other] = await Promise.all([1, 2].map(() => site.post(`${APPLY}/check`, seen, { viewer })))
    const late = await site.post(`${APPLY}/check`, seen, { viewer })
    expect(locationOf(one)).toMatch(/^\/dossiers\/TN-\d{6}-\d{6}\/submitted$/)
    expect([locationOf(other), locationOf(late)]).toEqual([locationOf(one), locationOf(one)])
    const page = await site.get(locationOf(one), { viewer })
    expect(page.body).toContain('Đã nộp hồ sơ')
    expect(page.body).toContain(locationOf(one).split('/')[2])
    expect(page.body).toContain('Việc tiếp theo')
    expect(page.body).toContain('8.000 đồng')
    expect(faultsIn(page.body)).toEqual([])
    expect(faultsIn((await site.get(locationOf(one), { viewer, host: ENGLISH })).body)).toEqual([])
    expect(site.acts).toContain('dossier.submitted')
    expect((await site.get(locationOf(one), { viewer: await aPerson() })).statusCode).toBe(404)
  })

  test('somebody else’s draft cannot be sent', async () => {
    const thief = await aPerson()
    await site.get(APPLY, { viewer })
    const { body } = await site.get(`${APPLY}/about-you`, { viewer })
    expect(body).not.toContain('undefined')
    const answer = await site.post(
      `${APPLY}/check`,
      { draft: newId(), revision: '1', declaration: 'yes' },
      { viewer: thief },
    )
    expect(answer.statusCode).toBe(404)
  })
})
