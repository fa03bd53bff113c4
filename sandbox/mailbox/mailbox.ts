import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { writeWhole } from '../web/state.ts'

export interface Attachment {
  filename: string
  contentType: string
  size: number
}

export interface Message {
  id: string
  receivedAt: string
  from: string
  /** Where it was delivered: the envelope, not the header. */
  to: string[]
  subject: string
  text: string
  html?: string
  attachments: Attachment[]
}

const KEPT = 500

/** The letters that came in, each as it came (`.eml`) and as it reads (`.json`). */
export class Mailbox {
  readonly #directory: string
  readonly #messages: Message[]
  #last: number

  constructor(directory: string) {
    this.#directory = directory
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const files = readdirSync(directory).filter((file) => file.endsWith('.json'))
    this.#messages = files.sort().map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Message)
    this.#last = Number(this.#messages.at(-1)?.id ?? 0)
  }

  /** Newest first. */
  list(to?: string | null): Message[] {
    const wanted = to?.toLowerCase()
    return this.#messages.filter((message) => !wanted || message.to.includes(wanted)).toReversed()
  }

  find(id: string): Message | undefined {
    return this.#messages.find((message) => message.id === id)
  }

  async receive(raw: Buffer, to: string[]): Promise<Message> {
    const { from, subject, text, html, attachments } = await simpleParser(raw)
    this.#last += 1
    const message: Message = {
      id: String(this.#last).padStart(8, '0'),
      receivedAt: new Date().toISOString(),
      from: from?.text ?? '',
      to: to.map((address) => address.toLowerCase()),
      subject: subject ?? '',
      text: text ?? '',
      ...(html ? { html } : {}),
      attachments: attachments.map(({ filename, contentType, size }) => ({
        filename: filename ?? 'file',
        contentType,
        size,
      })),
    }
    writeWhole(join(this.#directory, `${message.id}.eml`), raw)
    writeWhole(join(this.#directory, `${message.id}.json`), JSON.stringify(message))
    this.#messages.push(message)
    while (this.#messages.length > KEPT) this.#forget(this.#messages.shift())
    return message
  }

  async attachment(id: string, index: number): Promise<{ filename: string; content: Buffer } | undefined> {
    if (!this.find(id)) return undefined
    const { attachments } = await simpleParser(readFileSync(join(this.#directory, `${id}.eml`)))
    const found = attachments[index]
    return found && { filename: found.filename ?? 'file', content: found.content }
  }

  remove(to?: string | null): void {
    for (const message of this.list(to)) {
      this.#messages.splice(this.#messages.indexOf(message), 1)
      this.#forget(message)
    }
  }

  #forget(message: Message | undefined): void {
    if (!message) return
    rmSync(join(this.#directory, `${message.id}.json`), { force: true })
    rmSync(join(this.#directory, `${message.id}.eml`), { force: true })
  }
}
