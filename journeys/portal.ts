import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { findEmbedded } from '#platform/db/embedded.ts'

const root = resolve(import.meta.dirname, '..')

export type Host = 'province' | 'ministry'
export type Language = 'vi' | 'en'

const HOSTS: Record<Host, Record<Language, string>> = {
  province: { vi: 'dichvucong.tinhmau.localhost', en: 'e-services.sampleprovince.localhost' },
  ministry: { vi: 'dichvucong.bomau.localhost', en: 'e-services.sampleministry.localhost' },
}

export interface Portal {
  origin(language?: Language, host?: Host): string
  /** The outside world in miniature: `http://localhost:…` */
  sandbox: string
  /** What the program said on its error output and at `warn` and above. */
  said(): string
  /** For what no page offers: to let time pass. As the owner of the database. */
  database(statement: string): Promise<void>
  /** Asks it to stop, as an operator would. Answers how it ended. */
  stop(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function query(address: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** On an external server the portal gets a database of its own, which goes with it. */
async function ownDatabase(): Promise<{ url: string | undefined; drop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (!given) return { url: undefined, drop: async () => undefined }
  const name = `motcua_journeys_${process.pid}`
  const asAdmin = (statement: string) => query({ connectionString: given }, statement)
  await asAdmin(`create database ${name}`)
  const url = new URL(given)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) }
}

async function readiness(child: ChildProcess, said: () => string): Promise<void> {
  let heard = ''
  child.stdout?.setEncoding('utf8')
  const ready = new Promise<void>((done) => {
    child.stdout?.on('data', (text: string) => {
      heard += text
      if (/^ready http/m.test(heard)) done()
    })
  })
  const fell = once(child, 'exit').then(([code]) => {
    throw new Error(`the portal ended with ${code} before it was ready:\n${heard}\n${said()}`)
  })
  await Promise.race([ready, fell])
  // From here on its end is awaited by `stop`.
  fell.catch(() => undefined)
}

/** One run of the program: what it said, and how it ended. */
class Run {
  readonly child: ChildProcess
  readonly gone: Promise<[number | null, NodeJS.Signals | null]>
  said = ''

  constructor(env: Record<string, string | undefined>) {
    const args = ['--enable-source-maps', '.build/main.js', 'start']
    this.child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.gone = once(this.child, 'exit') as Run['gone']
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.said += text
    })
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.said += text.replace(/^(?!\{).*\n?/gm, '')
    })
    // When the run itself is broken off, nothing stays behind.
    process.once('exit', () => this.child.kill('SIGTERM'))
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }
}

async function launch(env: Record<string, string | undefined>): Promise<Run> {
  const run = new Run(env)
  await readiness(run.child, () => run.said)
  return run
}

async function environment(directory: string, { sandbox }: { sandbox: boolean }) {
  const [port, sandboxPort, smtpPort] = [await freePort(), await freePort(), await freePort()]
  return {
    ...process.env,
    MOTCUA_ROOT: root,
    NODE_ENV: 'production',
    PORT: String(port),
    SANDBOX: sandbox ? 'on' : 'off',
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_SMTP_PORT: String(smtpPort),
    DATA_DIR: directory,
    LOG_LEVEL: 'warn',
  }
}

/** The real product as `npm start` runs it: web, worker, sandbox and database, on free ports and an empty directory. */
export async function startPortal(): Promise<Portal> {
  const directory = await emptyDirectory()
  const database = await ownDatabase()
  const env = { ...(await environment(directory, { sandbox: true })), DATABASE_URL: database.url }
  const clear = async () => {
    await rm(directory, { recursive: true, force: true })
    await database.drop()
  }
  const run = await launch(env).catch(async (problem) => {
    await clear()
    throw problem
  })
  return {
    origin: (language = 'vi', host = 'province') => `http://${HOSTS[host][language]}:${env.PORT}`,
    sandbox: `http://localhost:${env.SANDBOX_PORT}`,
    said: () => run.said,
    async database(statement) {
      await query(await addressOf(directory, database.url), statement)
    },
    async stop() {
      const fellBefore = run.hasEnded
      run.child.kill('SIGTERM')
      const [code, signal] = await run.gone
      await clear()
      if (fellBefore) throw new Error(`the portal had ended by itself, with ${code ?? signal}:\n${run.said}`)
      return { code, signal }
    },
  }
}

async function emptyDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'motcua-journeys-'))
  // Started as root, the database runs as another user, who must be able to enter.
  await chmod(directory, 0o755)
  return directory
}

async function addressOf(directory: string, url: string | undefined): Promise<pg.ClientConfig> {
  const address = url ? { connectionString: url } : (await findEmbedded(join(directory, 'postgres')))?.owner
  if (!address) throw new Error('the database of the portal was not found')
  return address
}

/** A portal that can be killed and started again on the same data. It has no sandbox: nobody outside is spoken to. */
export interface MortalPortal {
  host: string
  port: number
  directory: string
  /** The number of the launcher. */
  pid(): number
  said(): string
  /** Its own command line. Answers what it printed; throws when it ends with another code than 0. */
  command(...words: string[]): string
  startAgain(): Promise<void>
  stop(): Promise<void>
}

export async function startMortalPortal(): Promise<MortalPortal> {
  const directory = await emptyDirectory()
  const env = { ...(await environment(directory, { sandbox: false })), DATABASE_URL: undefined }
  let run = await launch(env)
  return {
    host: `${HOSTS.province.vi}:${env.PORT}`,
    port: Number(env.PORT),
    directory,
    pid: () => run.child.pid ?? 0,
    said: () => run.said,
    command(...words) {
      const done = spawnSync(process.execPath, ['.build/main.js', ...words], { cwd: root, env, encoding: 'utf8' })
      if (done.status !== 0) throw new Error(`motcua ${words.join(' ')} ends with ${done.status}:\n${done.stderr}`)
      return done.stdout
    },
    async startAgain() {
      await run.gone
      const said = run.said
      run = await launch(env)
      run.said = said + run.said
    },
    async stop() {
      run.child.kill('SIGTERM')
      await run.gone
      await rm(directory, { recursive: true, force: true })
    },
  }
}
