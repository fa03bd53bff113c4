import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { config } from '#platform/config/index.ts'
import { log } from '#platform/log/index.ts'

export type Scan = 'clean' | 'infected' | 'not-scanned' | 'failed'

export interface Scanned {
  scan: Scan
  /** Name of what was found. */
  finding?: string
}

const PATIENCE_MS = 30_000
const FOUND = /^stream: (.+) FOUND$/

/** Asks clamd about the bytes. `not-scanned` when none is configured, `failed` when it does not answer: never `clean` by default. */
export async function scanFile(bytes: Readable, address: string | undefined = config.CLAMAV_URL): Promise<Scanned> {
  if (!address) return { scan: 'not-scanned' }
  try {
    return verdictOf(await instream(new URL(address), bytes))
  } catch (error) {
    log.warn({ err: error }, 'a file could not be scanned')
    return { scan: 'failed' }
  }
}

function verdictOf(answer: string): Scanned {
  const [, finding] = FOUND.exec(answer) ?? []
  if (finding) return { scan: 'infected', finding }
  if (answer === 'stream: OK') return { scan: 'clean' }
  throw new Error(`clamd answered: ${answer.slice(0, 200)}`)
}

/** The INSTREAM dialogue of clamd(8): chunks with their length in front, an empty one at the end, one answer. */
async function instream(address: URL, bytes: Readable): Promise<string> {
  const socket = connect({ host: address.hostname.replace(/^\[|\]$/g, ''), port: Number(address.port || 3310) })
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd did not answer in time')))
  const answer = readAnswer(socket)
  answer.catch(() => undefined)
  try {
    await send(socket, Buffer.from('zINSTREAM\0'))
    for await (const part of bytes) await send(socket, framed(part as Buffer))
    await send(socket, Buffer.alloc(4))
    return await answer
  } catch (error) {
    // clamd closes early when the stream is longer than it accepts, and says so: its words before our broken pipe.
    const said = await answer.catch(() => '')
    if (said) return said
    throw error
  } finally {
    socket.destroy()
  }
}

function framed(part: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(part.length)
  return Buffer.concat([length, part])
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())))
}

function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    socket.on('data', (part) => {
      said += part.toString('utf8')
    })
    socket.once('error', reject)
    socket.once('close', () => {
      const answer = said.split('\0')[0]?.trim() ?? ''
      if (answer) resolve(answer)
      else reject(new Error('clamd closed without an answer'))
    })
  })
}
