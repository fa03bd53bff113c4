interface Kept {
  token: string
  until: number
}

/** In the last fifth of its life a token is taken anew, so that none ends on the way. */
const EARLY = 0.8

/** Access tokens of accounts, kept in this process: a client may hold several, so each process has its own. */
export class Tokens {
  readonly #kept = new Map<string, Kept>()

  find(key: string): string | undefined {
    const kept = this.#kept.get(key)
    return kept && performance.now() < kept.until ? kept.token : undefined
  }

  keep(key: string, token: string, seconds: number): string {
    this.#kept.set(key, { token, until: performance.now() + seconds * 1000 * EARLY })
    return token
  }

  forget(key: string): void {
    this.#kept.delete(key)
  }
}
