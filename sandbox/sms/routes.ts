import { join } from 'node:path'
import type { Faults } from '../faults/faults.ts'
import { CallBook, callRoutes, callTable } from '../web/calls.ts'
import { isRecord } from '../web/fields.ts'
import { html } from '../web/html.ts'
import { Journal } from '../web/journal.ts'
import { type Answer, BadRequest, bytes, type Call, json, nothing, type Router, showPage } from '../web/router.ts'
import { soapBody, soapEnvelope, soapFault, textAt } from '../web/xml.ts'

const ACCOUNT = { user: 'motcua', password: 'sandbox-sms-password' }
const PHONE = /^(84|0)\d{8,10}$/
const KEPT = 500

export interface Sms {
  at: string
  operator: 'viettel' | 'vinaphone'
  to: string
  brand: string
  text: string
  requestId: string
}

/** Messages as telephones would show them. Two that are the same are two. */
export class Inbox {
  readonly #journal: Journal<Sms>
  list: Sms[]

  constructor(directory: string) {
    this.#journal = new Journal(join(directory, 'sms', 'messages.jsonl'))
    this.list = this.#journal.read().slice(-KEPT)
  }

  add(sms: Sms): void {
    this.#journal.append(sms)
    this.list = [...this.list, sms].slice(-KEPT)
  }

  clear(): void {
    this.#journal.rewrite([])
    this.list = []
  }
}

const VIETTEL = 'http://impl.bulkSms.ws/'

/** Why a message is not sent; 1 is the only good result. @see contract 3.8 */
function viettelProblem(at: (name: string) => string): string | undefined {
  if (at('User') !== ACCOUNT.user || at('Password') !== ACCOUNT.password) return 'Sai tài khoản'
  if (!at('CPCode') || !at('ServiceID') || !at('CommandCode') || !at('RequestID')) return 'Thiếu tham số'
  if (!PHONE.test(at('ReceiverID'))) return 'ReceiverID không phải số điện thoại'
  if (!at('Content')) return 'Thiếu Content'
  if (!['0', '1'].includes(at('ContentType'))) return 'ContentType là 0 hoặc 1'
  // Signs outside the plain alphabet need ContentType 1, or they arrive as question marks.
  if (at('ContentType') === '0' && /[^\x20-\x7e\n]/.test(at('Content'))) return 'Content có dấu mà ContentType là 0'
  return undefined
}

async function viettel(call: Call, inbox: Inbox, faults: Faults): Promise<Answer> {
  const type = 'text/xml; charset=utf-8'
  try {
    const asked = soapBody((await call.body()).toString('utf8'))
    if (asked.name !== 'wsCpMt' || asked.namespace !== VIETTEL) throw new BadRequest(`wsCpMt in ${VIETTEL}`)
    const at = (name: string) => textAt(asked, name)
    const problem = faults.take('sms', ['refuse'], call.url.pathname) ? 'Hết hạn mức tin nhắn' : viettelProblem(at)
    if (!problem) {
      const [to, brand, text, requestId] = [at('ReceiverID'), at('ServiceID'), at('Content'), at('RequestID')]
      inbox.add({ at: new Date().toISOString(), operator: 'viettel', to, brand, text, requestId })
    }
    const result = `<result>${problem ? 0 : 1}</result><message>${problem ?? 'Insert MT_QUEUE: OK'}</message>`
    const answer = `<ns:wsCpMtResponse xmlns:ns="${VIETTEL}"><return>${result}</return></ns:wsCpMtResponse>`
    return bytes(soapEnvelope(answer), type)
  } catch (error) {
    if (error instanceof BadRequest) return bytes(soapFault('Client', '00', error.message), type, 500)
    throw error
  }
}

/** Registered templates: `{1}`, `{2}` are filled from PARAMS. */
const TEMPLATES: Record<string, string> = {
  1001: 'Ho so {1} da duoc tiep nhan, hen tra ngay {2}.',
  1002: 'Ho so {1}: {2}',
  1003: 'Ma xac thuc cua ban la {1}.',
}

