/**
 * Big JSON documents that are never rewritten, kept by the hash of their content: reading one again and again from the
 * database costs more than everything else on a page. Callers share the object: never change it.
 */
export class ByContent {
  readonly #kept = new Map<string, unknown>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** The document of that hash; `fetch` is asked only when it is not here. */
  async get<T>(hash: string, fetch: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(hash) as T | undefined
    if (known !== undefined) return known
    const fetched = await fetch()
    const oldest = this.#kept.size >= this.#most ? this.#kept.keys().next().value : undefined
    if (oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(hash, fetched)
    return fetched
  }
}
