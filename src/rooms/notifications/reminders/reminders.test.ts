import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Citizen } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { aCitizen, anOfficer } from '#rooms/identity/testing.ts'
import { messageRoutes } from '../index.ts'
import { listNotices } from '../store/notices.ts'
import { expectReminders } from './commands/expect.ts'
import { remindAll } from './commands/remind.ts'
import { stopPath } from './commands/stop-link.ts'
import { aFinished } from './testing.ts'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
const MINISTRY = 'dichvucong.bomau.localhost'
let site: TestApp
let viewer: Citizen
const on = (day: string) => setClock(() => new Date(`${day}T01:00:00Z`))
const noticesOf = ({ personId, agencyId }: Citizen) => read(agencyId, (tx) => listNotices(tx, personId))
const toldTo = async (person: Citizen) => (await noticesOf(person)).map(({ subject }) => subject)

beforeAll(async () => {
  site = await createTestApp([messageRoutes])
  viewer = await aCitizen()
  const finished = aFinished({ personId: viewer.personId, ref: 'H99.12-261125-0001' })
  await expectReminders(finished)
  await expectReminders(finished)
})
afterEach(() => setClock())

test('R-160: the page says what is known, why and from which dossier; nobody is told who has not asked', async () => {
  on('2026-11-26')
  const page = (await site.get('/my/reminders', { viewer })).body
  expect(page.match(/đến ngày 25\/05\/2027/g)?.length).toBeGreaterThan(0)
  expect(page.match(/<h3/g)).toHaveLength(1)
  expect(page).toContain('Không nhắc: bạn chưa bật')
  expect(page).toContain('href="/my/dossiers/H99.12-261125-0001"')
  expect(page).toContain('Nghị định 123/2015/NĐ-CP, Điều 23')
  expect((await site.get('/my/reminders', { viewer, host: ENGLISH })).body).toContain('until 25/05/2027')
  expect((await site.get('/my/reminders', { viewer: await aCitizen() })).body).not.toContain('H99.12-261125-0001')
  on('2027-05-01')
  await remindAll()
  expect(await toldTo(viewer)).toEqual([])
})

test('R-160: who asked is told once, in time, with the reason and the way to refuse', async () => {
  on('2026-11-26')
  const saved = await site.post('/my/reminders', { kinds: ['expires'] }, { viewer })
  expect(saved.headers.location).toBe('/my/reminders?saved')
  expect((await site.get('/my/reminders', { viewer })).body).toContain('Nhắc ngày 25/04/2027.')
  on('2027-04-24')
  await remindAll()
  expect(await toldTo(viewer)).toEqual([])
  on('2027-04-25')
  await Promise.all([remindAll(), remindAll()])
  await remindAll()
  expect(await toldTo(viewer)).toEqual(['Nhắc việc: Cấp Giấy xác nhận tình trạng hôn nhân'])
  const [notice] = await noticesOf(viewer)
  expect(notice?.body).toContain('Vì sao chúng tôi nhắc: hồ sơ H99.12-261125-0001 có kết quả ngày 25/11/2026')
  expect(notice?.body).toMatch(/Thôi nhắc loại việc này \(không cần đăng nhập\):\nhttp\S+\/reminders\/stop\/\S+/)
  expect((await site.get('/my/reminders', { viewer })).body).toContain('Đã nhắc ngày 25/04/2027.')
})

test('R-160: the link of the letter stops it without signing in; opening it alone changes nothing', async () => {
  on('2027-04-25')
  const person = await aCitizen()
  await site.post('/my/reminders', { kinds: ['expires', 'follows'] }, { viewer: person })
  const path = stopPath(1, { personId: person.personId, kind: 'expires' })
  expect((await site.get(path)).body).toContain('Giấy tờ sắp hết giá trị')
  const choices = async () => (await site.get('/my/reminders', { viewer: person })).body.match(/checked/g)?.length ?? 0
  expect(await choices()).toBe(2)
  expect((await site.post(path, { scope: 'kind' })).headers.location).toBe(`${path}?done`)
  expect((await site.get(`${path}?done`)).body).toContain('Đã thôi nhắc')
  expect(await choices()).toBe(1)
  await site.post(path, { scope: 'all' })
  expect(await choices()).toBe(0)
  await expectReminders(aFinished({ personId: person.personId }))
  await remindAll()
  expect(await toldTo(person)).toEqual([])
  expect((await site.get(path, { host: MINISTRY })).statusCode).toBe(404)
  expect((await site.get(`${path.slice(0, -4)}AAAA`)).statusCode).toBe(404)
})

test('R-160: one can be removed by itself, by its owner alone; what comes too late is not said', async () => {
  on('2026-11-26')
  const person = await aCitizen()
  await site.post('/my/reminders', { kinds: ['expires'] }, { viewer: person })
  await expectReminders(aFinished({ personId: person.personId }))
  const page = (await site.get('/my/reminders', { viewer: person })).body
  const removal = /action="(\/my\/reminders\/[^"]+\/dismissal)"/.exec(page)?.[1] ?? ''
  await site.post(removal, {}, { viewer })
  expect((await site.get('/my/reminders', { viewer: person })).body).toContain('Sẽ nhắc')
  await site.post(removal, {}, { viewer: person })
  expect((await site.get('/my/reminders', { viewer: person })).body).toContain('Bạn đã bỏ')
  await expectReminders(aFinished({ personId: person.personId }))
  on('2027-05-25')
  await remindAll()
  expect(await toldTo(person)).toEqual([])
})

test('R-160: rules are data: the agency adds its own and switches a shipped one off, for itself', async () => {
  const keeper = await anOfficer('quan-tri-tinh')
  const as = { viewer: keeper }
  const list = (await site.get('/manage/reminders', as)).body
  expect(list).toContain('6 tháng sau kết quả, nhắc trước 30 ngày')
  const typed = {
    ...{ kind: 'follows', procedureCode: '2.000635', months: '', days: '7', leadDays: '0', nextProcedure: '' },
    ...{ saysVi: 'Trước ngày {day}, đến lấy.', saysEn: 'Come before {day}.', basisVi: 'Quy chế', basisEn: 'Rules' },
  }
  const wrong = await site.post('/manage/reminders', { ...typed, days: '0', saysEn: '' }, as)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('href="#months"')
  expect((await site.post('/manage/reminders', typed, as)).statusCode).toBe(303)
  await site.post('/manage/reminders/marriage-status-expires/state', { state: 'off' }, as)
  const person = await aCitizen()
  await expectReminders(aFinished({ personId: person.personId }))
  await expectReminders(aFinished({ personId: person.personId, procedureCode: '2.000635' }))
  const mine = (await site.get('/my/reminders', { viewer: person })).body
  expect(mine).toContain('Trước ngày 02/12/2026, đến lấy.')
  expect(mine).not.toContain('25/05/2027')

  const other = await aCitizen({}, 2)
  await expectReminders(aFinished({ personId: other.personId, agencyId: 2 }))
  expect((await site.get('/my/reminders', { viewer: other, host: MINISTRY })).body).toContain('25/05/2027')
  const desk = await anOfficer('tran-van-thu')
  expect((await site.get('/manage/reminders', { viewer: desk })).statusCode).toBe(403)
})
