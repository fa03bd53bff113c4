import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { dataPath } from '#platform/config/index.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { inlined, type Statement } from './capture.ts'
import { draftId, personId } from './stage.ts'

export interface Filed {
  statements: readonly Statement[]
  /** Number of the citizen and draft the statements were captured with. */
  number: number
  dossierId: string
  temporaryCode: string
}

export interface Replay {
  address: DatabaseAddress
  filed: Filed
  clients: number
  seconds: number
  /** Citizens and drafts 1 to this. */
  drafts: number
}

/** Debian keeps pgbench out of the path; the embedded PostgreSQL has none. */
function findPgbench(): string | undefined {
  const versions = '/usr/lib/postgresql'
  if (!existsSync(versions)) return undefined
  return readdirSync(versions)
    .sort()
    .map((version) => join(versions, version, 'bin/pgbench'))
    .findLast((path) => existsSync(path))
}

const tailOf = (id: string) => id.slice(-12)

/** What differs from one filing to the next is drawn by the client: the ids, the code, whose draft it is. */
function varied(filed: Filed, names: Record<'id' | 'key' | 'code' | 'tail', string>): string[] {
  const [person, draft] = [personId(filed.number), draftId(filed.number)]
  return filed.statements.map((statement) => {
    const text = inlined(statement).replaceAll(filed.dossierId, names.id).replaceAll(filed.temporaryCode, names.code)
    const isKey = /^insert into "idempotency_keys"/.test(text)
    return (isKey ? text.replaceAll(draft, names.key) : text)
      .replaceAll(tailOf(person), names.tail)
      .replaceAll(tailOf(draft), names.tail)
  })
}

/** The same statements, by pgbench when there is one, else by a bare client. Answers transactions a second. */
export function replay(given: Replay): Promise<{ perSecond: number; by: string }> {
  const pgbench = findPgbench()
  return pgbench ? byPgbench(pgbench, given) : byClient(given)
}

async function byPgbench(path: string, { address, filed, clients, seconds, drafts }: Replay) {
  const script = dataPath('filing.sql')
  const statements = varied(filed, { id: ':id', key: ':key', code: ':code', tail: ':tail' })
    // One round trip, as the product sends it.
    .map((text) => (text.startsWith('begin;') ? text.replace('begin;', 'begin \\;') : text))
  const draw = `\\set n random(1, ${drafts})
select gen_random_uuid() as id, gen_random_uuid() as key, lpad(:n::text, 12, '0') as tail,
  'TN-261125-' || lpad((random() * 99999999)::int::text, 8, '0') as code \\gset
`
  await writeFile(script, draw + statements.map((text) => `${text};\n`).join(''))
  const { host, user, database } = address.app
  const args = ['-h', String(host), '-U', String(user), '-n', '-M', 'simple', '-c', String(clients), '-j', '1']
  const said = await output(path, [...args, '-T', String(seconds), '-f', script, String(database)])
  const perSecond = Number(/tps = ([\d.]+)/.exec(said)?.[1])
  if (!(perSecond > 0)) throw new Error(`pgbench said:\n${said}`)
  return { perSecond, by: 'pgbench' }
}

function output(path: string, args: string[]): Promise<string> {
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(`pgbench ended with ${code}:\n${said}`))))
  })
}

async function byClient({ address, filed, clients, seconds, drafts }: Replay) {
  const until = performance.now() + seconds * 1000
  let done = 0
  const one = async () => {
    const client = new pg.Client(address.app)
    await client.connect()
    while (performance.now() < until) {
      const tail = String(1 + Math.floor(Math.random() * drafts)).padStart(12, '0')
      const code = `TN-261125-${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
      const [id, key] = [crypto.randomUUID(), crypto.randomUUID()]
      for (const text of varied(filed, { id, key, code, tail })) await client.query(text)
      done += 1
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: clients }, one))
  return { perSecond: done / seconds, by: 'a bare client' }
}
