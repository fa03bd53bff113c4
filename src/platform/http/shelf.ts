/** So many entries in memory; the oldest goes first. */
export class Shelf<T> {
  readonly #entries = new Map<string, T>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(key: string): T | undefined {
    return this.#entries.get(key)
  }

  put(key: string, entry: T): void {
    const oldest = this.#entries.size >= this.#most ? this.#entries.keys().next().value : undefined
    if (oldest !== undefined) this.#entries.delete(oldest)
    this.#entries.set(key, entry)
  }

  clear(): void {
    this.#entries.clear()
  }
}
