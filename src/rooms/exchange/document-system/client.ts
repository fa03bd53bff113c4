import { z } from 'zod'
import { type Answer, callOutside } from '#platform/gateway/index.ts'
import type { Connection } from '../connection.ts'
import type { Reply } from '../message.ts'

export interface DocumentAccount {
  token: string
}

const KNOWN = z.object({
  id: z.string(),
  state: z.enum(['received', 'issued', 'returned']),
  reference: z.string().optional(),
  reason: z.string().optional(),
})
export type KnownDocument = z.infer<typeof KNOWN>
const INBOX = z.object({ documents: z.array(KNOWN) })

const NOT_FOUND = 404
const LONGEST_ANSWER = 4000

/** Speaks to the document system of an agency. @see contract §3.4; edXML */
export class DocumentClient {
  readonly #url: string
  readonly #authorization: string

  constructor({ settings }: Pick<Connection, 'settings'>, { token }: DocumentAccount) {
    this.#url = settings.url ?? ''
    this.#authorization = `Bearer ${token}`
  }

  /** Throws Unreachable. */
  async send(edxml: string): Promise<Reply> {
    const answer = await this.#call('drafts', { method: 'POST', body: edxml, type: 'application/xml; charset=utf-8' })
    return replyOf(answer)
  }

  /** What they know of a document; undefined when they know nothing of it. Throws Unreachable, and for another shape. */
  async ask(id: string): Promise<KnownDocument | undefined> {
    const answer = await this.#call(`documents/${encodeURIComponent(id)}`)
    return answer.status === NOT_FOUND ? undefined : read(answer, KNOWN)
  }

  /** What came back and was not acknowledged. Throws like `ask`. */
  async inbox(): Promise<KnownDocument[]> {
    return read(await this.#call('inbox'), INBOX).documents
  }

  /** The document with its number, day and file, as edXML. Throws Unreachable. */
  async fetch(id: string): Promise<string> {
    const answer = await this.#call(`documents/${encodeURIComponent(id)}/edxml`)
    if (answer.status >= 400) throw new Error(`the document was not given: status ${answer.status}`)
    return answer.body.toString()
  }

  async acknowledge(id: string): Promise<void> {
    await this.#call(`inbox/${encodeURIComponent(id)}/ack`, { method: 'POST' })
  }

  /** All calls may be repeated: a draft has its own id, and to read or acknowledge twice is to do it once. */
  #call(path: string, { method = 'GET', body, type }: { method?: 'GET' | 'POST'; body?: string; type?: string } = {}) {
    return callOutside(
      { name: 'document-system', timeout: 20_000 },
      {
        ...{ url: `${this.#url}/${path}`, method, repeatable: true },
        headers: { authorization: this.#authorization, ...(type === undefined ? {} : { 'content-type': type }) },
        ...(body === undefined ? {} : { body }),
      },
    )
  }
}

function read<T>({ status, body }: Answer, shape: z.ZodType<T>): T {
  if (status >= 400) throw new Error(`the document system answered with status ${status}`)
  return shape.parse(JSON.parse(body.toString().normalize('NFC')))
}

const PROBLEM = z.object({ message: z.string().optional(), reasons: z.array(z.string()).optional() })
const REFUSALS: ReadonlySet<number> = new Set([409, 422])

function replyOf({ status, body }: Answer): Reply {
  const text = body.toString()
  const said = { status, answer: text.slice(0, LONGEST_ANSWER) }
  if (status === 401) return { outcome: 'again', ...said }
  if (REFUSALS.has(status)) {
    const { message, reasons } = PROBLEM.catch({}).parse(jsonIn(text))
    return {
      outcome: 'refused',
      ...said,
      reasons: (reasons ?? [message ?? text]).map((reason) => ({ field: '', reason })),
    }
  }
  const taken = KNOWN.safeParse(jsonIn(text))
  return taken.success && status < 300 ? { outcome: 'acknowledged', ...said } : { outcome: 'puzzling', ...said }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
