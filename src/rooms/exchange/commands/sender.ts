import { setTimeout as sleep } from 'node:timers/promises'
import { now } from '#platform/clock/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { log } from '#platform/log/index.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import type { Destination } from '../message.ts'
import { listBusy } from '../store/connections.ts'
import { wakeNeedy } from '../store/messages.ts'
import { deliver } from './deliver.ts'

const REST = 1000
const SWEEP = 60_000

/**
 * Sends what waits, for as long as the worker lives. Each destination of each agency has its own turn, so that a slow
 * one holds up nobody else. Any number of workers may do this at once: a message is taken by one of them.
 */
export class Sender {
  readonly #busy = new Map<string, Promise<void>>()
  #stopping = false
  #loop: Promise<void> | undefined
  #sweptAt = 0

  start(): void {
    this.#loop = this.#run()
  }

  /** Finishes what is on its way. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.#loop
    await Promise.all(this.#busy.values())
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      await this.#look().catch((error) => log.error({ err: error }, 'the ledger could not be read'))
      await sleep(REST)
    }
  }

  async #look(): Promise<void> {
    const at = now()
    const sweep = at.getTime() - this.#sweptAt > SWEEP
    if (sweep) this.#sweptAt = at.getTime()
    for (const { id } of await asInstallation(listAgencies)) {
      const destinations = await read(id, (tx) => listBusy(tx, at))
      for (const destination of destinations) this.#turn(id, destination)
      // Two acts at the same instant can miss each other: whoever still waits for the other is woken here.
      if (sweep) await transaction(id, (tx) => wakeNeedy(tx, { at }))
    }
  }

  #turn(agencyId: number, destination: Destination): void {
    const key = `${agencyId} ${destination}`
    if (this.#busy.has(key)) return
    const turn = this.#empty(agencyId, destination)
      .catch((error) => log.error({ err: error, destination }, 'messages could not be sent'))
      .finally(() => this.#busy.delete(key))
    this.#busy.set(key, turn)
  }

  async #empty(agencyId: number, destination: Destination): Promise<void> {
    while (!this.#stopping && (await deliver(agencyId, destination)) > 0);
  }
}
