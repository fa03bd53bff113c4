import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Markup, page } from './html.ts'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

/** A request as a handler sees it. */
export interface Call {
  method: string
  url: URL
  params: Record<string, string>
  headers: IncomingMessage['headers']
  body(): Promise<Buffer>
  /** A urlencoded form. */
  form(): Promise<URLSearchParams>
  /** A JSON object. Throws `BadRequest`. */
  json(): Promise<Record<string, unknown>>
}

export type Handler = (call: Call) => Answer | Promise<Answer>
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export class BadRequest extends Error {}

/** Papers travel inside some messages, as base64. */
const LARGEST_BODY = 25_000_000

const bodies = new WeakMap<IncomingMessage, Promise<Buffer>>()

export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(value) }
}

export function bytes(body: Uint8Array | string, type: string, status = 200): Answer {
  return { status, headers: { 'content-type': type }, body }
}

export function seeOther(location: string): Answer {
  return { status: 303, headers: { location }, body: '' }
}

export const nothing: Answer = { status: 204, headers: {}, body: '' }

/**
 * A page under a policy that allows no script and no outside source. `form-action` is not named: browsers apply it
 * to the redirect that leads from a sign-in form back to the portal.
 */
export function showPage(title: string, body: Markup, status = 200): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
    body: page({ title, body }),
  }
}

/** The whole body. It may be asked for again: a fault may let one request arrive twice. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  const known = bodies.get(request)
  if (known) return known
  const read = readStream(request)
  bodies.set(request, read)
  return read
}

async function readStream(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > LARGEST_BODY) throw new BadRequest('body too large')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...answer.headers,
  })
  response.end(answer.body)
}

function callOf(request: IncomingMessage, url: URL, params: Record<string, string>): Call {
  const body = () => readBody(request)
  return {
    method: request.method ?? 'GET',
    url,
    params,
    headers: request.headers,
    body,
    form: async () => new URLSearchParams((await body()).toString('utf8')),
    async json() {
      try {
        const value: unknown = JSON.parse((await body()).toString('utf8'))
        if (value !== null && typeof value === 'object' && !Array.isArray(value))
          return value as Record<string, unknown>
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
      }
      throw new BadRequest('the body is not a JSON object')
    },
  }
}

/** `/a/:id` against `/a/7` gives `{ id: '7' }`; `:rest*` takes the slashes too. */
function matcher(pattern: string): (path: string) => Record<string, string> | undefined {
  const source = pattern
    .split('/')
    .map((segment) => {
      if (!segment.startsWith(':')) return segment.replaceAll('.', '\\.')
      return segment.endsWith('*') ? `(?<${segment.slice(1, -1)}>.+)` : `(?<${segment.slice(1)}>[^/]+)`
    })
    .join('/')
  const expression = new RegExp(`^${source}$`)
  return (path) => {
    const found = expression.exec(path)
    return found ? { ...found.groups } : undefined
  }
}

interface Route {
  method: string
  match: (path: string) => Record<string, string> | undefined
  handler: Handler
}

export class Router {
  readonly #routes: Route[] = []
  readonly #mounts: { prefix: string; handler: RawHandler }[] = []

  on(method: string, pattern: string, handler: Handler): this {
    this.#routes.push({ method, match: matcher(pattern), handler })
    return this
  }

  /** Hands every path below `prefix` over as it is. */
  mount(prefix: string, handler: RawHandler): this {
    this.#mounts.push({ prefix, handler })
    return this
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://sandbox')
    const mount = this.#mounts.find(({ prefix }) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`))
    if (mount) return mount.handler(request, response)

    const method = request.method === 'HEAD' ? 'GET' : request.method
    const here = this.#routes.flatMap(({ match, ...route }) => {
      const params = match(url.pathname)
      return params ? [{ ...route, params }] : []
    })
    const route = here.find((candidate) => candidate.method === method)
    if (route) return send(response, await route.handler(callOf(request, url, route.params)))
    send(response, json({ error: here.length > 0 ? 'method-not-allowed' : 'not-found' }, here.length > 0 ? 405 : 404))
  }
}
