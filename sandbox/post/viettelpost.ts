import { Tokens } from '../lgsp/tokens.ts'
import { checkFields, type Fields, type Rule, runOn } from '../web/fields.ts'
import { type Answer, json, type Router } from '../web/router.ts'
import { type Item, type ItemState, type Items, priceOf } from './items.ts'
import type { PostParts } from './vnpost.ts'

const ACCOUNT = { USERNAME: 'motcua', PASSWORD: 'sandbox-viettelpost-password' }

/** The groups of fields named by the contract, with the members an order cannot do without. @see contract 3.5 */
const ORDER: Rule[] = [
  { name: 'ORDER_NUMBER', kind: 'text', required: true },
  { name: 'GROUPADDRESS_ID', kind: 'number', required: true },
  { name: 'CUS_ID', kind: 'number', required: true },
  { name: 'SENDER_FULLNAME', kind: 'text', required: true },
  { name: 'SENDER_ADDRESS', kind: 'text', required: true },
  { name: 'SENDER_PHONE', kind: 'text', required: true },
  { name: 'RECEIVER_FULLNAME', kind: 'text', required: true },
  { name: 'RECEIVER_ADDRESS', kind: 'text', required: true },
  { name: 'RECEIVER_PHONE', kind: 'text', required: true },
  { name: 'PRODUCT_NAME', kind: 'text', required: true },
  { name: 'PRODUCT_WEIGHT', kind: 'number', required: true },
  { name: 'ORDER_PAYMENT', kind: 'number', required: true },
  { name: 'ORDER_SERVICE', kind: 'text', required: true },
  { name: 'MONEY_COLLECTION', kind: 'number' },
]

const ok = (data: unknown) => json({ status: 200, error: false, message: 'OK', data })
const wrong = (status: number, message: string) => json({ status, error: true, message, data: null })

/** Status numbers of the webhook; the contract publishes none, these are the sandbox's own. */
export const WEBHOOK_STATUS: Record<ItemState, number> = {
  ...{ ordered: 100, collected: 200, delivering: 500, delivered: 501, returning: 505, returned: 504, cancelled: 107 },
}

export function webhookBody(one: Item): Fields {
  const last = one.history.at(-1)
  const facts = { ORDER_NUMBER: one.code, ORDER_REFERENCE: one.order, ORDER_STATUS: WEBHOOK_STATUS[one.state] }
  return {
    DATA: { ...facts, ORDER_STATUSDATE: last?.at, NOTE: last?.note ?? '' },
    TOKEN: 'sandbox-viettelpost-webhook',
  }
}

function order(body: Fields, items: Items): Answer {
  const reasons = checkFields(body, ORDER)
  if (reasons.length > 0) return wrong(201, runOn(reasons))
  const known = items.find('viettelpost', String(body.ORDER_NUMBER))
  if (known && JSON.stringify(known.body) !== JSON.stringify(body)) return wrong(202, 'ORDER_NUMBER đã tồn tại')
  const price = priceOf(Number(body.PRODUCT_WEIGHT), true)
  const one = known ?? items.order({ operator: 'viettelpost', order: String(body.ORDER_NUMBER), price, body })
  return ok({ ORDER_NUMBER: one.code, MONEY_TOTAL: one.price })
}

function cancel(body: Fields, items: Items): Answer {
  const one = items.find('viettelpost', String(body.ORDER_NUMBER))
  if (!one) return wrong(203, 'Không có đơn này')
  if (one.state !== 'ordered' && one.state !== 'cancelled') return wrong(204, 'Không hủy được nữa')
  if (one.state === 'ordered') items.move(one, 'cancelled', String(body.NOTE ?? ''))
  return ok({ ORDER_NUMBER: one.code })
}

export function viettelpostRoutes(router: Router, { items, faults, sessionLife, kept }: PostParts): void {
  const tokens = new Tokens(sessionLife)
  const operations: Record<string, (body: Fields) => Answer> = {
    getPrice: (body) =>
      Number(body.PRODUCT_WEIGHT) > 0
        ? ok({ MONEY_TOTAL: priceOf(Number(body.PRODUCT_WEIGHT), body.SENDER_PROVINCE !== body.RECEIVER_PROVINCE) })
        : wrong(201, 'PRODUCT_WEIGHT phải lớn hơn 0'),
    createOrder: (body) => order(body, items),
    cancelOrder: (body) => cancel(body, items),
  }
  router.on(
    'POST',
    '/post/viettelpost/login',
    kept(async (call) => {
      const { USERNAME, PASSWORD } = await call.json()
      const isKnown = USERNAME === ACCOUNT.USERNAME && PASSWORD === ACCOUNT.PASSWORD
      return isKnown ? ok({ token: tokens.issue() }) : wrong(401, 'Sai tài khoản hoặc mật khẩu')
    }),
  )
  router.on(
    'POST',
    '/post/viettelpost/:operation',
    kept(async (call) => {
      if (faults.take('post', ['session-expired'], call.url.pathname)) tokens.endAll()
      if (!tokens.isOpen(call.headers.token as string | undefined)) return wrong(401, 'Token không hợp lệ')
      if (faults.take('post', ['refuse'], call.url.pathname)) return wrong(500, 'Tạm ngừng nhận')
      const act = operations[call.params.operation ?? '']
      return act ? act(await call.json()) : json({ error: 'not-found' }, 404)
    }),
  )
}
