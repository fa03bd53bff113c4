import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { closePdf } from '#platform/pdf/index.ts'
import { intakeFile } from '#rooms/documents/index.ts'
import { samples } from '#rooms/documents/testing.ts'
import { type Dossier, refOf } from '#rooms/dossiers/index.ts'
import { aCitizen, anOfficer } from '#rooms/identity/testing.ts'
import { followSignature } from '../../commands/follow.ts'
import { aDossierAt, GRANT, installOffice, officeOfMauAn, openItem, takeAndDo, takeUp } from '../../testing.ts'
import { deskRoutes } from '../desk.route.tsx'

useTestDatabase()
let site: TestApp
let office: Record<'desk' | 'caseOfficer' | 'chair', Officer>
const ENGLISH = 'e-services.sampleprovince.localhost'

beforeAll(async () => {
  await installOffice()
  office = await officeOfMauAn()
  site = await createTestApp([deskRoutes])
})
afterAll(closePdf)

const pathOf = (dossier: Dossier) => `/desk/dossiers/${refOf(dossier)}`

async function pageOf(dossier: Dossier, viewer: Officer, { query = '', host = 'dichvucong.tinhmau.localhost' } = {}) {
  const page = await site.get(`${pathOf(dossier)}${query}`, { viewer, host })
  expect(page.statusCode).toBe(200)
  const shown = page.body.replace(/<[^>]*>/g, ' ')
  expect(['undefined', '[object Object]', 'NaN', 'Invalid Date'].filter((word) => shown.includes(word))).toEqual([])
  return page.body
}

const post = (dossier: Dossier, path: string, given: { fields?: Record<string, string>; viewer: Officer }) =>
  site.post(`${pathOf(dossier)}/steps/${path}`, given.fields ?? {}, { viewer: given.viewer })

describe('taking and deciding', () => {
  test('one takes the work, then decides it with the words of the paper; both by plain forms', async () => {
    const dossier = await aDossierAt('appraise')
    const { id } = await openItem(dossier)
    expect(await pageOf(dossier, office.caseOfficer)).toContain(`action="${pathOf(dossier)}/steps/${id}/claim"`)
    const claimed = await post(dossier, `${id}/claim`, { viewer: office.caseOfficer })
    expect([claimed.statusCode, claimed.headers.location]).toEqual([303, pathOf(dossier)])

    const page = await pageOf(dossier, office.caseOfficer)
    expect(page).toMatch(/<input[^>]*name="statement"/)
    expect(page).toMatch(
      /<button[^>]*value="propose"[^>]*form="decision"|<button[^>]*form="decision"[^>]*value="propose"/,
    )
    expect(await pageOf(dossier, office.caseOfficer, { host: ENGLISH })).toContain('Yours to do: Step appraise')

    const fields = { action: 'propose', statement: 'chưa kết hôn', reason: '' }
    const done = await post(dossier, `${id}/action`, { fields, viewer: office.caseOfficer })
    expect(done.statusCode).toBe(303)
    expect(await openItem(dossier)).toMatchObject({ step: 'approve' })
    expect(site.acts).toEqual(expect.arrayContaining(['work.claimed', 'work.done']))
  })

  test('where a reason is needed is said before, and after with what was typed kept', async () => {
    const dossier = await aDossierAt('appraise')
    const { id } = await takeUp(office.caseOfficer, dossier)
    expect(await pageOf(dossier, office.caseOfficer)).toContain('Phải viết nếu chọn “Việc propose-rejection”.')
    const fields = { action: 'propose-rejection', statement: 'đã điền', reason: '  ' }
    const answer = await post(dossier, `${id}/action`, { fields, viewer: office.caseOfficer })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Viết ý kiến của bạn trước khi chọn “Việc propose-rejection”.')
    expect(answer.body).toContain('value="đã điền"')
    expect(await openItem(dossier)).toMatchObject({ step: 'appraise' })
  })

  test('R-080: who comes second reads 409, another role 403, another unit 404; each try is in the audit', async () => {
    const dossier = await aDossierAt('appraise')
    const { id } = await takeUp(office.caseOfficer, dossier)
    const colleague = { ...office.caseOfficer, officerId: office.desk.officerId }
    const statusFor = async (viewer: Officer) => {
      const { statusCode, body } = await post(dossier, `${id}/claim`, { viewer })
      return `${statusCode} ${body.split(' ').at(-1)}`
    }
    const before = site.acts.length
    expect(await statusFor(colleague)).toBe('409 processing.held-by-another')
    expect(await statusFor(office.desk)).toBe('403 identity.role-missing')
    expect(await statusFor(await anOfficer('ly-van-xet'))).toBe('404 dossiers.no-such-dossier')
    expect(site.acts.slice(before)).toEqual(['work.claimed', 'work.claimed', 'work.claimed'])
    const ministry = await anOfficer('hoang-van-vu')
    const elsewhere = { viewer: ministry, host: 'dichvucong.bomau.localhost' }
    expect((await site.get(pathOf(dossier), elsewhere)).statusCode).toBe(404)
  })
})

