import { beforeAll, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { type Dossier, listLog, refOf } from '#rooms/dossiers/index.ts'
import { addOfficer, appoint, setDisabled } from '#rooms/identity/index.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import { listHandovers } from '../../store/papers.ts'
import { aDossierAt, installOffice, officeOfMauAn, openItem, takeUp } from '../../testing.ts'
import { deskRoutes } from '../desk.route.tsx'

useTestDatabase()
let site: TestApp
let office: Record<'desk' | 'caseOfficer' | 'chair', Officer>
let colleague: { id: string; name: string }

async function appointed(name: string): Promise<{ id: string; name: string }> {
  const id = await transaction(1, async (tx) => {
    const officerId = await addOfficer(tx, 1, { subject: name, name })
    await appoint(tx, 1, { officerId, positionId: DEMO.positions.mauAnCase })
    return officerId
  })
  return { id, name }
}

beforeAll(async () => {
  await installOffice()
  office = await officeOfMauAn()
  colleague = await appointed('Vàng A Thay')
  const gone = await appointed('Lường Thị Nghỉ')
  await transaction(1, (tx) => setDisabled(tx, gone.id, 'left'))
  site = await createTestApp([deskRoutes])
})

async function addressOf(dossier: Dossier): Promise<string> {
  return `/desk/dossiers/${refOf(dossier)}/steps/${(await openItem(dossier)).id}/hand-over`
}

test('R-083: the holder chooses among those who hold the role there today; it is theirs, and written down with the reason', async () => {
  const dossier = await aDossierAt('appraise')
  await takeUp(office.caseOfficer, dossier)
  const address = await addressOf(dossier)
  for (const host of ['dichvucong.tinhmau.localhost', 'e-services.sampleprovince.localhost']) {
    const page = await site.get(address, { viewer: office.caseOfficer, host })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Vàng A Thay')
    expect(page.body.match(/type="radio"/g)).toHaveLength(1)
  }
  const fields = { to: colleague.id, reason: 'Nghỉ phép đến 30/11.' }
  const given = await site.post(address, fields, { viewer: office.caseOfficer })
  expect([given.statusCode, given.headers.location]).toEqual([303, `/desk/dossiers/${refOf(dossier)}`])

  expect(await openItem(dossier)).toMatchObject({ step: 'appraise', assigneeId: colleague.id })
  const last = (await read(1, (tx) => listLog(tx, dossier))).at(-1)
  expect(last).toMatchObject({ words: fields.reason, facts: { action: 'hand-over', officerId: colleague.id } })
  expect(last?.actor).toEqual({ kind: 'officer', id: office.caseOfficer.officerId })
  const slip = (await read(1, (tx) => listHandovers(tx, dossier.id))).at(-1)
  expect(slip).toMatchObject({ toOfficerId: colleague.id, note: fields.reason })
  const printed = await site.get(`/desk/dossiers/${refOf(dossier)}/control-slip`, { viewer: office.caseOfficer })
  expect(printed.body).toContain('Vàng A Thay, UBND xã Mẫu An')
  expect(printed.body).toContain(fields.reason)
})

test('nobody chosen, a stranger chosen, no reason: the page says so, keeps what was typed, and nothing moves', async () => {
  const dossier = await aDossierAt('appraise')
  await takeUp(office.caseOfficer, dossier)
  const address = await addressOf(dossier)
  const stranger = await anOfficer('ly-van-xet')
  for (const to of ['', 'x', stranger.officerId, office.caseOfficer.officerId]) {
    const answer = await site.post(address, { to, reason: 'Bận họp' }, { viewer: office.caseOfficer })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Chọn người nhận việc.')
    expect(answer.body).toContain('Bận họp')
  }
  const silent = await site.post(address, { to: colleague.id, reason: ' ' }, { viewer: office.caseOfficer })
  expect(silent.statusCode).toBe(422)
  expect(silent.body).toContain('Ghi lý do chuyển việc.')
  expect(await openItem(dossier)).toMatchObject({ assigneeId: office.caseOfficer.officerId })
})

test('R-083: who leads the unit gives away what another holds or nobody has; colleagues and strangers do not', async () => {
  const dossier = await aDossierAt('appraise')
  const address = await addressOf(dossier)
  const fields = { to: colleague.id, reason: 'Cân việc.' }
  const statusFor = async (viewer: Officer) => (await site.post(address, fields, { viewer })).statusCode
  expect(await statusFor(office.caseOfficer)).toBe(409)
  expect(await statusFor(office.desk)).toBe(403)
  expect(await statusFor(await anOfficer('ly-van-xet'))).toBe(404)
  expect(await statusFor(office.chair)).toBe(303)
  expect(await openItem(dossier)).toMatchObject({ assigneeId: colleague.id })
})

test('when nobody else holds the role, the page says what to do', async () => {
  const dossier = await aDossierAt('approve')
  const page = await site.get(await addressOf(dossier), { viewer: office.chair })
  expect(page.body).toContain('Hôm nay không có ai khác ở đơn vị giữ vai trò của bước này.')
  expect(page.body).not.toContain('<textarea')
})
