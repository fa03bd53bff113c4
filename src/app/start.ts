import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { childEnvironment, config, dataPath, projectPath } from '#platform/config/index.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { startEmbedded } from '#platform/db/embedded.ts'
import { closeDatabase, connectDatabase } from '#platform/db/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { unlockAbandonedJobs } from '#platform/jobs/index.ts'
import { log } from '#platform/log/index.ts'
import { type OpenedDatabase, openServer } from './database.ts'
import { type Address, listAddresses, prepareInstallation, printWelcome } from './prepare.ts'

interface Part {
  name: string
  args: string[]
}

const PARTS: Part[] = [
  { name: 'sandbox', args: [projectPath('sandbox/main.ts')] },
  { name: 'worker', args: [projectPath('.build/main.js'), 'worker'] },
  { name: 'web', args: [projectPath('.build/main.js'), 'web'] },
]

/** One machine, one command: database, migrations, shipped services, then sandbox, worker and web as processes of their own. */
export async function start(): Promise<void> {
  const parts = new Parts(PARTS.filter(({ name }) => name !== 'sandbox' || config.SANDBOX))
  let database: OpenedDatabase | undefined
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    await parts.stop()
    await database?.stop()
    process.exit(code)
  }
  database = config.DATABASE_URL ? await openServer() : await startEmbedded(dataPath('postgres'), () => void stop(1))
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  const { owner } = database.address
  const addresses = await prepareDatabase(database.address).catch(async (problem) => {
    await database.stop()
    throw problem
  })

  parts.onGiveUp = () => void stop(1)
  // The embedded server has this launcher’s worker alone; an external one may have living workers elsewhere.
  if (!config.DATABASE_URL) parts.beforeStart = { worker: () => unlockAbandonedJobs(owner) }
  await parts.start()
  printWelcome(addresses)
}

async function prepareDatabase(address: DatabaseAddress): Promise<Address[]> {
  await migrate(address.owner)
  connectDatabase(address, 2)
  await prepareInstallation()
  const addresses = await listAddresses()
  await closeDatabase()
  return addresses
}

/** The national portal of the sandbox calls the province of the demonstration, as the real one would. */
function whereItCallsUs(): Record<string, string> {
  const { NATIONAL_INBOUND_TOKEN: token = '', PORT } = config
  const url = `http://dichvucong.tinhmau.localhost:${PORT}/api/national`
  return config.SANDBOX ? { SANDBOX_INBOUND_URL: url, SANDBOX_INBOUND_TOKEN: token } : {}
}

const RESTARTS = 5

// Node sizes its young generation for the machine; on a large one a web process then keeps twice what it needs.
const NODE_ARGUMENTS = ['--enable-source-maps', '--max-semi-space-size=8']

/** The processes of one machine: a part that falls is started again, a few times. */
class Parts {
  readonly #parts: Part[]
  readonly #running = new Map<string, ChildProcess>()
  #falls = 0
  #stopping = false
  onGiveUp: () => void = () => undefined
  /** By name: what has to be done each time before the part runs. */
  beforeStart: Record<string, () => Promise<void>> = {}

  constructor(parts: Part[]) {
    this.#parts = parts
  }

  async start(): Promise<void> {
    await Promise.all(this.#parts.map((part) => this.#run(part)))
  }

  async #run(part: Part): Promise<void> {
    await this.beforeStart[part.name]?.().catch((error) => log.warn({ err: error, part: part.name }, 'not prepared'))
    if (this.#stopping) return
    const child = spawn(process.execPath, [...NODE_ARGUMENTS, ...part.args], {
      cwd: projectPath(),
      env: childEnvironment({ SANDBOX_DIR: dataPath('sandbox'), ...whereItCallsUs() }),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Its own group: Ctrl-C reaches this process alone, which stops the parts in order.
      detached: process.platform !== 'win32',
    })
    this.#running.set(part.name, child)
    child.once('exit', (code, signal) => this.#fell(part, { code, signal }))
    await Promise.race([once(child, 'message'), once(child, 'exit')])
  }

  #fell(part: Part, how: { code: number | null; signal: string | null }): void {
    this.#running.delete(part.name)
    if (this.#stopping) return
    this.#falls += 1
    log.error({ part: part.name, ...how }, 'a part of the portal stopped by itself')
    if (this.#falls > RESTARTS) this.onGiveUp()
    else setTimeout(() => void this.#run(part), 1000).unref()
  }

  /** Web first, so that nothing new is accepted while the rest finishes. */
  async stop(): Promise<void> {
    this.#stopping = true
    for (const { name } of this.#parts.toReversed()) {
      const child = this.#running.get(name)
      if (!child || child.exitCode !== null) continue
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
  }
}
