import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { read, transaction } from '#platform/db/index.ts'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import {
  anOfficer,
  breakSandbox,
  mendSandbox,
  type RunningSandbox,
  startSandboxProcess,
} from '#rooms/identity/testing.ts'
import { followItem, hearFromViettelpost } from './commands/follow.ts'
import { cancelItem, orderItem, placeOrder, sendAgain } from './commands/order.ts'
import { askPrices, getItem, prepareItem } from './commands/prepare.ts'
import type { CarriedState, CarrierName, Item } from './item.ts'
import { findItem } from './store/items.ts'
import { aWish, openSandboxCarriers } from './testing.ts'

const database = useTestDatabase()

let sandbox: RunningSandbox
let officer: Officer

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  officer = await anOfficer('tran-van-thu')
  await openSandboxCarriers(sandbox.origin)
})
afterEach(() => mendSandbox(sandbox))
afterAll(() => sandbox.stop())

const receiver = {
  ...{ name: 'Hà Thị Mẫu', phone: '0000 000 012', address: 'Bản Nà Mẫu', commune: 'Mẫu Sơn' },
  province: '01',
}

async function aPacked(): Promise<string> {
  const id = await aWish()
  await prepareItem(officer, id, { receiver, weight: 50 })
  return id
}

async function anOrdered(carrier: CarrierName = 'vnpost'): Promise<Item> {
  const id = await aPacked()
  await orderItem(officer, id, carrier)
  return itemOf(id)
}

async function itemOf(id: string): Promise<Item> {
  const item = await read(1, (tx) => findItem(tx, id))
  if (!item) throw new Error('no such item')
  return item
}

interface Held {
  order: string
  code: string
  state: string
  body: { Receiver?: { Name: string; Province: string } }
}

async function heldAs(order: string | undefined): Promise<Held[]> {
  const { items } = (await (await fetch(`${sandbox.origin}/post/_state/items`)).json()) as { items: Held[] }
  return items.filter((one) => one.order === order)
}

/** How often an order under this number came in over there. */
async function ordersSent(order = ''): Promise<number> {
  const answer = await fetch(`${sandbox.origin}/post/_state/calls?contains=${order}`)
  const { calls } = (await answer.json()) as { calls: { path: string }[] }
  return calls.filter(({ path }) => /orderpost|createOrder/.test(path)).length
}

async function move(operator: CarrierName, order: string | undefined, state: CarriedState, note = ''): Promise<void> {
  const body = new URLSearchParams({ operator, order: order ?? '', state, note })
  await fetch(`${sandbox.origin}/post/_act/move`, { method: 'POST', body, redirect: 'manual' })
}

const keyOf = ({ id }: { id: string }) => ({ agencyId: 1, id })
const misbehave = (kind: string, path: string, times = 1) =>
  breakSandbox(sandbox, { target: 'post', kind, path, times })

const told = async (item: Item) =>
  (
    await asOwner(
      database(),
      `select payload->>'state' as state, payload::text as text from graphile_worker._private_jobs
        where payload->>'type' = 'post.moved' and payload->>'itemId' = '${item.id}' order by id`,
    )
  ).rows as { state: string; text: string }[]

describe('what it costs', () => {
  test('R-197: each carrier of the agency says its price; one that is away does not hide the other’s', async () => {
    const id = await aPacked()
    expect(await askPrices(officer, id)).toMatchObject([
      { carrier: 'viettelpost', priced: { outcome: 'priced', price: 30_000 } },
      { carrier: 'vnpost', priced: { outcome: 'priced', price: 30_000 } },
    ])
    await misbehave('maintenance', '/vnpost/pricehcc', 3)
    const offers = await askPrices(officer, id)
    expect(offers.map(({ priced }) => priced.outcome).sort()).toEqual(['not-reached', 'priced'])
  })

  test('a province that the carrier does not know is asked of nobody', async () => {
    const id = await aWish()
    await prepareItem(officer, id, { receiver: { ...receiver, province: '98' }, weight: 50 })
    expect(await askPrices(officer, id)).toMatchObject([{ priced: { outcome: 'refused' } }, {}])
  })
})

