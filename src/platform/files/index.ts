import type { Readable } from 'node:stream'
import { config, dataPath } from '#platform/config/index.ts'
import type { FileStore, StoredFile } from './content.ts'
import { diskFiles } from './disk.ts'
import { s3Files } from './s3.ts'

export { type FileStore, FileTooLarge, type StoredFile } from './content.ts'
export { type Scan, type Scanned, scanFile } from './scan.ts'
export { type Incoming, spoolFile } from './spool.ts'

let chosen: FileStore | undefined

function store(): FileStore {
  chosen ??= config.S3_URL ? s3Files(config.S3_URL) : diskFiles(dataPath('files'))
  return chosen
}

/** Keeps the bytes for good. `limit` in bytes: beyond it nothing is kept and FileTooLarge is thrown. */
export function putFile(source: Buffer | Readable, limit?: number): Promise<StoredFile> {
  return store().put(source, limit)
}

/** The bytes as a stream. Throws FileMissing when there are none of that name. */
export function openFile(sha256: string): Promise<Readable> {
  return store().open(sha256)
}

/** All bytes at once: for what is known to be small. */
export async function readFile(sha256: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await openFile(sha256)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export function hasFile(sha256: string): Promise<boolean> {
  return store().has(sha256)
}

/** For tests: files go elsewhere from now on; without an argument, where the configuration says. */
export function useFileStore(other?: FileStore): void {
  chosen = other
}
