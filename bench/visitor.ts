import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { config } from '#platform/config/index.ts'
import { HOST } from './portal.ts'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
  milliseconds: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Somebody with a session, who keeps cookies and the token of the last form. */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  token = ''

  constructor(session?: string) {
    if (session) this.#cookies.set('mc_session', session)
  }

  get(path: string): Promise<Answer> {
    return this.#ask('GET', path)
  }

  post(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#ask('POST', path, new URLSearchParams({ _form: this.token, ...fields }).toString())
  }

  async #ask(method: string, path: string, body?: string): Promise<Answer> {
    const headers: Record<string, string> = { host: `${HOST}:${config.PORT}`, 'accept-encoding': 'gzip, deflate, br' }
    if (this.#cookies.size > 0)
      headers.cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (body !== undefined) {
      headers['content-type'] = 'application/x-www-form-urlencoded'
      // Compressed pages are not read; what a form answers is.
      headers['content-length'] = String(Buffer.byteLength(body))
    }
    if (this.token === '' && this.#cookies.size > 0) delete headers['accept-encoding']
    const answer = await send({ method, path, headers, body })
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    this.token = /name="_form" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.token
    return answer
  }
}

interface Sending {
  method: string
  path: string
  headers: Record<string, string>
  body: string | undefined
}

function send({ method, path, headers, body }: Sending): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port: config.PORT, method, path, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const milliseconds = performance.now() - began
        const text = Buffer.concat(parts).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, milliseconds })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

export function closeVisitors(): void {
  agent.destroy()
}
