import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { log } from '#platform/log/index.ts'
import { embeddedAddress } from './address.ts'
import type { DatabaseAddress } from './connection.ts'
import { exists, type Places, preparePlaces, reachable, socketOf } from './embedded-files.ts'
import { clearStaleLock, livingLauncher, livingServer, signLauncher, unsignLauncher } from './embedded-lock.ts'
import { initialise, launch, shutDown } from './embedded-server.ts'

export { EmbeddedProblem } from './embedded-files.ts'

export interface Embedded {
  address: DatabaseAddress
  socketDirectory: string
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL in `wanted`, creating it on first use. A server that falls is started again; when it
 * keeps falling, `gaveUp` is called. Throws EmbeddedProblem when the directory belongs to another version or to a
 * running process.
 */
export async function startEmbedded(wanted: string, gaveUp: () => void = () => undefined): Promise<Embedded> {
  const places = await preparePlaces(wanted)
  await clearStaleLock(places)
  if (!(await exists(join(places.data, 'PG_VERSION')))) await initialise(places)

  const kept = new KeptServer(places, gaveUp)
  await kept.start()
  await signLauncher(places.data)
  await ensureDatabase(places.socket)
  return {
    address: embeddedAddress(places.socket),
    socketDirectory: places.socket,
    async stop() {
      await unsignLauncher(places.data)
      await kept.stop()
      await rm(places.socket, { recursive: true, force: true })
    },
  }
}

const RISING_MS = 5000

/**
 * The embedded server that another process of this installation runs on `wanted`, if one does. A server that is just
 * being started again by its launcher is waited for; the number of a dead launcher may be another program's by now.
 */
export async function findEmbedded(wanted: string): Promise<DatabaseAddress | undefined> {
  const directory = await reachable(wanted)
  const data = join(directory, 'data')
  const until = performance.now() + RISING_MS
  while ((await livingLauncher(data)) !== undefined && performance.now() < until) {
    if ((await livingServer(data)) !== undefined) return embeddedAddress(socketOf(directory))
    await pause(100)
  }
  return undefined
}

async function ensureDatabase(socket: string): Promise<void> {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'postgres' })
  await client.connect()
  const { rowCount } = await client.query("select from pg_database where datname = 'motcua'")
  if (!rowCount) await client.query('create database motcua')
  await client.end()
}

const RESTARTS = 5
const WITHIN_MS = 600_000

/** A server that is started again when it falls by itself, or is killed: what was committed is in its journal. */
class KeptServer {
  readonly #places: Places
  readonly #gaveUp: () => void
  #server: ChildProcess | undefined
  #rising: Promise<void> = Promise.resolve()
  #falls: number[] = []
  #stopping = false

  constructor(places: Places, gaveUp: () => void) {
    this.#places = places
    this.#gaveUp = gaveUp
  }

  async start(): Promise<void> {
    const server = await launch(this.#places)
    this.#server = server
    server.once('exit', (code, signal) => this.#fell({ code, signal }))
  }

  #fell(how: { code: number | null; signal: string | null }): void {
    if (this.#stopping) return
    log.error(how, 'the database stopped by itself; it is started again')
    this.#rising = this.#rise().catch((error) => {
      log.fatal({ err: error }, 'the database does not start again')
      this.#gaveUp()
    })
  }

  async #rise(): Promise<void> {
    const now = performance.now()
    this.#falls = [...this.#falls.filter((at) => at > now - WITHIN_MS), now]
    if (this.#falls.length > RESTARTS) throw new Error(`it fell ${this.#falls.length} times in ten minutes`)
    // A server that cannot live is not asked a hundred times a second.
    if (this.#falls.length > 1) await pause(500)
    if (this.#stopping) return
    await clearStaleLock(this.#places)
    await this.start()
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#rising
    if (this.#server) await shutDown(this.#server)
  }
}
