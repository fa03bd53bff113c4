import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { projectPath } from '#platform/config/index.ts'
import { type Embedded, EmbeddedProblem, findEmbedded, startEmbedded } from './embedded.ts'

let directory: string
let running: Embedded | undefined
const launchers: ChildProcess[] = []

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'motcua-embedded-'))
  running = await startEmbedded(directory)
  await query('create table kept (what text)')
  await query("insert into kept values ('Điện Biên')")
  await running.stop()
})
beforeEach(() => {
  running = undefined
})
afterEach(async () => {
  for (const launcher of launchers.splice(0)) launcher.kill('SIGKILL')
  await running?.stop()
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function query(statement: string): Promise<unknown[]> {
  const client = new pg.Client(running?.address.owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

const kept = () => query('select what from kept')
const KEPT = [{ what: 'Điện Biên' }]

const lockFile = () => join(directory, 'data', 'postmaster.pid')
const serverPid = async () => Number((await readFile(lockFile(), 'utf8')).split('\n')[0])

/** A launcher as a process of its own, whose server is up. */
async function launchElsewhere(): Promise<ChildProcess> {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(projectPath('src/platform/db/embedded.ts'))})
    await startEmbedded(${JSON.stringify(directory)})
    process.stdout.write('up')
    setInterval(() => {}, 1000)`
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: projectPath(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  launchers.push(launcher)
  const fell = once(launcher, 'exit').then(([code]) => {
    throw new Error(`the launcher ended with ${code}`)
  })
  await Promise.race([once(launcher.stdout, 'data'), fell])
  fell.catch(() => undefined)
  return launcher
}

async function killNine(process: ChildProcess): Promise<void> {
  const gone = once(process, 'exit')
  process.kill('SIGKILL')
  await gone
}

test('a second start finds what the first one kept', async () => {
  running = await startEmbedded(directory)
  expect(await kept()).toEqual(KEPT)
})

test('a server that is killed while its launcher lives is started again, once nothing of it is left', async () => {
  running = await startEmbedded(directory)
  // Busy, it does not notice that its server has gone, and guards the data until it is done.
  const busy = query("do $$ begin perform 'busy'; for i in 1..50000000 loop null; end loop; end $$").catch(
    () => 'cut off',
  )
  const isBusy = "select from pg_stat_activity where state = 'active' and query like 'do $$%busy%'"
  await expect.poll(() => query(isBusy), { timeout: 30_000, interval: 20 }).toHaveLength(1)
  const before = await serverPid()
  process.kill(before, 'SIGKILL')
  await expect.poll(() => kept().catch(() => 'away'), { timeout: 30_000, interval: 100 }).toEqual(KEPT)
  expect(await serverPid()).not.toBe(before)
  await busy
})

test('after kill -9 of launcher and server, the lock they left does not stop the next start', async () => {
  const launcher = await launchElsewhere()
  const server = await serverPid()
  await killNine(launcher)
  process.kill(server, 'SIGKILL')
  running = await startEmbedded(directory)
  expect(await kept()).toEqual(KEPT)
})

test('a lock whose number has become another program’s does not stop it either', async () => {
  const launcher = await launchElsewhere()
  const [server, lock] = [await serverPid(), await readFile(lockFile(), 'utf8')]
  await killNine(launcher)
  process.kill(server, 'SIGKILL')
  await writeFile(lockFile(), lock.replace(String(server), String(process.pid)))
  await writeFile(join(directory, 'launcher.pid'), String(process.ppid))
  running = await startEmbedded(directory)
  expect(await kept()).toEqual(KEPT)
})

test('after kill -9 of the launcher alone, its server is taken over', async () => {
  const launcher = await launchElsewhere()
  const orphan = await serverPid()
  await killNine(launcher)
  running = await startEmbedded(directory)
  expect(await kept()).toEqual(KEPT)
  expect(await serverPid()).not.toBe(orphan)
})

test('a directory that another launcher works on is refused with its number, left alone, and can be found', async () => {
  const launcher = await launchElsewhere()
  const server = await serverPid()
  await expect(startEmbedded(directory)).rejects.toThrow(
    `is in use by another running Một Cửa (process ${launcher.pid}). Stop it first, or set another DATA_DIR.`,
  )
  expect(await serverPid()).toBe(server)
  const found = await findEmbedded(directory)
  const client = new pg.Client(found?.owner)
  await client.connect()
  expect((await client.query('select what from kept')).rows).toEqual(KEPT)
  await client.end()

  await killNine(launcher)
  expect(await findEmbedded(directory)).toBeUndefined()
  running = await startEmbedded(directory)
})

test('a directory of another version is refused with its number', async () => {
  const old = await mkdtemp(join(tmpdir(), 'motcua-old-'))
  await mkdir(join(old, 'data'))
  await writeFile(join(old, 'data', 'PG_VERSION'), '14\n')
  const refused = startEmbedded(old)
  await expect(refused).rejects.toThrow(EmbeddedProblem)
  await expect(refused).rejects.toThrow('was made by PostgreSQL 14, and this is PostgreSQL 17. Move the directory away')
  await rm(old, { recursive: true })
})
