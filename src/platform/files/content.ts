import { createHash, type Hash } from 'node:crypto'
import { type Readable, Transform } from 'node:stream'

/** What a file is known by: the SHA-256 of its bytes, in hex, and how many there are. */
export interface StoredFile {
  sha256: string
  size: number
}

/** Where bytes are kept. A file is its content: written once, never changed, the same bytes twice are one file. */
export interface FileStore {
  /** Stores the bytes and answers once they would survive a power cut. Throws FileTooLarge beyond `limit` bytes. */
  put(source: Buffer | Readable, limit?: number): Promise<StoredFile>
  open(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
}

export class FileTooLarge extends Error {
  readonly limit: number

  constructor(limit: number) {
    super(`the file is larger than ${limit} bytes`)
    this.name = 'FileTooLarge'
    this.limit = limit
  }
}

export class FileMissing extends Error {
  constructor(sha256: string) {
    super(`no file ${sha256}`)
    this.name = 'FileMissing'
  }
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** Names come from our own table, but a path is made of them: nothing else than a hash may pass. */
export function checkedName(sha256: string): string {
  if (!isSha256(sha256)) throw new FileMissing('(not a hash)')
  return sha256
}

/** Passes bytes through, counting and hashing them; ends the stream with FileTooLarge beyond the limit. */
export class Measure extends Transform {
  size = 0
  readonly #hash: Hash = createHash('sha256')
  readonly #limit: number

  constructor(limit = Number.POSITIVE_INFINITY) {
    super()
    this.#limit = limit
  }

  override _transform(part: Buffer, _encoding: BufferEncoding, done: (error: Error | null, part?: Buffer) => void) {
    this.size += part.length
    if (this.size > this.#limit) return done(new FileTooLarge(this.#limit))
    this.#hash.update(part)
    done(null, part)
  }

  sha256(): string {
    return this.#hash.digest('hex')
  }
}
