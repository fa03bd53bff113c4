import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { diskFiles } from './disk.ts'
import { useFileStore } from './index.ts'

/** The standard test file of the anti-virus industry, in two halves, so that no scanner takes this source for it. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''),
)

export interface FakeClamd {
  address: string
  /** What it was sent, one for each scan. */
  streams: Buffer[]
  close(): Promise<void>
}

/** A clamd that knows EICAR and nothing else. `answer` makes it say something else. */
export async function fakeClamd(answer?: string): Promise<FakeClamd> {
  const streams: Buffer[] = []
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const stream = wholeStream(received)
      if (!stream) return
      streams.push(stream)
      const found = stream.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')
      socket.end(`${answer ?? (found ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')}\0`)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { address: `tcp://127.0.0.1:${portOf(server)}`, streams, close: () => closed(server) }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return address.port
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()))
}

/** The bytes of a complete INSTREAM dialogue, or undefined while it still comes in. */
function wholeStream(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (received.length < command.length) return undefined
  if (received.subarray(0, command.length).toString() !== command) throw new Error('not an INSTREAM')
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

/** Gives the calling test file a place of its own for files, gone afterwards. */
export function useTestFiles(): void {
  let home = ''
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'motcua-files-'))
    useFileStore(diskFiles(home))
  })
  afterAll(async () => {
    useFileStore()
    await rm(home, { recursive: true, force: true })
  })
}
