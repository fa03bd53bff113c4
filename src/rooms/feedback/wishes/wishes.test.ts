import { beforeAll, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aCitizen, anOfficer, installSample, sampleService } from '#rooms/dossiers/testing.ts'
import { installService } from '#rooms/procedures/index.ts'
import { onlineWishRoutes } from '../index.ts'
import { wish } from './commands.ts'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
const PARTIAL = '9.000002'
let site: TestApp
let supervisor: Officer
beforeAll(async () => {
  await installSample()
  const { service, procedure } = sampleService
  for (const agencyId of [1, 2]) {
    await transaction(agencyId, (tx) =>
      installService(tx, agencyId, {
        ...sampleService,
        service: { ...service, code: PARTIAL, level: 'partial' },
        procedure: { ...procedure, code: PARTIAL, name: 'Đổi Giấy xác nhận mẫu' },
      }),
    )
  }
  site = await createTestApp([onlineWishRoutes])
  supervisor = await anOfficer(DEMO.units.mauAn, ['supervisor'])
})

const HERE = `/procedures/${PARTIAL}/wish`

test('a procedure that is not wholly online can be asked for, in one press and once a person', async () => {
  const viewer = aCitizen()
  expect((await site.get(HERE)).body).toContain('mới làm được một phần trên mạng')
  expect((await site.get(HERE, { host: ENGLISH })).body).toContain('I would use this online')
  const long = await site.post(HERE, { reason: 'x'.repeat(501) }, { viewer })
  expect(long.statusCode).toBe(422)

  const first = await site.post(HERE, { reason: 'Nhà xa, =phải nghỉ làm.' }, { viewer })
  expect(first.headers.location).toBe(`${HERE}?said=taken`)
  const again = await site.post(HERE, { reason: 'Lần nữa' }, { viewer })
  expect(again.headers.location).toBe(`${HERE}?said=again`)
  expect((await site.get(`${HERE}?said=again`)).body).toContain('Ý của bạn đã được tính rồi')
  expect((await site.post(HERE, {}, { viewer: aCitizen() })).headers.location).toBe(`${HERE}?said=taken`)
  expect((await site.get(HERE)).body).toContain('Đã có 2 lượt mong muốn.')
})

test('somebody who has not signed in is counted once a visit, also when the button is pressed twice', async () => {
  const visit = { agency: { id: 1 }, viewer: undefined, cookies: { mc_form: 'one visit' } }
  const said = await Promise.all([wish(visit, PARTIAL, undefined), wish(visit, PARTIAL, undefined)])
  expect(said.sort()).toEqual(['again', 'taken'])
  expect(await wish({ ...visit, cookies: { mc_form: 'another' } }, PARTIAL, undefined)).toBe('taken')
  expect(await wish({ ...visit, cookies: {} }, PARTIAL, undefined)).toBe('again')
})

test('what is wholly online already is said to be, and counts nothing', async () => {
  const { code } = sampleService.service
  expect((await site.get(`/procedures/${code}/wish`)).body).toContain('làm được trên mạng rồi')
  const sent = await site.post(`/procedures/${code}/wish`, {}, { viewer: aCitizen() })
  expect(sent.headers.location).toContain('said=online')
  expect((await site.get('/procedures/9.999999/wish')).statusCode).toBe(404)
})

test('those who decide see what is asked for most and why, and not who asked; other agencies see their own', async () => {
  const list = (await site.get('/manage/online-wishes', { viewer: supervisor })).body
  expect(list).toMatch(/Sample certificate|Giấy xác nhận mẫu/)
  expect(list).toMatch(/class="num">4</)
  expect(list).toMatch(/class="num">2</)
  const why = (await site.get(`/manage/online-wishes/${PARTIAL}`, { viewer: supervisor })).body
  expect(why).toContain('Nhà xa, =phải nghỉ làm.')
  expect(why).not.toContain('Hà Thị Mẫu')
  const desk = await anOfficer(DEMO.units.mauAn, ['desk-officer'])
  expect((await site.get('/manage/online-wishes', { viewer: desk })).statusCode).toBe(403)
  const ministry = { ...supervisor, agencyId: 2 }
  const other = await site.get('/manage/online-wishes', { viewer: ministry, host: 'dichvucong.bomau.localhost' })
  expect(other.body).toContain('Chưa ai nói muốn làm thủ tục nào trên mạng.')
})
