import { beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { aCitizen, anOfficer } from '#rooms/identity/testing.ts'
import { notify } from '../commands/notify.ts'
import { messageRoutes } from '../index.ts'
import { changeDelivery, ended } from '../store/deliveries.ts'
import { beginTokens, markBroken } from '../store/zalo-tokens.ts'
import { aNotice, deliveriesOf, openSandboxChannel } from '../testing.ts'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
const PREFERENCES = '/my/messages/preferences'
let site: TestApp

beforeAll(async () => {
  site = await createTestApp([messageRoutes])
  await openSandboxChannel('http://localhost:9', 'viettel', { quiet: { from: '21:00', to: '07:00' } })
  await openSandboxChannel('http://localhost:9', 'zns')
})

describe('how the person is told', () => {
  test('R-158: the page shows what is possible, with what each channel learns, and keeps the choice', async () => {
    const viewer = await aCitizen({ email: 'an@nguoidan.example', phone: '0900000012' })
    const first = await site.get(PREFERENCES, { viewer })
    expect(first.body).toMatch(/value="email"[^>]*checked/)
    expect(first.body).toContain('không có tên bạn')
    const saved = await site.post(PREFERENCES, { channels: ['sms', 'zalo'] }, { viewer })
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/my/messages?saved'])
    const then = (await site.get(PREFERENCES, { viewer })).body
    expect(then).toMatch(/value="sms"[^>]*checked/)
    expect(then).not.toMatch(/value="email"[^>]*checked/)
    expect((await site.get('/my/messages?saved', { viewer, host: ENGLISH })).body).toContain('Saved.')
    expect(site.acts).toContain('notice-preferences.changed')
  })

  test('nothing ticked means the portal only, and stays so', async () => {
    const viewer = await aCitizen()
    await site.post(PREFERENCES, {}, { viewer })
    expect((await site.get(PREFERENCES, { viewer })).body).not.toMatch(/type="checkbox"[^>]*checked/)
  })

  test('who has no telephone reads why there is no SMS', async () => {
    const viewer = await aCitizen({ phone: undefined })
    const { body } = await site.get(PREFERENCES, { viewer, host: ENGLISH })
    expect(body).not.toContain('value="sms"')
    expect(body).toContain('your VNeID account has no mobile number')
  })

  test('each notice says how it fared on each channel, why, and nobody else reads it', async () => {
    const viewer = await aCitizen()
    const notice = aNotice({ personId: viewer.personId })
    await notify(notice)
    const id = (await deliveriesOf(notice.key))[0]?.notice_id ?? ''
    const key = { agencyId: 1, id, channel: 'email' } as const
    await transaction(1, (tx) => changeDelivery(tx, key, ended.refused('address', '550 an@nguoidan.example')))
    const { body } = await site.get('/my/messages', { viewer })
    expect(body).toContain('không gửi được: địa chỉ hoặc số điện thoại không nhận tin')
    expect(body).not.toContain('550')
    expect((await site.get('/my/messages', { viewer: await aCitizen() })).body).not.toContain(notice.ref)
  })
})

describe('the administrators’ page', () => {
  let administrator: Officer
  beforeAll(async () => {
    administrator = await anOfficer('quan-tri-tinh')
  })

  test('says what a person must do when Zalo’s chain is broken, takes the new token, and never shows one', async () => {
    await transaction(1, async (tx) => {
      await beginTokens(tx, 1, { refresh: 'old-token', at: new Date() })
      await markBroken(tx, new Date(), 'answer-lost')
    })
    const broken = (await site.get('/manage/channels', { viewer: administrator })).body
    expect(broken).toContain('câu trả lời bị mất trên đường')
    expect(broken).toContain('Từ 21:00 đến 07:00')
    expect(broken).not.toMatch(/sandbox-sms-password|sandbox-zalo-secret|old-token/)
    const path = '/manage/channels/zalo/authorisation'
    expect((await site.post(path, {}, { viewer: administrator })).statusCode).toBe(422)
    expect((await site.post(path, { 'refresh-token': 'new-token' }, { viewer: administrator })).statusCode).toBe(303)
    const mended = (await site.get('/manage/channels', { viewer: administrator, host: ENGLISH })).body
    expect(mended).not.toContain('Authorise again')
    expect(mended).not.toContain('new-token')
    expect(site.acts).toContain('zalo.authorised')
  })

  test('is for administrators, is looked at by supervisors, and shows the agency’s own channels only', async () => {
    const supervisor = { viewer: await anOfficer('cu-a-giam') }
    const looked = await site.get('/manage/channels', supervisor)
    expect([looked.statusCode, looked.body.includes('refresh-token')]).toEqual([200, false])
    const authorised = await site.post('/manage/channels/zalo/authorisation', { 'refresh-token': 'x' }, supervisor)
    expect(authorised.statusCode).toBe(403)
    expect((await site.get('/manage/channels', { viewer: await anOfficer('tran-van-thu') })).statusCode).toBe(403)
    const ministry = { viewer: await anOfficer('quan-tri-bo'), host: 'dichvucong.bomau.localhost' }
    expect((await site.get('/manage/channels', ministry)).body).not.toContain('Viettel')
  })
})
