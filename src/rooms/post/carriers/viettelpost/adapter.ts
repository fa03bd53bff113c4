import type { Cancelled, Carrier, CarrierAccount, Order, Ordered, Parcel, Priced, Tracked } from '../../carrier.ts'
import { readMoney, readText } from '../reading.ts'
import { callViettelpost, viettelpostSettings } from './client.ts'

/** ViettelPost. It tells each move by itself (`/api/post/viettelpost`) and cannot be asked. @see contract 3.5 */
export const viettelpost: Carrier = { name: 'viettelpost', price, order, cancel, track }

async function price({ weight, sender, receiver }: Parcel, account: CarrierAccount): Promise<Priced> {
  const settings = viettelpostSettings.safeParse(account.settings)
  if (!settings.success) return { outcome: 'refused', detail: 'settings' }
  const body = {
    ...{ PRODUCT_WEIGHT: weight, ORDER_SERVICE: settings.data.service },
    ...{ SENDER_PROVINCE: sender.province, RECEIVER_PROVINCE: receiver.province },
  }
  const said = await callViettelpost(account, 'getPrice', { body, repeatable: true })
  if (said.outcome !== 'ok') return said
  const amount = readMoney(said.data.MONEY_TOTAL)
  return amount === undefined ? { outcome: 'unknown' } : { outcome: 'priced', price: amount }
}

async function order(given: Order, account: CarrierAccount): Promise<Ordered> {
  const settings = viettelpostSettings.safeParse(account.settings)
  if (!settings.success) return { outcome: 'refused', detail: 'settings' }
  const { groupAddressId, cusId, service, payment } = settings.data
  const { sender, receiver } = given
  const body = {
    ...{ ORDER_NUMBER: given.orderNumber, GROUPADDRESS_ID: groupAddressId, CUS_ID: cusId },
    ...{ SENDER_FULLNAME: sender.name, SENDER_ADDRESS: sender.address, SENDER_PHONE: sender.phone },
    SENDER_PROVINCE: sender.province,
    ...{ RECEIVER_FULLNAME: receiver.name, RECEIVER_ADDRESS: receiver.address, RECEIVER_PHONE: receiver.phone },
    ...{ RECEIVER_PROVINCE: receiver.province, RECEIVER_WARD: receiver.commune ?? '' },
    ...{ PRODUCT_NAME: given.description, PRODUCT_WEIGHT: given.weight },
    ...{ ORDER_PAYMENT: payment, ORDER_SERVICE: service, MONEY_COLLECTION: 0 },
  }
  const said = await callViettelpost(account, 'createOrder', { body, repeatable: false })
  if (said.outcome !== 'ok') return said
  return { outcome: 'ordered', itemCode: readText(said.data.ORDER_NUMBER), price: readMoney(said.data.MONEY_TOTAL) }
}

async function cancel(orderNumber: string, reason: string, account: CarrierAccount): Promise<Cancelled> {
  const body = { ORDER_NUMBER: orderNumber, NOTE: reason }
  const said = await callViettelpost(account, 'cancelOrder', { body, repeatable: true })
  return said.outcome === 'ok' ? { outcome: 'cancelled' } : said
}

async function track(): Promise<Tracked> {
  return { outcome: 'not-offered' }
}
