import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

type Json = Record<string, unknown>

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Json> {
  const response = await sandbox.call(`/post/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { http: response.status, ...((await response.json()) as Json) }
}

const move = (operator: string, order: string, state: string, note = '') =>
  sandbox.call('/post/_act/move', {
    method: 'POST',
    body: new URLSearchParams({ operator, order, state, note }),
    redirect: 'manual',
  })

describe('VNPost (contract 3.5)', () => {
  let headers: Record<string, string> = {}
  const call = (operation: string, body: Json) => post(`vnpost/${operation}`, body, headers)
  const party = (Province: string) => ({
    Name: 'UBND xã Mẫu An',
    Address: 'Mẫu An',
    Province,
    Commune: '99001',
    Tel: '0000000001',
  })
  const order = (OrderNumber: string, more: Json = {}) => ({
    ...{ CustomerCode: 'H99', OrderNumber, CODAmount: 0, Sender: party('99'), Receiver: party('01'), FlagConfig: 2 },
    ...more,
  })

  beforeAll(async () => {
    const response = await sandbox.call('/post/vnpost/token', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('sandbox-vnpost-client:sandbox-vnpost-secret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    headers = { authorization: `Bearer ${((await response.json()) as { access_token: string }).access_token}` }
  })

  test('price, there and back', async () => {
    const asked = { weight: 50, mainSrv: 'HCC', isreturn: 0, sender: { provCode: '99' }, receiver: { provCode: '01' } }
    expect(await call('pricehcc', asked)).toMatchObject({ Status: '100', Price: 30_000 })
    expect(await call('pricehcc', { ...asked, isreturn: 1 })).toMatchObject({ Price: 60_000 })
    expect(await call('pricehcc', { ...asked, mainSrv: 'EMS' })).toMatchObject({ Status: '101' })
    expect(await post('vnpost/pricehcc', asked)).toMatchObject({ http: 401 })
  })

  test('an order is one however often it is sent, is cancelled until collected, and is tracked to its return', async () => {
    const first = await call('orderpost', order('O-1'))
    expect(first).toMatchObject({ Status: '100', ItemCode: expect.stringMatching(/^EX\d{9}VN$/) })
    expect(await call('orderpost', order('O-1'))).toMatchObject({ ItemCode: first.ItemCode })
    expect(await call('orderpost', order('O-1', { Description: 'khác' }))).toMatchObject({ Status: '102' })
    expect(await call('orderpost', order('O-2', { Receiver: {} }))).toMatchObject({ Status: '101' })
    expect(await call('orderpost', order('O-3', { ItemCode: 'CU-1' }))).toMatchObject({ ItemCode: 'CU-1' })
    expect(await call('ordercancel', { OrderNumber: 'O-3' })).toMatchObject({ Status: '100' })
    for (const state of ['collected', 'delivering', 'returning', 'returned'])
      await move('vnpost', 'O-1', state, 'Không gặp')
    expect(await call('ordercancel', { OrderNumber: 'O-1' })).toMatchObject({ Status: '104' })
    expect(await call('ordertracking', { ItemCode: first.ItemCode })).toMatchObject({
      State: 'returned',
      Tracking: [{ State: 'ordered' }, {}, {}, {}, { State: 'returned', Note: 'Không gặp' }],
    })
  })

  test('a lost answer leaves one order', async () => {
    await sandbox.fault({ target: 'post', kind: 'lost-answer', times: 1 })
    await expect(call('orderpost', order('O-9'))).rejects.toThrow()
    expect(await call('orderpost', order('O-9'))).toMatchObject({ Status: '100' })
    const { items } = (await (await sandbox.call('/post/_state/items')).json()) as { items: Json[] }
    expect(items.filter((one) => one.order === 'O-9')).toHaveLength(1)
    await sandbox.fault({ target: 'post', kind: 'session-expired', times: 1 })
    expect(await call('ordertracking', {})).toMatchObject({ http: 401 })
  })
})

describe('ViettelPost (contract 3.5)', () => {
  const order = {
    ...{ ORDER_NUMBER: 'V-1', GROUPADDRESS_ID: 1, CUS_ID: 1, SENDER_FULLNAME: 'UBND', SENDER_ADDRESS: 'Mẫu An' },
    ...{
      SENDER_PHONE: '0000000001',
      RECEIVER_FULLNAME: 'Mỷ',
      RECEIVER_ADDRESS: 'Nà Mẫu',
      RECEIVER_PHONE: '0000000002',
    },
    ...{ PRODUCT_NAME: 'Giấy tờ', PRODUCT_WEIGHT: 100, ORDER_PAYMENT: 1, ORDER_SERVICE: 'VCN', MONEY_COLLECTION: 0 },
  }

  test('a token opens orders, and the webhook tells each move', async () => {
    const came: Json[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () => {
        came.push(JSON.parse(body) as Json)
        response.end('{}')
      })
    })
    await new Promise<void>((done) => void server.listen(0, done))
    await post('_act/webhook', { url: `http://localhost:${(server.address() as AddressInfo).port}/` })

    const login = await post('viettelpost/login', { USERNAME: 'motcua', PASSWORD: 'sandbox-viettelpost-password' })
    const headers = { token: (login.data as { token: string }).token }
    expect(await post('viettelpost/createOrder', order)).toMatchObject({ error: true, status: 401 })
    expect(await post('viettelpost/createOrder', order, headers)).toMatchObject({ status: 200, error: false })
    expect(await post('viettelpost/createOrder', { ...order, PRODUCT_NAME: '' }, headers)).toMatchObject({
      status: 201,
    })
    await move('viettelpost', 'V-1', 'delivered')
    expect(came).toMatchObject([{ DATA: { ORDER_REFERENCE: 'V-1', ORDER_STATUS: 501 } }])
    expect(await post('viettelpost/cancelOrder', { ORDER_NUMBER: 'V-1' }, headers)).toMatchObject({ status: 204 })
    expect(await post('viettelpost/getPrice', { PRODUCT_WEIGHT: 120 }, headers)).toMatchObject({
      data: { MONEY_TOTAL: 27_000 },
    })
    server.close()
    expect(await (await sandbox.call('/post')).text()).toContain('V-1')
  })
})
