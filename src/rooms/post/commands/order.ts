import { newId } from '#kernel/id.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import type { Carrier, CarrierAccount, Order, Ordered, Tracked } from '../carrier.ts'
import { carriers } from '../carriers/adapter.ts'
import { type CarrierName, canCancel, canSendAgain, orderNumberOf } from '../item.ts'
import { changeItem, countItems, insertItem, lockItem } from '../store/items.ts'
import { followLater, hear } from './follow.ts'
import { askedOf, lockForOfficer } from './prepare.ts'

interface ItemKey {
  agencyId: number
  id: string
}

const AGAIN_AFTER = 120_000
const LONGEST = 500

const orderLater = (tx: Tx, key: ItemKey, after: number) =>
  enqueue(tx, 'post:order', key, { runAt: new Date(now().getTime() + after), jobKey: `post:order:${key.id}` })

/** The officer orders the item from a carrier. Pressed twice, it is one order. */
export async function orderItem(officer: Officer, id: string, carrier: CarrierName): Promise<void> {
  const key = { agencyId: officer.agencyId, id }
  await transaction(officer.agencyId, async (tx) => {
    const item = await lockForOfficer(tx, officer, id)
    if (item.state !== 'wished' || !(await askedOf(tx, item, carrier))) return
    const order_number = orderNumberOf(item)
    const by = { ordered_by: officer.officerId, ordered_at: now() }
    await changeItem(tx, id, { state: 'ordering', carrier, order_number, problem: null, uncertain: false, ...by })
    await orderLater(tx, key, AGAIN_AFTER)
  })
  await placeOrder(key)
}

/**
 * Places the order that was written down, if it still waits. After an attempt without an answer the carrier is asked
 * first; where it cannot be asked, the order goes out under the same number. Idempotent.
 */
export async function placeOrder(key: ItemKey): Promise<void> {
  const begun = await transaction(key.agencyId, (tx) => begin(tx, key))
  if (!begun) return
  const { carrier, order, account, wasUncertain } = begun
  const known = wasUncertain ? await carrier.track(order.orderNumber, account) : undefined
  const ordered = known && !mayOrder(known) ? await asOrdered(known, begun) : await carrier.order(order, account)
  await transaction(key.agencyId, async (tx) => {
    await settle(tx, key, { ordered, wasUncertain })
    if (known?.outcome === 'tracked') for (const move of known.moves) await hear(tx, key.id, move)
  })
}

interface Begun {
  carrier: Carrier
  order: Order
  account: CarrierAccount
  /** An attempt before this one ended without an answer. */
  wasUncertain: boolean
}

/** From here on an answer may be lost: whoever comes after must ask first. */
async function begin(tx: Tx, key: ItemKey): Promise<Begun | undefined> {
  const item = await lockItem(tx, key.id)
  if (item?.state !== 'ordering' || !item.carrier || !item.orderNumber) return undefined
  const asked = await askedOf(tx, item, item.carrier)
  if (!asked) {
    await orderLater(tx, key, AGAIN_AFTER)
    return undefined
  }
  await changeItem(tx, key.id, { uncertain: true })
  const order = { ...asked.parcel, orderNumber: item.orderNumber, description: `Kết quả hồ sơ ${item.ref}` }
  return { carrier: carriers[item.carrier], order, account: asked.account, wasUncertain: item.uncertain }
}

const mayOrder = ({ outcome }: Tracked) => outcome === 'not-known' || outcome === 'not-offered'

/** The order had arrived after all; what it costs is asked again, because that answer is the one that was lost. */
async function asOrdered(known: Tracked, { carrier, order, account }: Begun): Promise<Ordered> {
  if (known.outcome !== 'tracked') return { outcome: 'unknown' }
  const priced = await carrier.price(order, account)
  const price = priced.outcome === 'priced' ? priced.price : undefined
  return { outcome: 'ordered', itemCode: known.itemCode, price }
}

async function settle(
  tx: Tx,
  key: ItemKey,
  { ordered, wasUncertain }: { ordered: Ordered; wasUncertain: boolean },
): Promise<void> {
  const item = await lockItem(tx, key.id)
  if (!item || (item.state !== 'ordering' && ordered.outcome !== 'ordered')) return
  switch (ordered.outcome) {
    case 'ordered': {
      // A carrier that tells moves by itself may have been quicker than its own answer.
      const state = item.state === 'ordering' ? 'ordered' : item.state
      const { itemCode: item_code = null, price = null } = ordered
      await changeItem(tx, key.id, { state, item_code, price, uncertain: false, problem: null })
      return followLater(tx, key)
    }
    case 'refused': {
      const afresh = { state: 'wished', carrier: null, order_number: null, uncertain: false } as const
      return changeItem(tx, key.id, { ...afresh, problem: ordered.detail.slice(0, LONGEST) })
    }
    case 'not-reached':
      await changeItem(tx, key.id, { uncertain: wasUncertain })
      return orderLater(tx, key, AGAIN_AFTER)
    case 'unknown':
      return orderLater(tx, key, AGAIN_AFTER)
  }
}

/** Calls it off, at the carrier too when an order has gone out. What is not heard for certain stays as it is. */
export async function cancelItem(officer: Officer, id: string, reason: string): Promise<void> {
  const begun = await transaction(officer.agencyId, async (tx) => {
    const item = await lockForOfficer(tx, officer, id)
    if (!canCancel(item)) return undefined
    if (item.state === 'wished') await changeItem(tx, id, { state: 'cancelled', cancelled_because: reason })
    const asked = item.carrier && (await askedOf(tx, item, item.carrier))
    if (item.state === 'ordered' && !asked) await changeItem(tx, id, { problem: 'settings' })
    return item.state === 'ordered' && asked ? { item, account: asked.account } : undefined
  })
  if (!begun) return
  const { carrier = 'vnpost', orderNumber = '' } = begun.item
  const cancelled = await carriers[carrier].cancel(orderNumber, reason, begun.account)
  await transaction(officer.agencyId, async (tx) => {
    const item = await lockForOfficer(tx, officer, id)
    if (item.state !== 'ordered') return
    if (cancelled.outcome === 'cancelled') {
      await changeItem(tx, id, { cancelled_because: reason, problem: null })
      await hear(tx, id, { at: now(), state: 'cancelled', note: '' })
    } else {
      const problem = cancelled.outcome === 'refused' ? cancelled.detail : cancelled.outcome
      await changeItem(tx, id, { problem: problem.slice(0, LONGEST) })
    }
  })
}

/** What came back or was called off goes out once more, as the next item of the dossier. Returns its id. */
export function sendAgain(officer: Officer, id: string): Promise<string> {
  return transaction(officer.agencyId, async (tx) => {
    const item = await lockForOfficer(tx, officer, id)
    const next = newId()
    const number = (await countItems(tx, item.dossierId)) + 1
    const isNew = canSendAgain(item) && (await insertItem(tx, { ...item, id: next, number, wishedAt: now() }))
    return isNew ? next : id
  })
}
