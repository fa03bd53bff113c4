import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Officer } from '#kernel/viewer.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import type { CarrierAccount, Parcel, Priced } from '../carrier.ts'
import { carriers } from '../carriers/adapter.ts'
import type { CarrierName, Item, Move, Party } from '../item.ts'
import { canSend } from '../policy.ts'
import { findAccount, inCarriersWords, listCarriers } from '../store/carriers.ts'
import { changeItem, findItem, listMoves, lockItem } from '../store/items.ts'

/** The item under its lock, for who may send it. Throws NotFound for everybody else. */
export async function lockForOfficer(tx: Tx, officer: Officer, id: string): Promise<Item> {
  const item = isId(id) ? await lockItem(tx, id) : undefined
  if (!item || !canSend(officer, item)) throw new NotFound()
  return item
}

export interface Shown {
  item: Item
  moves: readonly Move[]
  offered: readonly CarrierName[]
}

/** Throws NotFound. */
export function getItem(officer: Officer, id: string): Promise<Shown> {
  return read(officer.agencyId, async (tx) => {
    const item = isId(id) ? await findItem(tx, id) : undefined
    if (!item || !canSend(officer, item)) throw new NotFound()
    return { item, moves: (await listMoves(tx, [id])).get(id) ?? [], offered: await listCarriers(tx) }
  })
}

export interface Offer {
  carrier: CarrierName
  priced: Priced
}

/** Keeps the address as the officer read it off the form, and the weight; nothing once an order has gone out. */
export function prepareItem(
  officer: Officer,
  id: string,
  { receiver, weight }: { receiver: Party; weight: number },
): Promise<void> {
  return transaction(officer.agencyId, async (tx) => {
    const item = await lockForOfficer(tx, officer, id)
    if (item.state === 'wished') await changeItem(tx, id, { receiver: JSON.stringify(receiver), weight, problem: null })
  })
}

export interface Asked {
  account: CarrierAccount
  parcel: Parcel
}

/** What this carrier has to be told; undefined when it is no longer offered, or does not know a province. */
export async function askedOf(tx: Tx, item: Item, carrier: CarrierName): Promise<Asked | undefined> {
  const account = await findAccount(tx, carrier)
  const province = String(account?.settings.province)
  const sender = await inCarriersWords(tx, carrier, { ...item.sender, province })
  const receiver = await inCarriersWords(tx, carrier, item.receiver)
  if (!account || !sender || !receiver || !item.weight) return undefined
  return { account, parcel: { weight: item.weight, sender, receiver } }
}

/** What each carrier of the agency asks for the item as it stands. R-197 */
export async function askPrices(officer: Officer, id: string): Promise<Offer[]> {
  const { item, offered } = await getItem(officer, id)
  const asked = await read(officer.agencyId, async (tx) => {
    const all: { carrier: CarrierName; asked: Asked | undefined }[] = []
    for (const carrier of offered) all.push({ carrier, asked: await askedOf(tx, item, carrier) })
    return all
  })
  return Promise.all(
    asked.map(async ({ carrier, asked: one }) => ({
      carrier,
      priced: one
        ? await carriers[carrier].price(one.parcel, one.account)
        : ({ outcome: 'refused', detail: 'no such province' } as const),
    })),
  )
}
