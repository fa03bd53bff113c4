import { z } from 'zod'
import { now } from '#platform/clock/index.ts'
import { type Answer, callOutside } from '#platform/gateway/index.ts'
import type { Connection } from '../../connection.ts'
import type { Reply } from '../../message.ts'

export interface InterlinkedAccount {
  userName: string
  password: string
}

const GRANT = z.object({ token: z.string().min(1) })
const ENVELOPE = z.object({ statusCode: z.number(), message: z.string(), value: z.unknown().optional() })
const LIFE = 10 * 60_000
const UNAUTHORISED = 401
const LONGEST_ANSWER = 4000
const ALREADY = /đã có/i

/** Speaks to the inter-linked birth and death services in the agency's name. @see contract §3.4 */
export class InterlinkedClient {
  readonly #account: InterlinkedAccount
  readonly #tokens = new Map<string, { token: string; until: number }>()

  constructor(account: InterlinkedAccount) {
    this.#account = account
  }

  /** One call under a token; a token that ended early is renewed once. Throws Unreachable. */
  async call(
    connection: Pick<Connection, 'settings'>,
    call: { path: string; method: 'GET' | 'POST' | 'PUT'; body?: object; repeatable: boolean },
  ): Promise<Answer> {
    const { url = '' } = connection.settings
    for (let attempt = 0; ; attempt += 1) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await this.#token(url)}` }
      const { path, method, repeatable } = call
      const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) }
      const answer = await callOutside(
        { name: 'interlinked' },
        { url: `${url}/${path}`, method, headers, repeatable, ...body },
      )
      if (answer.status !== UNAUTHORISED || attempt > 0) return answer
      this.#tokens.delete(url)
    }
  }

  async #token(url: string): Promise<string> {
    const known = this.#tokens.get(url)
    if (known && known.until > now().getTime()) return known.token
    const answer = await callOutside(
      { name: 'interlinked' },
      {
        url: `${url}/token`,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(this.#account),
        repeatable: true,
      },
    )
    const { token } = GRANT.parse(JSON.parse(answer.body.toString()))
    this.#tokens.set(url, { token, until: now().getTime() + LIFE })
    return token
  }
}

/** What an answer means for a message. A status that is there already is one whose first answer was lost. */
export function replyOf(answer: Answer, { attempts }: { attempts: number }): Reply {
  const text = answer.body.toString()
  const said = { status: answer.status, answer: text.slice(0, LONGEST_ANSWER) }
  if (answer.status === UNAUTHORISED) return { outcome: 'again', ...said }
  const read = ENVELOPE.safeParse(jsonIn(text))
  if (!read.success) return { outcome: 'puzzling', ...said }
  const { statusCode, message } = read.data
  if (statusCode === 1) return { outcome: 'acknowledged', ...said }
  if (attempts > 1 && ALREADY.test(message)) return { outcome: 'found', ...said }
  return { outcome: 'refused', ...said, reasons: [{ field: '', reason: message }] }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
