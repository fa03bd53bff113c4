import type { Faults } from '../faults/faults.ts'
import { CallBook, callRoutes, callTable } from '../web/calls.ts'
import { html } from '../web/html.ts'
import { postOut } from '../web/outgoing.ts'
import { type Answer, json, type Router, seeOther, showPage } from '../web/router.ts'
import { type Item, type ItemState, Items, STATES } from './items.ts'
import { viettelpostRoutes, webhookBody } from './viettelpost.ts'
import { vnpostRoutes } from './vnpost.ts'

const PATIENCE = 10_000

function postPage(items: Items, book: CallBook): Answer {
  const choices = Object.entries(STATES).map(([state, words]) => html`<option value="${state}">${words}</option>`)
  const rows = items
    .list()
    .toReversed()
    .map(
      ({ operator, order, code, state, price }) =>
        html`<tr><td>${operator}</td><td>${order}<br>${code}</td><td>${STATES[state]}</td><td>${price} đ</td><td><form method="post" action="/post/_act/move" class="row">
<input type="hidden" name="operator" value="${operator}"><input type="hidden" name="order" value="${order}"><label class="row">Chuyển <select name="state">${choices}</select></label><button class="quiet">Đổi</button></form></td></tr>`,
    )
  const body = html`<p>Giá cước, đặt, hủy, theo dõi, chuyển hoàn của hai doanh nghiệp bưu chính.
<span lang="en">Prices, orders, cancelling, tracking and returned items of two operators.</span></p>
${rows.length === 0 ? html`<p>Chưa có bưu gửi. <span lang="en">None yet.</span></p>` : html`<table><thead><tr><th>Hãng</th><th>Đơn, mã</th><th>Tình trạng</th><th>Cước</th><th></th></tr></thead><tbody>${rows}</tbody></table>`}
<h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(book)}`
  return showPage('Bưu chính công ích · Post', body)
}

/** @see contract 3.5 */
export function postRoutes(
  router: Router,
  { directory, faults, sessionLife }: { directory: string; faults: Faults; sessionLife: number },
): void {
  const items = new Items(directory)
  const book = new CallBook(directory, 'post')
  const parts = { items, faults, sessionLife, kept: book.kept.bind(book) }
  let webhook = ''
  vnpostRoutes(router, parts)
  viettelpostRoutes(router, parts)

  router.on('GET', '/post', () => postPage(items, book))
  router.on('GET', '/post/_state/items', () => json({ items: items.list() }))
  router.on('POST', '/post/_act/webhook', async (call) => {
    webhook = String((await call.json()).url ?? '')
    return json({ url: webhook })
  })
  router.on('POST', '/post/_act/move', async (call) => {
    const form = await call.form()
    const state = form.get('state') ?? ''
    const one = items.find((form.get('operator') ?? 'vnpost') as Item['operator'], form.get('order') ?? '')
    if (!one || !Object.hasOwn(STATES, state)) return json({ error: 'invalid-request' }, 400)
    const moved = items.move(one, state as ItemState, form.get('note') ?? '')
    if (moved.operator === 'viettelpost' && webhook) {
      const headers = { 'content-type': 'application/json' }
      await postOut(webhook, {
        headers,
        body: JSON.stringify(webhookBody(moved)),
        signal: AbortSignal.timeout(PATIENCE),
      })
    }
    return seeOther('/post')
  })
  callRoutes(router, '/post', book)
}
