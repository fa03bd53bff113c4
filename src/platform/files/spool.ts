import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { dataPath } from '#platform/config/index.ts'
import type { StoredFile } from './content.ts'
import { writeAll } from './disk.ts'

/** Bytes that have come in and are not kept yet: they are looked at first. `discard` when done, whatever happened. */
export interface Incoming extends StoredFile {
  open(): Readable
  /** The first bytes, by which a type is known. */
  head(bytes: number): Promise<Buffer>
  discard(): Promise<void>
}

/** Takes a stream to the disk of this machine, out of everybody's sight. Throws FileTooLarge beyond `limit` bytes. */
export async function spoolFile(source: Readable, limit: number): Promise<Incoming> {
  const directory = dataPath('incoming')
  await mkdir(directory, { recursive: true })
  const path = `${directory}/${randomBytes(12).toString('hex')}`
  const discard = () => rm(path, { force: true })
  try {
    const { sha256, size } = await writeAll(path, source, limit)
    return { sha256, size, open: () => createReadStream(path), head: (bytes) => readHead(path, bytes), discard }
  } catch (error) {
    await discard()
    throw error
  }
}

async function readHead(path: string, bytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of createReadStream(path, { end: bytes - 1 })) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
