import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { config } from '#platform/config/index.ts'

export interface Letter {
  to: string
  /** As it came, with its head. */
  text: string
}

/** A mail server that keeps what it is given, once a letter's number. The portal sends to it until it is closed. */
export async function aMailServer(): Promise<{ letters: Letter[]; close(): Promise<void> }> {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const text = readable(Buffer.concat(chunks).toString())
        letters.push(...envelope.rcptTo.map(({ address }) => ({ to: address, text })))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const before = config.SMTP_URL
  config.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return {
    letters,
    async close() {
      config.SMTP_URL = before
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** A letter in Vietnamese travels in quoted-printable or base64: as it is read. */
function readable(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString()}`
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  const text = /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString() : body
  return `${head}\n\n${text}`
}
