import type { Cancelled, Carrier, CarrierAccount, Order, Ordered, Parcel, Priced, Tracked } from '../../carrier.ts'
import type { Move, Party } from '../../item.ts'
import { readMoment, readMoney, readObject, readState, readText } from '../reading.ts'
import { callVnpost, vnpostSettings } from './client.ts'

/** Public post of the state's letters (HCC: hành chính công). */
const SERVICE = 'HCC'
/** The person's papers go one way. */
const ONE_WAY = 0

/** VNPost. Since 1 July 2025 the commune stands where the district stood. @see contract 3.5 */
export const vnpost: Carrier = { name: 'vnpost', price, order, cancel, track }

async function price({ weight, sender, receiver }: Parcel, account: CarrierAccount): Promise<Priced> {
  const body = {
    ...{ weight, mainSrv: SERVICE, isreturn: ONE_WAY },
    sender: { provCode: sender.province },
    receiver: { provCode: receiver.province },
  }
  const said = await callVnpost(account, 'pricehcc', { body, repeatable: true })
  if (said.outcome !== 'ok') return said
  const amount = readMoney(said.fields.Price)
  return amount === undefined ? { outcome: 'unknown' } : { outcome: 'priced', price: amount }
}

const partyOf = ({ name, address, province, commune, phone }: Party) => ({
  ...{ Name: name, Address: address, Province: province, Tel: phone },
  ...(commune ? { Commune: commune } : {}),
})

async function order(given: Order, account: CarrierAccount): Promise<Ordered> {
  const settings = vnpostSettings.safeParse(account.settings)
  if (!settings.success) return { outcome: 'refused', detail: 'settings' }
  const { customerCode: CustomerCode, flagConfig: FlagConfig } = settings.data
  const body = {
    ...{ CustomerCode, OrderNumber: given.orderNumber, CODAmount: 0 },
    ...{ Sender: partyOf(given.sender), Receiver: partyOf(given.receiver) },
    ...{ Description: given.description, FlagConfig },
  }
  const said = await callVnpost(account, 'orderpost', { body, repeatable: false })
  if (said.outcome !== 'ok') return said
  return { outcome: 'ordered', itemCode: readText(said.fields.ItemCode), price: readMoney(said.fields.Price) }
}

async function cancel(orderNumber: string, reason: string, account: CarrierAccount): Promise<Cancelled> {
  const body = { OrderNumber: orderNumber, Reason: reason }
  const said = await callVnpost(account, 'ordercancel', { body, repeatable: true })
  return said.outcome === 'ok' ? { outcome: 'cancelled' } : said
}

/** A refusal means that there is no such order: the contract names no other. */
async function track(orderNumber: string, account: CarrierAccount): Promise<Tracked> {
  const said = await callVnpost(account, 'ordertracking', { body: { OrderNumber: orderNumber }, repeatable: true })
  if (said.outcome === 'refused') return { outcome: 'not-known' }
  if (said.outcome !== 'ok') return said
  const { states } = vnpostSettings.parse(account.settings)
  return { outcome: 'tracked', itemCode: readText(said.fields.ItemCode), moves: movesIn(said.fields.Tracking, states) }
}

function movesIn(listed: unknown, states: Readonly<Record<string, string>>): Move[] {
  if (!Array.isArray(listed)) return []
  return listed.flatMap((one) => {
    const fields = readObject(JSON.stringify(one)) ?? {}
    const [at, state] = [readMoment(fields.Time), readState(fields.State, states)]
    return at && state ? [{ at, state, note: readText(fields.Note) ?? '' }] : []
  })
}