describe('the order', () => {
  test.each(['vnpost', 'viettelpost'] as const)(
    'R-197: %s takes it once, however often it is pressed',
    async (carrier) => {
      const item = await anOrdered(carrier)
      await orderItem(officer, item.id, carrier)
      await placeOrder(keyOf(item))
      expect(item).toMatchObject({ state: 'ordered', carrier, price: 30_000, itemCode: expect.stringMatching(/\d/) })
      const held = await heldAs(item.orderNumber)
      expect(held).toHaveLength(1)
      expect(held[0]?.code).toBe(item.itemCode)
    },
  )

  test.each(['vnpost', 'viettelpost'] as const)(
    '%s: a lost answer leaves one order, and its number is found',
    async (carrier) => {
      const id = await aPacked()
      await misbehave('lost-answer', carrier === 'vnpost' ? '/orderpost' : '/createOrder')
      await orderItem(officer, id, carrier)
      const waiting = await itemOf(id)
      expect(waiting).toMatchObject({ state: 'ordering', uncertain: true, itemCode: undefined })
      await placeOrder({ agencyId: 1, id })
      const item = await itemOf(id)
      expect(item).toMatchObject({ state: 'ordered', uncertain: false, price: 30_000 })
      const held = await heldAs(item.orderNumber)
      expect(held.map(({ code }) => code)).toEqual([item.itemCode])
      // VNPost can be asked, and is; ViettelPost cannot, and knows the number.
      expect(await ordersSent(item.orderNumber)).toBe(carrier === 'vnpost' ? 1 : 2)
    },
  )

  test('an order that never arrived is made when the carrier says that it has none', async () => {
    const id = await aPacked()
    await misbehave('down', '/orderpost')
    await orderItem(officer, id, 'vnpost')
    expect(await itemOf(id)).toMatchObject({ state: 'ordering', uncertain: true })
    expect(await heldAs((await itemOf(id)).orderNumber)).toHaveLength(0)
    await placeOrder({ agencyId: 1, id })
    expect(await itemOf(id)).toMatchObject({ state: 'ordered' })
  })

  test('while a carrier is not at work the order waits, and nobody doubts it', async () => {
    const id = await aPacked()
    await misbehave('maintenance', '/orderpost')
    await orderItem(officer, id, 'vnpost')
    expect(await itemOf(id)).toMatchObject({ state: 'ordering', uncertain: false })
    await placeOrder({ agencyId: 1, id })
    expect(await itemOf(id)).toMatchObject({ state: 'ordered' })
  })

  test('a refusal leaves the item at the desk, with the carrier’s words', async () => {
    const id = await aPacked()
    await misbehave('refuse', '/orderpost')
    await orderItem(officer, id, 'vnpost')
    const refused = { state: 'wished', carrier: undefined, problem: '999 Bưu cục tạm ngừng nhận' }
    expect(await itemOf(id)).toMatchObject(refused)
  })

  test('a token that ended is taken anew', async () => {
    const id = await aPacked()
    await misbehave('session-expired', '/orderpost')
    await orderItem(officer, id, 'vnpost')
    expect(await itemOf(id)).toMatchObject({ state: 'ordered' })
  })

  test('the carrier learns the province in its own code', async () => {
    await transaction(1, (tx) =>
      tx
        .updateTable('post_places')
        .set({ code: '10' })
        .where('carrier', '=', 'vnpost')
        .where('province', '=', '01')
        .execute(),
    )
    const [held] = await heldAs((await anOrdered()).orderNumber)
    expect(held?.body.Receiver).toMatchObject({ Name: 'Hà Thị Mẫu', Province: '10' })
  })
})