describe('what lies open beside the answers', () => {
  test('R-094: the approver reads the paper word for word before it is signed, and what is sent back has its reason', async () => {
    const dossier = await aDossierAt('approve')
    const page = await pageOf(dossier, office.chair)
    expect(page).toContain('class="draft"')
    expect(page).toContain('Ủy ban nhân dân xã Mẫu An xác nhận: chưa đăng ký kết hôn với ai.')
    await takeAndDo(office.chair, dossier, { actionId: 'send-back', reason: 'Xác minh thêm.' })
    expect(await pageOf(dossier, office.caseOfficer)).toContain('Xác minh thêm.')
  })

  test('R-091: a rejection is read in the words of the package’s own letter, with the officer’s reason', async () => {
    const dossier = await aDossierAt('appraise')
    const reason = 'Đã đăng ký kết hôn ngày 02/10/2024.'
    await takeAndDo(office.caseOfficer, dossier, { actionId: 'propose-rejection', reason })
    const page = await pageOf(dossier, office.chair)
    expect(page).toContain('Thông báo từ chối mẫu')
    expect(page).toContain(`Hồ sơ ${refOf(dossier)} của Hà Thị Mẫu bị từ chối: ${reason}`)
    expect(page).toContain('/TC-MAU')
  })

  test('a picture is shown, a PDF is only offered, and each paper has its address', async () => {
    const citizen = await aCitizen({ name: 'Hà Thị Mẫu' })
    const ids: string[] = []
    for (const [name, bytes] of [['giấy cũ.png', samples.png] as const, ['tờ khai.pdf', samples.pdf] as const]) {
      const given = { agencyId: 1, personId: citizen.personId, name, purpose: 'dossier' }
      const taken = await intakeFile({ ...given, bytes: Readable.from([bytes]) })
      if ('document' in taken) ids.push(taken.document.id)
    }
    const dossier = await aDossierAt('appraise', { citizen, documents: { oldPaper: ids } })
    const [picture, pdf] = ids
    const file = (id: string | undefined) => `/dossiers/${refOf(dossier)}/documents/${id}`
    expect(await pageOf(dossier, office.caseOfficer)).toContain(`<img src="${file(picture)}"`)
    const second = await pageOf(dossier, office.caseOfficer, { query: `?paper=${pdf}` })
    expect(second).not.toContain('<img src="/dossiers')
    expect(second).toContain(`<a href="${file(pdf)}"`)
    expect(await pageOf(dossier, office.caseOfficer, { query: '?paper=nothing' })).toContain(file(picture))
  })

  test('R-094: why a signature did not come stands first on the page', async () => {
    const dossier = await aDossierAt('issue')
    expect(await pageOf(dossier, office.chair)).toContain('Đang chờ chữ ký số')
    const { id: itemId } = await openItem(dossier)
    await followSignature({ agencyId: 1, dossierId: dossier.id }, { itemId, signed: false, reason: 'expired' })
    const page = await pageOf(dossier, office.chair)
    expect(page.indexOf('Lần ký trước chưa được')).toBeLessThan(page.indexOf('id="answers"'))
    expect(page).toContain('value="approve"')
  })
})

describe('form 06', () => {
  test('R-136: every giving and taking to the minute, from the log, as a page and as an A5 print', async () => {
    const dossier = await aDossierAt('appraise')
    await takeAndDo(office.caseOfficer, dossier, GRANT)
    await takeAndDo(office.chair, dossier, { actionId: 'approve' })
    const page = await site.get(`${pathOf(dossier)}/control-slip`, { viewer: office.caseOfficer })
    expect(page.statusCode).toBe(200)
    const rows = /<tbody>.*<\/tbody>/s.exec(page.body)?.[0].split('<tr>').slice(1) ?? []
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatch(/Lò Thị Mẩu, UBND xã Mẫu An<br\/?><span class="num">\d\d:\d\d, \d\d\/\d\d\/\d{4}/)
    expect(rows[1]).toContain('Đủ điều kiện.')
    expect(rows[2]).toContain('Đang giải quyết')
    const print = () => site.get(`${pathOf(dossier)}/control-slip.pdf`, { viewer: office.caseOfficer })
    const [once, twice] = [await print(), await print()]
    expect(once.headers['content-type']).toBe('application/pdf')
    expect(once.rawPayload.equals(twice.rawPayload)).toBe(true)
  })

  test('there is none before work begins, and none for strangers', async () => {
    const dossier = await aDossierAt('appraise')
    const stranger = await anOfficer('ly-van-xet')
    expect((await site.get(`${pathOf(dossier)}/control-slip`, { viewer: stranger })).statusCode).toBe(404)
  })
})
