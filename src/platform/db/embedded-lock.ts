import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { log } from '#platform/log/index.ts'
import { EmbeddedProblem, type Places } from './embedded-files.ts'

const exec = promisify(execFile)

/**
 * After kill -9 of the launcher the server may live on: it is stopped and started anew. Locks left by a dead server,
 * whose number may meanwhile belong to another program, are removed. A server of another living launcher is left alone.
 */
export async function clearStaleLock(places: Places): Promise<void> {
  const { data, binaries, as } = places
  const pid = await livingServer(data)
  if (pid === undefined) return removeDeadLocks(places)
  const launcher = await livingLauncher(data)
  if (launcher !== undefined) {
    throw new EmbeddedProblem(
      `${data} is in use by another running Một Cửa (process ${launcher}). Stop it first, or set another DATA_DIR.`,
    )
  }
  log.warn({ pid }, 'a database left by a killed launcher is stopped and started anew')
  await exec(join(binaries, 'bin/pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'], { ...as, env: {} })
}

/** For the data and for the socket. A number in them may be that of a corpse nobody has buried, or of a stranger. */
async function removeDeadLocks({ data, socket }: Places): Promise<void> {
  await rm(lockFile(data), { force: true })
  await rm(join(socket, '.s.PGSQL.5432.lock'), { force: true })
}

/** The number of the server that works on this data now, if one does. */
export async function livingServer(data: string): Promise<number | undefined> {
  const lock = await readFile(lockFile(data), 'utf8').catch(() => undefined)
  const pid = Number(lock?.split('\n')[0])
  return lock !== undefined && (await isOurServer(pid, data)) ? pid : undefined
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
export async function signLauncher(data: string): Promise<void> {
  await writeFile(launcherFile(data), String(process.pid))
}

export async function unsignLauncher(data: string): Promise<void> {
  await rm(launcherFile(data), { force: true })
}

export async function livingLauncher(data: string): Promise<number | undefined> {
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

function lockFile(data: string): string {
  return join(data, 'postmaster.pid')
}

function launcherFile(data: string): string {
  return join(dirname(data), 'launcher.pid')
}
