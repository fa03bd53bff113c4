import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { projectPath } from '#platform/config/index.ts'
import { openPool } from './connection.ts'
import { DatabaseProblem } from './problem.ts'
import { ensureRoles } from './roles.ts'

const LOCK = 4_242_001

const LEDGER = `
create schema if not exists motcua authorization motcua_owner;
create table if not exists motcua.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now());
alter table motcua.migrations owner to motcua_owner;
`

// The one way the application queues work: inside its own transaction, without any right on the queue's tables.
// It belongs to the login that owns the queue, because the queue's own row security lets nobody else in.
const QUEUE = `
create or replace function motcua.add_job(task text, payload json, run_at timestamptz, max_attempts integer, job_key text) returns void
  language plpgsql security definer
  set search_path = pg_catalog
  as $$
begin
  perform graphile_worker.add_job(
    task, payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key, job_key_mode => 'preserve_run_at'
  );
end $$;
revoke execute on function motcua.add_job from public;
grant execute on function motcua.add_job to motcua_app, motcua_owner;
`

async function listMigrations(): Promise<{ name: string; text: string; hash: string }[]> {
  const directory = projectPath('db/migrations')
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function applyOne(client: pg.ClientBase, migration: { name: string; text: string; hash: string }): Promise<void> {
  await client.query('begin; set local role motcua_owner')
  try {
    await client.query(migration.text)
    await client.query('insert into motcua.migrations (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}

/**
 * Brings the database forward: roles, the job queue, then each file of `db/migrations` once, in order, under a lock.
 * Returns the names applied now. Throws when a file changed after it was applied.
 */
export async function migrate(owner: pg.PoolConfig): Promise<string[]> {
  const pool = openPool({ ...owner, max: 2 })
  const client = await pool.connect()
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`)
    await ensureRoles(client)
    await client.query(LEDGER)
    await runMigrations({ pgPool: pool })
    await client.query(QUEUE)

    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from motcua.migrations')
    const applied = new Map(rows.map(({ name, hash }) => [name, hash]))
    const now: string[] = []
    for (const migration of await listMigrations()) {
      const known = applied.get(migration.name)
      if (known === migration.hash) continue
      if (known)
        throw new DatabaseProblem(`migration ${migration.name} changed after it was applied; write a new one instead`)
      await applyOne(client, migration)
      now.push(migration.name)
    }
    return now
  } finally {
    await client.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined)
    client.release()
    await pool.end()
  }
}
