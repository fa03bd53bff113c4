import { beforeAll, expect, test } from 'vitest'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import type { ServicePackage } from '#rooms/forms/index.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import { installService } from '#rooms/procedures/index.ts'
import { dossierRoutes } from '../../index.ts'
import { installSample, sampleService } from '../../testing.ts'
import { aPerson, ENGLISH, faultsIn, locationOf } from '../testing.ts'

useTestDatabase()

const CODE = '9.000009'
const APPLY = `/procedures/${CODE}/apply`
const text = (vi: string, en: string) => ({ vi, en })

/** The sample with a table, an address and something sensitive. */
const service: ServicePackage = {
  ...sampleService,
  service: { ...sampleService.service, code: CODE },
  procedure: { ...sampleService.procedure, code: CODE },
  form: {
    steps: [
      {
        id: 'household',
        title: text('Hộ gia đình', 'Household'),
        questions: [
          { id: 'home', kind: 'address', label: text('Nơi ở mới', 'New home') },
          {
            ...{ id: 'members', kind: 'table', max: 20, label: text('Thành viên', 'Members') },
            row: text('thành viên', 'member'),
            columns: [
              { id: 'memberName', kind: 'text', format: 'name', label: text('Họ và tên', 'Full name') },
              { id: 'memberYear', kind: 'partial-date', precision: 'year', label: text('Năm sinh', 'Year of birth') },
            ],
          },
          { id: 'illness', kind: 'text', sensitive: true, required: false, label: text('Bệnh', 'Illness') },
        ],
      },
      ...sampleService.form.steps.slice(1),
    ],
  },
}

let site: TestApp
let viewer: Citizen
let desk: Officer

beforeAll(async () => {
  await installSample()
  await transaction(1, (tx) => installService(tx, 1, service))
  site = await createTestApp([dossierRoutes])
  viewer = await aPerson()
  desk = await anOfficer('tran-van-thu')
  await site.get(APPLY, { viewer })
})

const HOME = '--asked'
const asked = 'homeProvince,homeCommune,homeDetail,members,illness'
const home = { [HOME]: asked, homeProvince: '01', homeCommune: 'Phường Mẫu', homeDetail: 'Số 1' }
const post = (fields: Record<string, string>, step = 'household') => site.post(`${APPLY}/${step}`, fields, { viewer })

