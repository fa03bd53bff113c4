import { appendFileSync, mkdirSync, statSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { readIfPresent, writeWhole } from './state.ts'

/**
 * Facts in the order they happened, one JSON line each. A simulator answers only after its fact is in the file, and
 * rebuilds what it holds from the file: what was acknowledged survives a kill.
 */
export class Journal<Fact> {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  }

  /** Every whole fact, oldest first. A line cut short by a kill was never acknowledged and is cut off. */
  read(): Fact[] {
    const text = readIfPresent(this.#path) ?? ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) truncateSync(this.#path, Buffer.byteLength(whole))
    return whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Fact)
  }

  append(fact: Fact): void {
    appendFileSync(this.#path, `${JSON.stringify(fact)}\n`, { mode: 0o600 })
  }

  /** Fewer lines that say the same. */
  rewrite(facts: Fact[]): void {
    writeWhole(this.#path, facts.map((fact) => `${JSON.stringify(fact)}\n`).join(''))
  }

  get size(): number {
    return statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0
  }
}
