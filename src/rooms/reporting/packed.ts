import type { Measured, Tally } from './tally.ts'
import { took } from './tally.ts'

/** Longer waits than this, more than half a year of working days, are few. */
const DENSE = 4096

/** How many dossiers took so many quarters of an hour. Dense where most are: a page adds up a million of them. */
export class Histogram {
  #counts = new Float64Array(64)
  readonly #longer = new Map<number, number>()
  #longest = -1

  get isEmpty(): boolean {
    return this.#longest < 0 && this.#longer.size === 0
  }

  add(quarters: number, count: number): void {
    if (quarters >= DENSE) {
      this.#longer.set(quarters, (this.#longer.get(quarters) ?? 0) + count)
      return
    }
    if (quarters >= this.#counts.length) {
      const wider = new Float64Array(Math.min(DENSE, Math.max(quarters + 1, this.#counts.length * 2)))
      wider.set(this.#counts)
      this.#counts = wider
    }
    this.#counts[quarters] = (this.#counts[quarters] ?? 0) + count
    if (quarters > this.#longest) this.#longest = quarters
  }

  /** `[quarters, dossiers]`, shortest first. */
  pairs(): [number, number][] {
    const found: [number, number][] = []
    for (let quarters = 0; quarters <= this.#longest; quarters += 1) {
      const count = this.#counts[quarters] ?? 0
      if (count > 0) found.push([quarters, count])
    }
    return [...found, ...[...this.#longer].sort(([one], [other]) => one - other)]
  }
}

/** By what is measured. */
export type Histograms = Record<Measured, Histogram>

const MEASURES: readonly Measured[] = ['receive', 'finish']

export function noWaits(): Histograms {
  return { receive: new Histogram(), finish: new Histogram() }
}

/** The tally without its waits, and the waits. */
export function apart(tally: Tally): { counts: Tally; waits: Histograms } {
  const counts: Record<string, number> = {}
  const waits = noWaits()
  for (const [name, count] of Object.entries(tally)) {
    const measured = MEASURES.find((one) => name.startsWith(`${one}/`))
    if (measured) waits[measured].add(Number(name.slice(measured.length + 1)), count)
    else counts[name] = count
  }
  return { counts, waits }
}

/** Names each wait in the tally, which is the caller's own. */
export function nameWaits(tally: Record<string, number>, waits: Histograms): void {
  for (const measured of MEASURES) {
    for (const [quarters, count] of waits[measured].pairs()) tally[took(measured, quarters)] = count
  }
}

/**
 * Numbers of seven bits a byte: for each measure how many pairs, and then, shortest first, how much longer than the pair
 * before and how many. Undefined when nobody waited.
 */
export function pack(waits: Histograms): Buffer | undefined {
  if (MEASURES.every((measured) => waits[measured].isEmpty)) return undefined
  const bytes: number[] = []
  const put = (value: number) => {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  for (const measured of MEASURES) {
    const pairs = waits[measured].pairs()
    put(pairs.length)
    let before = 0
    for (const [quarters, count] of pairs) {
      put(quarters - before)
      put(count)
      before = quarters
    }
  }
  return Buffer.from(bytes)
}

/** Adds what is packed to `waits`. */
export function unpackInto(waits: Histograms, packed: Uint8Array | null): void {
  if (packed === null) return
  let at = 0
  const take = () => {
    let [value, weight] = [0, 1]
    for (; ; weight *= 128) {
      const byte = packed[at] ?? 0
      at += 1
      value += (byte & 127) * weight
      if (byte < 128) return value
    }
  }
  for (const measured of MEASURES) {
    const histogram = waits[measured]
    let quarters = 0
    for (let pairs = take(); pairs > 0; pairs -= 1) {
      quarters += take()
      histogram.add(quarters, take())
    }
  }
}
