import { join } from 'node:path'
import { html, type Markup } from './html.ts'
import { Journal } from './journal.ts'
import { type Answer, type Call, type Handler, json, type Router } from './router.ts'

/** One call as it was received and answered. */
export interface Received {
  id: number
  at: string
  method: string
  path: string
  headers: Record<string, string>
  body: string
  status: number
  answer: string
}

const KEPT = 2000
const LONGEST = 20_000
const TURN_OVER = 32_000_000
const HEADERS = ['content-type', 'charset', 'dstcode', 'soapaction', 'user-agent', 'idempotency-key']
/** Headers that open something: that they came is kept, not what they were. */
const SECRET_HEADERS = ['authorization', 'lgspaccesstoken', 'token', 'access_token', 'secret_key']
const SECRETS = /("(?:password|session|secret|token|refreshToken|refresh_token|APIPASS)"\s*:\s*")[^"]*/gi

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text
}

function headersOf({ headers }: Call): Record<string, string> {
  const shown = HEADERS.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : []))
  const hidden = SECRET_HEADERS.flatMap((name) => (headers[name] ? [[name, 'present']] : []))
  return Object.fromEntries([...shown, ...hidden])
}

function textOf(content: string | Uint8Array): string {
  const text = Buffer.from(content).toString('utf8')
  return text.includes('\u0000') || text.includes('\uFFFD') ? `(${content.length} bytes)` : text
}

/** Keeps what a destination received and answered: the last ones in memory, all of a season on disk. */
export class CallBook {
  readonly name: string
  readonly #journal: Journal<Received>
  #list: Received[]
  #last: number

  constructor(directory: string, name: string) {
    this.name = name
    this.#journal = new Journal(join(directory, name, 'calls.jsonl'))
    this.#list = this.#journal.read().slice(-KEPT)
    this.#last = this.#list.at(-1)?.id ?? 0
  }

  get total(): number {
    return this.#last
  }

  /** Oldest first. */
  list({ after = 0, contains = '', limit = KEPT }: { after?: number; contains?: string; limit?: number } = {}) {
    const found = this.#list.filter(({ id, body, path }) => id > after && (path + body).includes(contains))
    return after > 0 ? found.slice(0, limit) : found.slice(-limit)
  }

  /** The handler, with everything it receives and answers kept. */
  kept(handler: Handler): Handler {
    return async (call) => {
      const answer = await handler(call)
      this.#keep(call, await call.body(), answer)
      return answer
    }
  }

  #keep(call: Call, body: Buffer, answer: Answer): void {
    const received: Received = {
      id: ++this.#last,
      at: new Date().toISOString(),
      method: call.method,
      path: call.url.pathname + call.url.search,
      headers: headersOf(call),
      body: shorten(textOf(body).replace(SECRETS, '$1***')),
      status: answer.status,
      answer: shorten(textOf(answer.body).replace(SECRETS, '$1***')),
    }
    this.#list.push(received)
    if (this.#list.length > 2 * KEPT) this.#list = this.#list.slice(-KEPT)
    if (this.#journal.size > TURN_OVER) this.#journal.rewrite(this.#list)
    this.#journal.append(received)
  }
}

/** `GET {prefix}/_state/calls`: for tests and reconciliation; the sandbox's own. */
export function callRoutes(router: Router, prefix: string, book: CallBook): void {
  router.on('GET', `${prefix}/_state/calls`, ({ url: { searchParams } }) => {
    const limit = Number(searchParams.get('limit')) || KEPT
    const after = Number(searchParams.get('after')) || 0
    return json({ total: book.total, calls: book.list({ after, contains: searchParams.get('contains') ?? '', limit }) })
  })
}

function row({ at, method, path, status, body, answer }: Received): Markup {
  const shown = html`<details><summary>${method} <code>${decodeURI(path)}</code></summary><pre>${body}</pre><pre>${answer}</pre></details>`
  return html`<tr><td><time datetime="${at}">${at.replace('T', ' ').slice(0, 19)}</time></td><td>${status}</td><td>${shown}</td></tr>`
}

/** The last calls, newest first, with what was said both ways. */
export function callTable(book: CallBook, limit = 30): Markup {
  const calls = book.list({ limit }).toReversed()
  if (calls.length === 0) return html`<p>Chưa có lượt gọi nào. <span lang="en">No call yet.</span></p>`
  return html`<p>Đã nhận ${book.total} lượt gọi. <span lang="en">Calls received.</span> <a href="/faults">Bật trục trặc <span lang="en">· Faults</span></a></p>
<table><thead><tr><th>Lúc (UTC)</th><th>Mã</th><th>Lượt gọi</th></tr></thead><tbody>${calls.map(row)}</tbody></table>`
}