function vinaphoneProblem(request: Record<string, unknown>): string | undefined {
  if (request.APIUSER !== ACCOUNT.user || request.APIPASS !== ACCOUNT.password) return '2'
  const names = ['REQID', 'LABELID', 'CONTRACTTYPEID', 'CONTRACTID', 'TEMPLATEID', 'MOBILELIST', 'AGENTID', 'USERNAME']
  if (names.some((name) => request[name] === undefined || request[name] === '')) return '3'
  const template = TEMPLATES[String(request.TEMPLATEID)]
  if (!template || !Array.isArray(request.PARAMS)) return '4'
  if (new Set(template.match(/\{\d\}/g)).size !== request.PARAMS.length) return '5'
  return String(request.MOBILELIST)
    .split(',')
    .every((number) => PHONE.test(number))
    ? undefined
    : '6'
}

const VINAPHONE_WORDS: Record<string, string> = {
  ...{ 0: 'Success', 1: 'Quota', 2: 'Wrong account', 3: 'Missing parameter', 4: 'Template not registered' },
  ...{ 5: 'Parameters do not fit the template', 6: 'Wrong number' },
}

async function vinaphone(call: Call, inbox: Inbox, faults: Faults): Promise<Answer> {
  const { RQST: request } = await call.json()
  if (!isRecord(request)) throw new BadRequest('RQST is missing')
  const error = faults.take('sms', ['refuse'], call.url.pathname) ? '1' : vinaphoneProblem(request)
  if (!error) {
    const params = (request.PARAMS as { NUM: unknown; CONTENT: unknown }[]).map(({ NUM, CONTENT }) => [NUM, CONTENT])
    const text = params.reduce<string>(
      (words, [number, content]) => words.replaceAll(`{${String(number)}}`, String(content)),
      TEMPLATES[String(request.TEMPLATEID)] ?? '',
    )
    const shared = { at: new Date().toISOString(), operator: 'vinaphone', text } as const
    for (const to of String(request.MOBILELIST).split(',')) {
      inbox.add({ ...shared, to, brand: String(request.LABELID), requestId: String(request.REQID) })
    }
  }
  const code = error ?? '0'
  return json({ RPLY: { name: request.name, ERROR: code, ERROR_DESC: VINAPHONE_WORDS[code] } })
}

function smsPage({ list }: Inbox, book: CallBook): Answer {
  const rows = list
    .toReversed()
    .map(
      ({ at, operator, to, brand, text }) =>
        html`<tr><td><time datetime="${at}">${at.replace('T', ' ').slice(0, 19)}</time></td><td>${operator}, ${brand}</td><td>${to}</td><td>${text}</td></tr>`,
    )
  const body = html`${rows.length === 0 ? html`<p>Chưa có tin nhắn. <span lang="en">None yet.</span></p>` : html`<table><thead><tr><th>Lúc (UTC)</th><th>Nhà mạng</th><th>Tới</th><th>Nội dung</th></tr></thead><tbody>${rows}</tbody></table>`}
<details><summary>Mẫu đã đăng ký <span lang="en">· Templates</span></summary><ul>${Object.entries(TEMPLATES).map(([id, text]) => html`<li>${id}: ${text}</li>`)}</ul></details>
<h2>Lượt gọi <span lang="en">· Calls</span></h2>${callTable(book)}`
  return showPage('Tin nhắn · SMS', body)
}

export function smsRoutes(router: Router, { directory, faults }: { directory: string; faults: Faults }): void {
  const inbox = new Inbox(directory)
  const book = new CallBook(directory, 'sms')
  router.on(
    'POST',
    '/sms/viettel',
    book.kept((call) => viettel(call, inbox, faults)),
  )
  router.on(
    'POST',
    '/sms/vinaphone',
    book.kept((call) => vinaphone(call, inbox, faults)),
  )
  router.on('GET', '/sms', () => smsPage(inbox, book))
  router.on('GET', '/sms.json', ({ url }) => {
    const to = url.searchParams.get('to')
    return json({ messages: inbox.list.toReversed().filter((one) => !to || one.to === to) })
  })
  router.on('DELETE', '/sms.json', () => {
    inbox.clear()
    return nothing
  })
  callRoutes(router, '/sms', book)
}
