import { setTimeout as sleep } from 'node:timers/promises'
import { asInstallation } from '#platform/db/index.ts'
import { log } from '#platform/log/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { countNew } from './count.ts'

/** Figures are at most this much, and the time of counting, behind the log. R-180 asks for a minute. */
const REST = 5000

/** Counts what is new, for as long as the worker lives. Any number of workers may do this at once. */
export class LogFollower {
  readonly #rest = new AbortController()
  #loop: Promise<void> | undefined

  start(): void {
    this.#loop = this.#run()
  }

  /** Finishes the batch it is at. */
  async stop(): Promise<void> {
    this.#rest.abort()
    await this.#loop
  }

  async #run(): Promise<void> {
    const { signal } = this.#rest
    while (!signal.aborted) {
      await this.#countAll().catch((error) => log.error({ err: error }, 'the log could not be counted'))
      await sleep(REST, undefined, { signal }).catch(() => undefined)
    }
  }

  async #countAll(): Promise<void> {
    for (const { id } of await asInstallation(listAgencies)) {
      while (!this.#rest.signal.aborted && (await countNew(id)) > 0);
    }
  }
}
