import type { Faults } from '../faults/faults.ts'
import { credential, isBasic, Tokens } from '../lgsp/tokens.ts'
import { checkFields, type Fields, isRecord, type Rule, runOn } from '../web/fields.ts'
import { type Answer, type Handler, json, type Router } from '../web/router.ts'
import { type Items, priceOf, STATES } from './items.ts'

const CLIENT = 'sandbox-vnpost-client:sandbox-vnpost-secret'

/** Public samples still say province and district; since 1 July 2025 `Commune` may stand instead. @see contract 3.5 */
const PARTY: Rule[] = [
  { name: 'Name', kind: 'text', required: true },
  { name: 'Address', kind: 'text', required: true },
  { name: 'Province', kind: 'text', required: true },
  { name: 'District', kind: 'text' },
  { name: 'Commune', kind: 'text' },
  { name: 'Tel', kind: 'text', required: true },
  { name: 'Email', kind: 'text' },
  { name: 'Desc', kind: 'text' },
]

const ORDER: Rule[] = [
  { name: 'CustomerCode', kind: 'text', required: true },
  { name: 'OrderNumber', kind: 'text', required: true },
  { name: 'ItemCode', kind: 'text' },
  { name: 'CODAmount', kind: 'number' },
  { name: 'Sender', kind: 'object', required: true, inside: PARTY },
  { name: 'Receiver', kind: 'object', required: true, inside: PARTY },
  { name: 'Description', kind: 'text' },
  { name: 'FlagConfig', kind: 'code', codes: ['1', '2'] },
]

const ok = (more: Fields = {}) => json({ Status: '100', Message: 'Thành công', ...more })
const wrong = (Status: string, Message: string) => json({ Status, Message })

function distance(sender: unknown, receiver: unknown): boolean {
  const province = (party: unknown) => (isRecord(party) ? (party.Province ?? party.provCode) : undefined)
  return province(sender) !== province(receiver)
}

function price(body: Fields): Answer {
  const weight = Number(body.weight)
  if (body.mainSrv !== 'HCC' || !(weight > 0)) return wrong('101', 'mainSrv phải là HCC, weight phải lớn hơn 0')
  const way = priceOf(weight, distance(body.sender, body.receiver))
  return ok({ Price: String(body.isreturn) === '1' ? way * 2 : way })
}

function order(body: Fields, items: Items): Answer {
  const reasons = checkFields(body, ORDER)
  if (reasons.length > 0) return wrong('101', runOn(reasons))
  const known = items.find('vnpost', String(body.OrderNumber))
  if (known && JSON.stringify(known.body) !== JSON.stringify(body)) return wrong('102', 'OrderNumber đã tồn tại')
  const priced = priceOf(50, distance(body.Sender, body.Receiver))
  const code = body.ItemCode ? { code: String(body.ItemCode) } : {}
  const one =
    known ?? items.order({ operator: 'vnpost', order: String(body.OrderNumber), price: priced, body, ...code })
  return ok({ OrderNumber: one.order, ItemCode: one.code, Price: one.price })
}

function cancel(body: Fields, items: Items): Answer {
  const one = items.find('vnpost', String(body.OrderNumber))
  if (!one) return wrong('103', 'Không có đơn này')
  if (one.state === 'cancelled') return ok({ OrderNumber: one.order })
  if (one.state !== 'ordered') return wrong('104', 'Bưu gửi đã thu gom, không hủy được')
  items.move(one, 'cancelled', String(body.Reason ?? ''))
  return ok({ OrderNumber: one.order })
}

function tracking(body: Fields, items: Items): Answer {
  const one = items.find('vnpost', String(body.OrderNumber ?? body.ItemCode))
  if (!one) return wrong('103', 'Không có bưu gửi này')
  const steps = one.history.map(({ at, state, note }) => ({
    Time: at,
    State: state,
    StateName: STATES[state],
    Note: note,
  }))
  return ok({ OrderNumber: one.order, ItemCode: one.code, State: one.state, Tracking: steps })
}

const OPERATIONS: Record<string, (body: Fields, items: Items) => Answer> = {
  pricehcc: price,
  getpostagevas: price,
  orderpost: order,
  ordercancel: cancel,
  ordertracking: tracking,
}

export interface PostParts {
  items: Items
  faults: Faults
  sessionLife: number
  kept: (handler: Handler) => Handler
}

export function vnpostRoutes(router: Router, { items, faults, sessionLife, kept }: PostParts): void {
  const tokens = new Tokens(sessionLife)
  router.on(
    'POST',
    '/post/vnpost/token',
    kept(async (call) => {
      const form = await call.form()
      if (!isBasic(call.headers.authorization, CLIENT)) return json({ error: 'invalid_client' }, 401)
      if (form.get('grant_type') !== 'client_credentials') return json({ error: 'unsupported_grant_type' }, 400)
      return json({ access_token: tokens.issue(), token_type: 'Bearer', expires_in: tokens.life })
    }),
  )
  router.on(
    'POST',
    '/post/vnpost/:operation',
    kept(async (call) => {
      if (faults.take('post', ['session-expired'], call.url.pathname)) tokens.endAll()
      if (!tokens.isOpen(credential(call.headers.authorization, 'bearer'))) return json({ error: 'invalid_token' }, 401)
      if (faults.take('post', ['refuse'], call.url.pathname)) return wrong('999', 'Bưu cục tạm ngừng nhận')
      const act = OPERATIONS[call.params.operation ?? '']
      return act ? act(await call.json(), items) : json({ error: 'not-found' }, 404)
    }),
  )
}
