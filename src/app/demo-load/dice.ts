import { createHash } from 'node:crypto'

/** Chance that falls the same way for the same words: sfc32, started from a hash of them. */
export class Dice {
  readonly #state: Uint32Array

  constructor(words: string) {
    const hash = createHash('sha256').update(words).digest()
    this.#state = Uint32Array.from([0, 4, 8, 12], (at) => hash.readUInt32LE(at))
  }

  #draw(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.#state
    const drawn = (a + b + counter) >>> 0
    this.#state.set([b ^ (b >>> 9), (c + (c << 3)) >>> 0, (((c << 21) | (c >>> 11)) + drawn) >>> 0, counter + 1])
    return drawn
  }

  /** In [0, 1). */
  next(): number {
    return this.#draw() / 2 ** 32
  }

  /** In [from, to), whole. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.whole(0, list.length)]
    if (found === undefined) throw new RangeError('nothing to choose from')
    return found
  }

  hex(digits: number): string {
    let text = ''
    while (text.length < digits) text += this.#draw().toString(16).padStart(8, '0')
    return text.slice(0, digits)
  }

  /** A UUIDv7 of that moment, as `newId` would have made it then. */
  idAt(moment: Date): string {
    const time = moment.getTime().toString(16).padStart(12, '0')
    const variant = '89ab'[this.whole(0, 4)]
    return `${time.slice(0, 8)}-${time.slice(8)}-7${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`
  }
}
