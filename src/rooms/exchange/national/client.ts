import { type Answer, callOutside } from '#platform/gateway/index.ts'
import type { Connection } from '../connection.ts'
import type { FieldReason, Reply } from '../message.ts'

/** Credentials of the installation; codes and addresses are the agency's, in its connection. */
export interface NationalAccount {
  username: string
  password: string
}

interface Envelope {
  error_code?: unknown
  message?: unknown
  result?: unknown
}

const OK = new Set(['0', '00'])
/** Business errors: the dossier is there already, or something in it is wrong. */
const BUSINESS = new Set(['3', '-3'])
const SESSION_ENDED = new Set(['1', '-1', '401'])
const EXISTS = /already|đã tồn tại|da ton tai/i

const sessions = new Map<string, Promise<string>>()

/** Speaks to the national portal through the adapter of the agency. @see contract v1.4, transport and session */
export class NationalClient {
  readonly #connection: Connection
  readonly #account: NationalAccount

  constructor(connection: Connection, account: NationalAccount) {
    this.#connection = connection
    this.#account = account
  }

  /** One call in a session; a session that ended is opened anew, once. Throws Unreachable. */
  async call(
    endpoint: 'share' | 'integration',
    body: object,
    { repeatable }: { repeatable: boolean },
  ): Promise<{ envelope: Envelope; answer: Answer }> {
    const path = this.#setting(`${endpoint}Path`)
    for (let attempt = 0; ; attempt += 1) {
      const session = await this.#session()
      const answer = await this.#post(path, { session, madonvi: this.#setting('agencyCode'), ...body }, repeatable)
      const envelope = read(answer)
      if (attempt > 0 || !SESSION_ENDED.has(String(envelope.error_code))) return { envelope, answer }
      sessions.delete(this.#sessionKey())
    }
  }

  #setting(name: string): string {
    const value = this.#connection.settings[name]
    if (value === undefined) throw new Error(`the connection to the national portal lacks ${name}`)
    return value
  }

  #sessionKey(): string {
    return `${this.#connection.agencyId} ${this.#setting('url')}`
  }

  #session(): Promise<string> {
    const key = this.#sessionKey()
    const known = sessions.get(key)
    if (known) return known
    const opened = this.#login().catch((error) => {
      sessions.delete(key)
      throw error
    })
    sessions.set(key, opened)
    return opened
  }

  async #login(): Promise<string> {
    const answer = await this.#post(this.#setting('loginPath'), { ...this.#account }, true)
    const { session } = read(answer) as { session?: unknown }
    if (typeof session !== 'string' || session === '') throw new Error('the national portal gave no session')
    return session
  }

  #post(path: string, body: object, repeatable: boolean): Promise<Answer> {
    const dstcode = this.#setting('dstcode')
    return callOutside(
      { name: 'national-portal', timeout: 20_000 },
      {
        url: `${this.#setting('url')}/RestService/forward/${path}?dstcode=${dstcode}`,
        method: 'POST',
        headers: { 'content-type': 'application/json', charset: 'utf-8', dstcode },
        body: JSON.stringify(body),
        repeatable,
      },
    )
  }
}

function read(answer: Answer): Envelope {
  try {
    const parsed: unknown = JSON.parse(answer.body.toString())
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    return {}
  }
}

export function existsAlready({ error_code, message }: Envelope): boolean {
  return BUSINESS.has(String(error_code)) && EXISTS.test(String(message))
}

/** What an answer of the national portal means for a message. */
export function replyOf({ envelope, answer }: { envelope: Envelope; answer: Answer }): Reply {
  const said = { status: answer.status, answer: shorten(answer.body.toString()) }
  const code = String(envelope.error_code)
  if (OK.has(code)) return { outcome: 'acknowledged', ...said }
  if (SESSION_ENDED.has(code)) return { outcome: 'again', ...said }
  if (BUSINESS.has(code)) return { outcome: 'refused', ...said, reasons: reasonsIn(envelope) }
  return { outcome: 'puzzling', ...said }
}

const LONGEST_ANSWER = 4000

function shorten(text: string): string {
  return text.length > LONGEST_ANSWER ? `${text.slice(0, LONGEST_ANSWER)}…` : text
}

/** Reasons come as a list of fields, or as one run-on text of “field: reason; field: reason”. */
function reasonsIn({ message, result }: Envelope): FieldReason[] {
  if (Array.isArray(result)) {
    const listed = result.flatMap((one) => {
      const { field, reason } = (one ?? {}) as { field?: unknown; reason?: unknown }
      return typeof reason === 'string' ? [{ field: typeof field === 'string' ? field : '', reason }] : []
    })
    if (listed.length > 0) return listed
  }
  return splitReasons(String(message ?? ''))
}

/** `MaTTHC: không có; NgayHenTra sai định dạng` → one reason each, with its field where one is named. */
export function splitReasons(text: string): FieldReason[] {
  return text
    .split(/[;\n|]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const named = /^([A-Z][A-Za-z]+)\s*(?::|-|\s)\s*(.+)$/u.exec(part)
      const field = named?.[1] ?? ''
      return /[a-z][A-Z]/.test(field) ? { field, reason: named?.[2] ?? part } : { field: '', reason: part }
    })
}
