import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { aCitizen, anOfficer, type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { postRoutes } from '../index.ts'
import { aWish, openSandboxCarriers } from '../testing.ts'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
let sandbox: RunningSandbox
let site: TestApp
let officer: Officer

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  site = await createTestApp([postRoutes])
  officer = await anOfficer('tran-van-thu')
  await openSandboxCarriers(sandbox.origin)
})
afterAll(async () => {
  await site.app.close()
  await sandbox.stop()
})

const typed = {
  ...{ name: 'Hà Thị Mẫu', phone: '0000 000 012', address: 'Bản Nà Mẫu', commune: 'Mẫu Sơn' },
  ...{ province: '01', weight: '50' },
}

test('R-197: an officer reads the address, asks the price, orders; the person follows it', async () => {
  const citizen = await aCitizen()
  const id = await aWish({ personId: citizen.personId })
  const as = { viewer: officer }
  expect((await site.get('/desk/post', as)).body).toContain(`href="/desk/post/${id}"`)
  expect((await site.get(`/desk/post/${id}`, as)).body).toContain('Bản Nà Mẫu, xã Mẫu Sơn')

  const wrong = await site.post(`/desk/post/${id}/prices`, { ...typed, province: '', weight: '0' }, as)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Chọn tỉnh hoặc thành phố của người nhận.')
  const priced = await site.post(`/desk/post/${id}/prices`, typed, as)
  expect(priced.body).toContain('30.000 đồng')
  const ordered = await site.post(`/desk/post/${id}/order`, { carrier: 'vnpost' }, as)
  expect([ordered.statusCode, ordered.headers.location]).toEqual([303, `/desk/post/${id}`])
  const page = (await site.get(`/desk/post/${id}`, { ...as, host: ENGLISH })).body
  const code = /EX\d{9}VN/.exec(page)?.[0] ?? 'none'
  expect(page).toContain('Ordered, to be fetched')

  const mine = (await site.get('/my/post', { viewer: citizen })).body
  expect(mine).toContain(code)
  expect(mine).toContain('30.000 đồng')
  expect((await site.get('/my/post', { viewer: await aCitizen() })).body).not.toContain(code)

  expect((await site.post(`/desk/post/${id}/cancellation`, { reason: '' }, as)).statusCode).toBe(422)
  await site.post(`/desk/post/${id}/cancellation`, { reason: 'Đổi ý' }, as)
  expect((await site.get(`/desk/post/${id}`, as)).body).toContain('Lý do hủy')
  expect(site.acts).toEqual(expect.arrayContaining(['post-item.ordered', 'post-item.cancelled']))
})

test('a carrier without the agreed secret is not heard, and learns nothing', async () => {
  const say = (payload: unknown) =>
    site.app.inject({
      method: 'POST',
      url: '/api/post/viettelpost',
      headers: { host: 'dichvucong.tinhmau.localhost', 'content-type': 'application/json' },
      payload: JSON.stringify(payload),
    })
  const move = { ORDER_REFERENCE: 'unknown', ORDER_STATUS: 200, ORDER_STATUSDATE: '2026-11-26T02:00:00Z' }
  for (const body of [{}, [], { DATA: move }, { DATA: move, TOKEN: 'wrong' }, { TOKEN: { $ne: '' } }]) {
    expect((await say(body)).statusCode).toBe(401)
  }
  expect((await say({ DATA: move, TOKEN: 'sandbox-viettelpost-webhook' })).statusCode).toBe(200)
})

test('what is no item is not found', async () => {
  for (const id of ['x', '00000000-0000-7000-8000-000000000000']) {
    expect((await site.get(`/desk/post/${id}`, { viewer: officer })).statusCode).toBe(404)
  }
})