test('R-048: rows are added, changed and taken away by plain posts; nothing typed beside them is lost', async () => {
  const first = await site.get(`${APPLY}/household`, { viewer })
  expect(first.body).toContain('name="members--open" value="new"')
  expect(first.body).toContain('Dữ liệu cá nhân nhạy cảm')
  const row = { 'members--open': 'new', 'members--memberName': 'Vàng Thị Mỷ', 'members--memberYear-year': '2010' }
  const added = await post({ ...home, ...row, illness: 'ho gà', '--row': 'members.add' })
  expect(locationOf(added)).toBe(`${APPLY}/household?row=members.new#members`)
  const page = await site.get(`${APPLY}/household?row=members.new`, { viewer })
  expect(page.body).toMatch(/Vàng Thị Mỷ.*2010/s)
  expect(page.body).toContain('value="ho gà"')
  expect(page.body).toContain('value="Số 1"')
  expect(faultsIn(page.body)).toEqual([])

  const wrong = await post({ ...home, 'members--open': 'new', 'members--memberName': '12' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('href="#members--memberName"')
  expect(wrong.body).toContain('name="members--open" value="1"')
  const gone = await post({ ...home, 'members--open': '1', 'members--memberName': '12', '--row': 'members.remove.1' })
  expect(locationOf(gone)).toBe(`${APPLY}/household?row=members.p0#members`)
  expect(locationOf(await post(home))).toBe(`${APPLY}/paper`)
})

test('an address in a row or a stray address says nothing', async () => {
  for (const row of ['members.99999', 'nobody.1', '<x>', 'members.p9999', 'members.new.1']) {
    const page = await site.get(`${APPLY}/household?row=${encodeURIComponent(row)}`, { viewer })
    expect(page.statusCode).toBe(200)
    expect(faultsIn(page.body)).toEqual([])
  }
})

test('R-053: the last change is taken back at the press of a button, and brought back by another', async () => {
  await post({ ...home, homeDetail: 'Số 2' })
  const undone = await post({ ...home, homeDetail: 'Số 2', '--undo': 'yes' })
  expect(locationOf(undone)).toBe(`${APPLY}/household?undone=1`)
  const page = await site.get(`${APPLY}/household?undone=1`, { viewer })
  expect(page.body).toContain('value="Số 1"')
  expect(page.body).toContain('Đã hoàn tác')
  await post({ ...home, '--undo': 'yes' })
  expect((await site.get(`${APPLY}/household`, { viewer })).body).toContain('value="Số 2"')
})

test('R-048: a person changes to one page and back, in both languages, and the answers are the same', async () => {
  expect(locationOf(await post({ ...home, '--go': 'one-page' }))).toBe(`${APPLY}/all`)
  const page = await site.get(`${APPLY}/all`, { viewer, host: ENGLISH })
  expect(page.body).toContain('All questions on one page')
  expect(page.body).toMatch(/Household.*The paper.*Result/s)
  expect(faultsIn(page.body)).toEqual([])
  const whole = {
    ...home,
    [HOME]: `${asked},residenceCommune,purposeText,oldPaper,delivery`,
    ...{ residenceCommune: 'H99.12', purposeText: 'Để thử', delivery: 'electronic' },
  }
  expect(locationOf(await post(whole, 'all'))).toBe(`${APPLY}/check`)
  expect(locationOf(await post({ ...whole, '--go': 'steps' }, 'all'))).toBe(`${APPLY}/household`)
  const check = await site.get(`${APPLY}/check`, { viewer })
  expect(check.statusCode).toBe(200)
  expect(check.body).toContain('Số 1, Phường Mẫu, Thành phố Hà Nội')
  expect(check.body).not.toContain('ho gà')
})

test('R-027: a desk finds the draft by the code the person reads out, and then asks who they are', async () => {
  const page = await site.get(`${APPLY}/household`, { viewer })
  const [, code = ''] = /<b class="num nb">([0-9A-Z]{4} [0-9A-Z]{4})<\/b>/.exec(page.body) ?? []
  const find = (resumeCode: string) => site.post('/desk/counter/resume', { resumeCode }, { viewer: desk })
  expect(locationOf(await find(code.toLowerCase()))).toBe(`/desk/counter/${CODE}/people/${viewer.personId}`)
  const none = await find('0000 0000')
  expect(none.statusCode).toBe(422)
  expect(none.body).toContain('Không có bản nháp nào mang mã này')
  expect((await find('abc')).body).toContain('Mã có 8 chữ và số')
  expect((await site.post('/desk/counter/resume', { resumeCode: code }, { viewer })).statusCode).toBe(403)
})

test('the answers of an earlier dossier are offered, and taken over when asked for', async () => {
  const check = await site.get(`${APPLY}/check`, { viewer })
  const [, draft = ''] = /name="draft" value="([^"]+)"/.exec(check.body) ?? []
  const [, revision = ''] = /name="revision" value="(\d+)"/.exec(check.body) ?? []
  await site.post(`${APPLY}/check`, { draft, revision, declaration: 'yes' }, { viewer })
  const again = await site.get(APPLY, { viewer })
  expect(locationOf(again)).toBe(`${APPLY}/household?earlier=1`)
  expect((await site.get(locationOf(again), { viewer })).body).toContain('Dùng lại câu trả lời cũ')
  expect(locationOf(await site.post(`${APPLY}/copy`, {}, { viewer }))).toBe(APPLY)
  const page = await site.get(`${APPLY}/household`, { viewer })
  expect(page.body).toMatch(/value="Số [12]"/)
  expect(page.body).toContain('Vàng Thị Mỷ')
})

test('R-052: a page that is being filled in is saved answer by answer, and drawn again without a word of blame', async () => {
  const drawn = await post({ [HOME]: asked, homeProvince: '01', '--draw': 'quiet', 'members--open': 'new' })
  expect(drawn.statusCode).toBe(200)
  expect(drawn.body).not.toContain('class="err"')
  expect(drawn.body).toContain('data-live')
  expect((await post({ [HOME]: asked, homeProvince: '01', '--draw': 'checked' })).body).toContain('class="err"')
  expect((await site.get(`${APPLY}/household`, { viewer })).body).toMatch(/value="01" selected/)
})
