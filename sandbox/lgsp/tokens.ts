import { randomBytes } from 'node:crypto'

/** Values that open something for a while. A restart closes everything. */
export class Tokens {
  readonly #life: number
  readonly #ends = new Map<string, number>()

  constructor(life: number) {
    this.#life = life
  }

  /** Seconds. */
  get life(): number {
    return Math.floor(this.#life / 1000)
  }

  get expiryDate(): string {
    return new Date(Date.now() + this.#life).toISOString()
  }

  issue(): string {
    const now = Date.now()
    for (const [token, end] of this.#ends) if (end <= now) this.#ends.delete(token)
    const token = randomBytes(24).toString('base64url')
    this.#ends.set(token, now + this.#life)
    return token
  }

  isOpen(token: string | undefined): boolean {
    return token !== undefined && (this.#ends.get(token) ?? 0) > Date.now()
  }

  /** Opens once. */
  use(token: string | undefined): boolean {
    const isOpen = this.isOpen(token)
    if (token !== undefined) this.#ends.delete(token)
    return isOpen
  }

  endAll(): void {
    this.#ends.clear()
  }
}

/** The value of `Authorization: {scheme} …`. */
export function credential(header: string | undefined, scheme: string): string | undefined {
  const [given = '', value] = (header ?? '').split(' ')
  return given.toLowerCase() === scheme.toLowerCase() ? value : undefined
}

/** `Authorization: Basic base64(key:secret)`. */
export function isBasic(header: string | undefined, pair: string): boolean {
  return Buffer.from(credential(header, 'basic') ?? '', 'base64').toString('utf8') === pair
}
