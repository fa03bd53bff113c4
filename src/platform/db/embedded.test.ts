import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Embedded, EmbeddedProblem, findEmbedded, startEmbedded } from './embedded.ts'

let directory: string
let running: Embedded | undefined

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'motcua-embedded-'))
})
afterAll(async () => {
  await running?.stop()
  await rm(directory, { recursive: true, force: true })
})

async function query(statement: string): Promise<unknown[]> {
  const client = new pg.Client(running?.address.owner)
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

test('a second start finds what the first one kept', async () => {
  running = await startEmbedded(directory)
  await query('create table kept (what text)')
  await query("insert into kept values ('Điện Biên')")
  await running.stop()
  running = await startEmbedded(directory)
  expect(await query('select what from kept')).toEqual([{ what: 'Điện Biên' }])
})

test('after kill -9 of the server, a stale lock does not stop the next start', async () => {
  const lock = await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8')
  process.kill(Number(lock.split('\n')[0]), 'SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 300))
  running = await startEmbedded(directory)
  expect(await query('select what from kept')).toHaveLength(1)
})

test('after kill -9 of the launcher, the orphaned server is taken over', async () => {
  await writeFile(join(directory, 'launcher.pid'), '999999')
  running = await startEmbedded(directory)
  expect(await query('select what from kept')).toHaveLength(1)
})

test('a directory in use by a living launcher is left alone, and can be found', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
  await writeFile(join(directory, 'launcher.pid'), String(other.pid))
  await expect(startEmbedded(directory)).rejects.toThrow('is in use by another running')
  expect(await findEmbedded(directory)).toEqual(running?.address)
  other.kill('SIGKILL')
})

test('a directory of another version is refused with its number', async () => {
  const old = await mkdtemp(join(tmpdir(), 'motcua-old-'))
  execFileSync('mkdir', ['-p', join(old, 'data')])
  await writeFile(join(old, 'data', 'PG_VERSION'), '14\n')
  await expect(startEmbedded(old)).rejects.toThrow(EmbeddedProblem)
  await expect(startEmbedded(old)).rejects.toThrow('made by PostgreSQL 14')
  await rm(old, { recursive: true })
})
