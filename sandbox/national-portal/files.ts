import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../web/state.ts'

const ID = /^[0-9a-f-]{36}$/

/** Files people handed in at the national portal, fetched by the agency from `downloadfile/{uuid}`. */
export class PortalFiles {
  readonly #directory: string
  /** Files that are not there yet: how often they will still be asked for in vain. */
  readonly #late = new Map<string, number>()

  constructor(directory: string) {
    this.#directory = join(directory, 'national-portal', 'files')
  }

  add(content: Buffer, { missesFirst = 0 } = {}): string {
    const id = randomUUID()
    writeWhole(join(this.#directory, id), content)
    if (missesFirst > 0) this.#late.set(id, missesFirst)
    return id
  }

  read(id: string): Buffer | undefined {
    const misses = this.#late.get(id) ?? 0
    if (misses > 0) {
      this.#late.set(id, misses - 1)
      return undefined
    }
    try {
      return ID.test(id) ? readFileSync(join(this.#directory, id)) : undefined
    } catch {
      return undefined
    }
  }
}