describe('where it is', () => {
  test('R-197: VNPost is asked, each move is kept once, and the house is told what matters', async () => {
    const item = await anOrdered()
    for (const state of ['collected', 'delivering'] as const) await move('vnpost', item.orderNumber, state)
    await followItem(keyOf(item))
    await followItem(keyOf(item))
    const { item: then, moves } = await getItem(officer, item.id)
    expect(then.state).toBe('delivering')
    expect(moves.map(({ state }) => state)).toEqual(['ordered', 'collected', 'delivering'])
    const happenings = await told(item)
    expect(happenings.map(({ state }) => state)).toEqual(['collected'])
    expect(happenings[0]?.text).not.toContain('Hà Thị')
  })

  test('ViettelPost tells by itself, with the agreed secret, twice and in any order', async () => {
    const item = await anOrdered('viettelpost')
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 2, minute))
    const say = (code: unknown, minute: number, token = 'sandbox-viettelpost-webhook') =>
      hearFromViettelpost(1, { token, orderNumber: item.orderNumber ?? '', at: at(minute), code, note: '' })
    expect(await say(200, 1, 'sandbox-viettelpost-webhooK')).toBe(false)
    expect((await itemOf(item.id)).state).toBe('ordered')
    expect(await say(501, 30)).toBe(true)
    await say(200, 1)
    await say(501, 30)
    await say(999, 40)
    const { item: then, moves } = await getItem(officer, item.id)
    expect(then.state).toBe('delivered')
    expect(moves.map(({ state }) => state)).toEqual(['collected', 'delivered'])
    expect((await told(item)).map(({ state }) => state)).toEqual(['delivered'])
  })
})

describe('called off, and come back', () => {
  test('R-197: until it is fetched it can be called off, at the carrier too', async () => {
    const item = await anOrdered()
    await cancelItem(officer, item.id, 'Người dân muốn nhận tại quầy')
    expect(await itemOf(item.id)).toMatchObject({
      state: 'cancelled',
      cancelledBecause: 'Người dân muốn nhận tại quầy',
    })
    expect(await heldAs(item.orderNumber)).toMatchObject([{ state: 'cancelled' }])
    const waiting = await aWish()
    await cancelItem(officer, waiting, 'Đã nhận tại quầy')
    expect(await itemOf(waiting)).toMatchObject({ state: 'cancelled', carrier: undefined })
  })

  test('what was fetched in the meantime goes on, and the desk reads why', async () => {
    const item = await anOrdered()
    await move('vnpost', item.orderNumber, 'collected')
    await cancelItem(officer, item.id, 'Đổi ý')
    expect(await itemOf(item.id)).toMatchObject({
      state: 'ordered',
      problem: expect.stringContaining('không hủy được'),
    })
  })

  test('R-197: what came back is sent once more, as the next item of the dossier', async () => {
    const item = await anOrdered()
    expect(await sendAgain(officer, item.id)).toBe(item.id)
    for (const state of ['collected', 'returning', 'returned'] as const) {
      await move('vnpost', item.orderNumber, state, 'Không gặp người nhận')
    }
    await followItem(keyOf(item))
    expect((await told(item)).map(({ state }) => state)).toEqual(['collected', 'returning', 'returned'])
    const next = await sendAgain(officer, item.id)
    expect(await sendAgain(officer, item.id)).toBe(item.id)
    await prepareItem(officer, next, { receiver, weight: 50 })
    await orderItem(officer, next, 'vnpost')
    const second = await itemOf(next)
    expect(second).toMatchObject({ state: 'ordered', number: 2, dossierId: item.dossierId })
    expect(second.itemCode).not.toBe(item.itemCode)
  })
})

test('an item is not there for the desk of another commune', async () => {
  const id = await aPacked()
  const stranger = await anOfficer('sung-thi-don')
  await expect(getItem(stranger, id)).rejects.toThrow('http.not-found')
  await expect(orderItem(stranger, id, 'vnpost')).rejects.toThrow('http.not-found')
  await expect(cancelItem(stranger, id, 'x')).rejects.toThrow('http.not-found')
})
