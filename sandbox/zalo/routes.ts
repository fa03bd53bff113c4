import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Faults } from '../faults/faults.ts'
import { CallBook, callRoutes, callTable } from '../web/calls.ts'
import { type Fields, isRecord } from '../web/fields.ts'
import { html } from '../web/html.ts'
import { postOut } from '../web/outgoing.ts'
import { type Answer, type Call, json, type Router, seeOther, showPage } from '../web/router.ts'
import { JsonFile } from '../web/state.ts'

const APP = { app_id: '000000000000', secret_key: 'sandbox-zalo-secret' }
const FIRST_REFRESH = 'sandbox-zalo-refresh-first'
const LONGEST = 400
const KEPT = 500

/** Approved templates and the data each must have. */
const TEMPLATES: Record<string, string[]> = {
  200001: ['name', 'dossier_code', 'status'],
  200002: ['name', 'dossier_code', 'due_date'],
}

interface Sent {
  msg_id: string
  at: string
  phone: string
  template_id: string
  tracking_id: string
  template_data: Fields
}

interface State {
  refresh: string
  access: string
  accessEnds: number
  sent: Sent[]
}

const failed = (error: number, message: string) => json({ error, message })

/** Why a message is not sent. The error numbers are the sandbox's choice after those seen in the field. */
function problemOf(body: Fields): Answer | undefined {
  if (typeof body.phone !== 'string' || !/^84\d{8,10}$/.test(body.phone)) return failed(-108, 'Phone number is invalid')
  const wanted = TEMPLATES[String(body.template_id)]
  if (!wanted) return failed(-112, 'Template is not approved')
  const data = body.template_data
  if (!isRecord(data) || wanted.some((name) => typeof data[name] !== 'string' || data[name] === '')) {
    return failed(-1121, `template_data lacks ${wanted.filter((name) => !isRecord(data) || !data[name]).join(', ')}`)
  }
  const stranger = Object.keys(data).find((name) => !wanted.includes(name))
  if (stranger) return failed(-1121, `template_data has ${stranger}`)
  const length = Object.values(data).reduce<number>((sum, value) => sum + String(value).length, 0)
  if (length > LONGEST) return failed(-1124, `template_data is longer than ${LONGEST} characters`)
  return typeof body.tracking_id === 'string' && body.tracking_id !== ''
    ? undefined
    : failed(-113, 'tracking_id is missing')
}

/** Notices by Zalo, and the refresh token that opens only once. @see contract 3.8 */
export class Zalo {
  readonly #file: JsonFile<State>
  readonly #faults: Faults
  readonly #life: number

  constructor({ directory, faults, sessionLife }: ZaloParts) {
    const empty = { refresh: FIRST_REFRESH, access: '', accessEnds: 0, sent: [] }
    this.#file = new JsonFile(join(directory, 'zalo', 'state.json'), empty)
    this.#faults = faults
    this.#life = sessionLife
  }

  get sent(): Sent[] {
    return this.#file.value.sent
  }

  /** What an administrator does when the chain of refresh tokens is broken. */
  newRefreshToken(): string {
    this.#file.value.refresh = randomBytes(24).toString('base64url')
    this.#file.save()
    return this.#file.value.refresh
  }

  async token(call: Call): Promise<Answer> {
    const form = await call.form()
    if (call.headers.secret_key !== APP.secret_key || form.get('app_id') !== APP.app_id) {
      return failed(-14002, 'Invalid app or secret key')
    }
    if (form.get('grant_type') !== 'refresh_token') return failed(-14004, 'Invalid grant type')
    if (form.get('refresh_token') !== this.#file.value.refresh) return failed(-14014, 'Invalid refresh token')
    const access = randomBytes(24).toString('base64url')
    Object.assign(this.#file.value, { access, accessEnds: Date.now() + this.#life })
    const refresh = this.newRefreshToken()
    return json({ access_token: access, refresh_token: refresh, expires_in: String(Math.floor(this.#life / 1000)) })
  }

  async send(call: Call): Promise<Answer> {
    const state = this.#file.value
    if (this.#faults.take('zalo', ['session-expired'], call.url.pathname)) state.accessEnds = 0
    if (call.headers.access_token !== state.access || Date.now() > state.accessEnds) {
      return failed(-124, 'Access token is invalid')
    }
    const body = await call.json()
    if (this.#faults.take('zalo', ['refuse'], call.url.pathname)) return failed(-118, 'Zalo account does not exist')
    const problem = problemOf(body)
    if (problem) return problem
    const now = Date.now()
    const [phone, template_id, tracking_id] = [body.phone, body.template_id, body.tracking_id].map(String) as [
      string,
      string,
      string,
    ]
    const message = { msg_id: randomUUID(), at: new Date(now).toISOString(), phone, template_id, tracking_id }
    state.sent = [...state.sent, { ...message, template_data: body.template_data as Fields }].slice(-KEPT)
    this.#file.save()
    const quota = { dailyQuota: '500', remainingQuota: '499' }
    return json({ error: 0, message: 'Success', data: { msg_id: message.msg_id, sent_time: String(now), quota } })
  }
}

export interface ZaloParts {
  directory: string
  faults: Faults
  sessionLife: number
}

function zaloPage(zalo: Zalo, book: CallBook): Answer {
  const rows = zalo.sent
    .toReversed()
    .map(
      ({ at, phone, template_id, template_data }) =>
        html`<tr><td><time datetime="${at}">${at.replace('T', ' ').slice(0, 19)}</time></td><td>${phone}</td><td>${template_id}</td><td>${Object.values(template_data).join(' · ')}</td></tr>`,
    )
  const body = html`${rows.length === 0 ? html`<p>Chưa có tin. <span lang="en">None yet.</span></p>` : html`<table><thead><tr><th>Lúc (UTC)</th><th>Tới</th><th>Mẫu</th><th>Nội dung</th></tr></thead><tbody>${rows}</tbody></table>`}
<form method="post" action="/zalo/_act/refresh-token"><p><button class="quiet">Cấp mã làm mới mới <span lang="en">· New refresh token</span></button></p></form>
<h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(book)}`
  return showPage('Zalo', body)
}

export function zaloRoutes(router: Router, parts: ZaloParts): void {
  const zalo = new Zalo(parts)
  const book = new CallBook(parts.directory, 'zalo')
  router.on(
    'POST',
    '/zalo/v4/oa/access_token',
    book.kept((call) => zalo.token(call)),
  )
  router.on(
    'POST',
    '/zalo/message/template',
    book.kept((call) => zalo.send(call)),
  )
  router.on('GET', '/zalo', () => zaloPage(zalo, book))
  router.on('GET', '/zalo/_state/messages', () => json({ messages: zalo.sent }))
  router.on('POST', '/zalo/_act/refresh-token', ({ headers }) => {
    const refresh_token = zalo.newRefreshToken()
    return headers.accept?.includes('text/html') ? seeOther('/zalo') : json({ refresh_token })
  })
  router.on('POST', '/zalo/_act/webhook', async (call) => {
    const { url, event = 'follow', user = 'sandbox-user-1' } = await call.json()
    const body = JSON.stringify({
      app_id: APP.app_id,
      event_name: event,
      follower: { id: user },
      timestamp: String(Date.now()),
    })
    const headers = { 'content-type': 'application/json' }
    return json(await postOut(String(url), { headers, body, signal: AbortSignal.timeout(10_000) }))
  })
  callRoutes(router, '/zalo', book)
}
