import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Faults } from '../faults/faults.ts'
import { isRecord } from '../web/fields.ts'
import { type Answer, json, type RawHandler, type Router, readBody, send } from '../web/router.ts'
import { credential, isBasic, Tokens } from './tokens.ts'

const CONSUMER = 'sandbox-consumer-key:sandbox-consumer-secret'
const APPLICATION = { AccessKey: 'sandbox-access-key', SecretKey: 'sandbox-secret-key', AppName: 'motcua' }
const LOGIN = { username: 'motcua', password: 'sandbox-lgsp-password' }

/** What stands behind the platforms. */
const BEHIND = ['/national/RestService/', '/registries/', '/document-system/']

export interface LgspParts {
  faults: Faults
  sessionLife: number
  /** The way into the service behind, with faults of its own. */
  dispatch: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

function unauthorized(message: string): Answer {
  return json({ fault: { code: 900901, message: 'Invalid Credentials', description: message } }, 401)
}

/** `lgspaccesstoken`: base64 of JSON naming the application and the partners. @see contract 3.1 */
function isApplication(header: unknown): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(String(header), 'base64').toString('utf8'))
    if (!isRecord(value) || typeof value.PartnerCode !== 'string' || value.PartnerCode === '') return false
    return Object.entries(APPLICATION).every(([name, wanted]) => value[name] === wanted)
  } catch {
    return false
  }
}

class Platform {
  readonly #access: Tokens
  readonly #refresh: Tokens
  readonly #faults: Faults
  readonly #isDual: boolean

  constructor({ faults, sessionLife }: LgspParts, isDual: boolean) {
    this.#access = new Tokens(sessionLife)
    this.#refresh = new Tokens(10 * sessionLife)
    this.#faults = faults
    this.#isDual = isDual
  }

  /** `POST /token`, client credentials. */
  async token(request: IncomingMessage): Promise<Answer> {
    const form = new URLSearchParams((await readBody(request)).toString('utf8'))
    if (!isBasic(request.headers.authorization, CONSUMER)) return json({ error: 'invalid_client' }, 401)
    if (form.get('grant_type') !== 'client_credentials') return json({ error: 'unsupported_grant_type' }, 400)
    if (this.#faults.take('lgsp', ['refuse'], '/token')) return json({ error: 'invalid_client' }, 401)
    const token = { access_token: this.#access.issue(), scope: 'default', token_type: 'Bearer' }
    return json({ ...token, expires_in: this.#access.life })
  }

  /** The province’s manner: user and password, then a refresh token that opens once. */
  async login(request: IncomingMessage, path: string): Promise<Answer> {
    const asked: unknown = JSON.parse((await readBody(request)).toString('utf8') || '{}')
    if (!isRecord(asked)) return unauthorized('no body')
    const isKnown =
      path === '/refresh'
        ? this.#refresh.use(String(asked.refreshToken))
        : asked.username === LOGIN.username && asked.password === LOGIN.password
    if (!isKnown) return unauthorized('unknown user or refresh token')
    const { expiryDate } = this.#access
    return json({ token: this.#access.issue(), refreshToken: this.#refresh.issue(), expiryDate })
  }

  /** Why a call may not go further. */
  refusal({ url = '', headers }: IncomingMessage): Answer | undefined {
    if (this.#faults.take('lgsp', ['session-expired'], url)) this.#access.endAll()
    if (!this.#access.isOpen(credential(headers.authorization, 'bearer'))) {
      return unauthorized('access token is missing, wrong or expired')
    }
    if (this.#isDual && !isApplication(headers.lgspaccesstoken)) return unauthorized('lgspaccesstoken is wrong')
    return undefined
  }
}

function handler(platform: Platform, prefix: string, dispatch: LgspParts['dispatch']): RawHandler {
  return async (request, response) => {
    const url = (request.url ?? '').slice(prefix.length)
    const path = url.split('?')[0] ?? ''
    if (request.method === 'POST' && path === '/token') return send(response, await platform.token(request))
    if (request.method === 'POST' && (path === '/login' || path === '/refresh')) {
      return send(response, await platform.login(request, path))
    }
    const refusal = platform.refusal(request)
    if (refusal) return send(response, refusal)
    if (!BEHIND.some((behind) => url.startsWith(behind))) return send(response, json({ error: 'not-found' }, 404))
    request.url = url
    await dispatch(request, response)
    request.url = prefix + url
  }
}

/**
 * Two integration platforms in front of the same services: `/lgsp` asks for a bearer token, `/ndxp` for a bearer token
 * and `lgspaccesstoken`. @see contract 3.1
 */
export function lgspRoutes(router: Router, parts: LgspParts): void {
  router.mount('/lgsp', handler(new Platform(parts, false), '/lgsp', parts.dispatch))
  router.mount('/ndxp', handler(new Platform(parts, true), '/ndxp', parts.dispatch))
}
