import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { config } from '#platform/config/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { deliverAll } from '../testing.ts'
import { exchangeRoutes } from './index.route.tsx'
import { aRefusal, ENGLISH, faultsIn, freshPortal, LEDGER, NUMBER, officer, type Portal } from './testing.ts'

useTestDatabase()

let site: TestApp
let outside: Portal

beforeAll(async () => {
  await installSample()
  site = await createTestApp([exchangeRoutes])
})
beforeEach(async () => {
  outside = await freshPortal()
})

describe('one message', () => {
  test('R-186: each field stands beside the entries that prove it, each reason beside its field', async () => {
    const { whole, ref } = await aRefusal(outside)
    const viewer = await officer(['administrator'])
    for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
      const { body } = await site.get(`${LEDGER}/${whole.id}`, { viewer, host })
      for (const word of ['MaTTHC', '9.000001', '08:40:00, 25/11/2026', ref, 'ngoài giờ']) expect(body).toContain(word)
      const row = (field: string) => body.slice(body.indexOf(`>${field}</`)).split('</tr>')[0]
      expect(row('NgayTiepNhan')).toMatch(/(Mục|Entry) 2/)
      expect(row('NgayHenTra')).toMatch(/(không gửi|not sent).*thiếu ngày hẹn/s)
      expect(row('SoGiayToChuHoSo')).toContain('số ••• không đúng')
      expect(faultsIn(body)).toEqual([])
    }
  })

  test('what it says about people opens for who says why, and that is written down first', async () => {
    const { whole } = await aRefusal(outside)
    const viewer = await officer(['administrator'])
    const path = `${LEDGER}/${whole.id}`
    const covered = (await site.get(path, { viewer })).body
    for (const absent of ['Hà Thị Mẫu', NUMBER, 'điều chưa ai xem']) expect(covered).not.toContain(absent)

    const without = await site.post(`${path}/readings`, { 'read-reason': '' }, { viewer })
    expect([without.statusCode, without.body.includes(NUMBER)]).toEqual([422, false])
    const reasons = await read(1, (tx) =>
      tx.selectFrom('exchange_acts').select('reason').where('act', '=', 'read').execute(),
    )
    expect(reasons).toEqual([])

    const { body } = await site.post(`${path}/readings`, { 'read-reason': 'Đối chiếu số giấy tờ' }, { viewer })
    for (const open of ['Hà Thị Mẫu', NUMBER, 'điều chưa ai xem']) expect(body).toContain(open)
    const acts = await read(1, (tx) => tx.selectFrom('exchange_acts').selectAll().where('act', '=', 'read').execute())
    expect(acts).toMatchObject([{ officer_id: viewer.officerId, message_id: whole.id, reason: 'Đối chiếu số giấy tờ' }])
    expect(site.acts).toContain('exchange.message-read')
    expect((await site.get(path, { viewer })).body).not.toContain(NUMBER)
  })

  test('it is sent again or settled from its page, and a click too late is a conflict', async () => {
    const { whole } = await aRefusal(outside)
    const viewer = await officer(['administrator'])
    const path = `${LEDGER}/${whole.id}`
    expect((await site.post(`${path}/settlement`, { 'settle-reason': '' }, { viewer })).statusCode).toBe(422)
    expect((await site.post(`${path}/settlement`, { 'settle-reason': 'Công văn 12' }, { viewer })).statusCode).toBe(303)
    expect((await site.get(path, { viewer })).body).toContain('Công văn 12')
    expect((await site.post(`${path}/replay`, {}, { viewer })).statusCode).toBe(303)
    await deliverAll()
    expect((await site.post(`${path}/replay`, {}, { viewer })).statusCode).toBe(409)
    const { body } = await site.get(path, { viewer })
    expect(body).toContain('Gửi nữa là nói hai lần')
    expect(body).not.toContain(`action="${path}/replay"`)
    for (const wrong of ['0', 'x', '99999999', '9'.repeat(30)]) {
      expect((await site.get(`${LEDGER}/${wrong}`, { viewer })).statusCode, wrong).toBe(404)
    }
  })
})

describe('the connections', () => {
  test('R-155: what is simulated says so; state, silence and what waits are told as they are', async () => {
    outside.replies.push('silence')
    await aDossier({ status: 'received' })
    await deliverAll()
    const settings = JSON.stringify({ url: `http://localhost:${config.SANDBOX_PORT}/national` })
    await transaction(1, (tx) => tx.updateTable('connections').set({ settings }).execute())
    const viewer = await officer(['administrator'])
    const { body } = await site.get('/manage/connections', { viewer })
    for (const word of ['Mô phỏng', 'Bên kia im lặng', '1.4', 'cannot be reached', 'lâu nhất từ'])
      expect(body).toContain(word)
    expect(faultsIn(body)).toEqual([])
    const real = JSON.stringify({ url: 'https://lgsp.tinhmau.example/national' })
    await transaction(1, (tx) => tx.updateTable('connections').set({ settings: real }).execute())
    expect((await site.get('/manage/connections', { viewer })).body).not.toContain('Mô phỏng')
  })

  test('pausing needs a reason, shows who and why, and resuming ends it', async () => {
    const viewer = await officer(['administrator'])
    const path = '/manage/connections/national-portal'
    expect((await site.post(`${path}/pause`, {}, { viewer })).statusCode).toBe(422)
    const reason = { 'reason-national-portal': 'Bảo trì đến 22:00' }
    expect((await site.post(`${path}/pause`, reason, { viewer })).statusCode).toBe(303)
    const { body } = await site.get('/manage/connections', { viewer, host: ENGLISH })
    for (const word of ['Paused', 'Bảo trì đến 22:00']) expect(body).toContain(word)
    expect((await site.post(`${path}/resumption`, {}, { viewer })).statusCode).toBe(303)
    expect((await site.get('/manage/connections', { viewer })).body).toContain('Cho gửi tiếp: Một cán bộ')
    expect((await site.post('/manage/connections/emc/pause', { 'reason-emc': 'x' }, { viewer })).statusCode).toBe(404)
  })
})

test('QĐ 766: the figures stand in a table, a day with nothing to tell says so', async () => {
  await aRefusal(outside)
  const viewer = await officer(['supervisor'])
  for (const [host, none] of [
    ['dichvucong.tinhmau.localhost', 'chưa có dữ liệu'],
    [ENGLISH, 'no data'],
  ] as const) {
    const { body, statusCode } = await site.get(`${LEDGER}/figures`, { viewer, host })
    expect([statusCode, body.includes(none), faultsIn(body)]).toEqual([200, true, []])
  }
  expect((await site.get(`${LEDGER}/figures?from=2026-01-01&to=2026-03-01`, { viewer })).statusCode).toBe(422)
})
