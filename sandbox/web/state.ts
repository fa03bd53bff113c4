import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Written beside and moved into place, so that a kill never leaves half a file. Readable by the owner only. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.new`
  writeFileSync(beside, content, { mode: 0o600 })
  renameSync(beside, path)
}

/** A small value that survives a restart. */
export class JsonFile<T> {
  readonly #path: string
  value: T

  constructor(path: string, empty: T) {
    this.#path = path
    const text = readIfPresent(path)
    this.value = text === undefined ? empty : (JSON.parse(text) as T)
  }

  save(): void {
    writeWhole(this.#path, JSON.stringify(this.value, null, 1))
  }
}
