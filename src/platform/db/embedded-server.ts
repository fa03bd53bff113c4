import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { EmbeddedProblem, type Places } from './embedded-files.ts'

const exec = promisify(execFile)

const SETTINGS = [
  'listen_addresses=',
  'wal_level=logical',
  'shared_buffers=256MB',
  'max_connections=100',
  'jit=off',
  'timezone=UTC',
  'effective_cache_size=1GB',
  'random_page_cost=1.1',
  'max_wal_size=2GB',
  'log_checkpoints=off',
]

const PATIENCE_MS = 30_000

export async function initialise({ data, binaries, as }: Places): Promise<void> {
  const options = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
  ]
  await exec(join(binaries, 'bin/initdb'), options, { ...as, cwd: data, env: { LC_ALL: 'C.UTF-8' } })
}

/** Starts the server and waits until it answers; after a crash that is when it has replayed its journal. */
export async function launch(places: Places): Promise<ChildProcess> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const from = await stat(places.logFile).then(
      ({ size }) => size,
      () => 0,
    )
    const server = await spawnServer(places)
    if (await becomesReady(server, places.socket)) return server
    const said = (await readFile(places.logFile).catch(() => Buffer.alloc(0))).subarray(from).toString()
    // What a killed server left running ends by itself in a moment; until then it guards the data.
    if (!said.includes('pre-existing shared memory block') || performance.now() > until) throw problem(places, said)
    await pause(200)
  }
}

function problem({ logFile }: Places, said: string): EmbeddedProblem {
  const tail = said.trimEnd().split('\n').slice(-6).join('\n')
  return new EmbeddedProblem(`PostgreSQL did not start. Its log, ${logFile}, ends:\n${tail}`)
}

async function spawnServer({ data, binaries, socket, logFile, as }: Places): Promise<ChildProcess> {
  const out = await open(logFile, 'a')
  const server = spawn(
    join(binaries, 'bin/postgres'),
    ['-D', data, '-k', socket, ...SETTINGS.flatMap((setting) => ['-c', setting])],
    // Its own process group: Ctrl-C reaches the launcher alone, which stops the database last.
    { ...as, cwd: data, env: { LC_ALL: 'C.UTF-8' }, stdio: ['ignore', out.fd, out.fd], detached: true },
  )
  await out.close()
  return server
}

/** False when it ended, or did not answer in time and was ended. */
async function becomesReady(server: ChildProcess, socket: string): Promise<boolean> {
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until && !hasEnded(server)) {
    const client = new pg.Client({ host: socket, user: 'postgres', database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await pause(50)
    }
  }
  server.kill('SIGINT')
  return false
}

export function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null
}

/** A fast shutdown: connections are closed, what is committed stays. */
export async function shutDown(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGINT')
  await gone
}
