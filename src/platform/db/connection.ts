import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { log } from '#platform/log/index.ts'
import { inOneGo } from './one-go.ts'

const DATE = 1082
const INT8 = 20
pg.types.setTypeParser(DATE, (text) => text)
pg.types.setTypeParser(INT8, Number)

let database: Kysely<object> | undefined

/** Where PostgreSQL is, and as whom: `app` obeys row-level security, `owner` migrates and runs the job queue. */
export interface DatabaseAddress {
  app: pg.PoolConfig
  owner: pg.PoolConfig
}

/** A pool that outlives a restart of the database: without the handler, a lost idle connection ends the process. */
export function openPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings)
  const lost = (error: Error) => log.warn({ err: error }, 'a database connection was lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

/** Opens the process's connections. Once per process, and once per test file. */
export function connectDatabase(address: DatabaseAddress, connections: number): void {
  if (database) throw new Error('the database is already connected')
  const pool = openPool({ ...address.app, max: connections, pipeline: true })
  database = new Kysely<object>({ dialect: new PostgresDialect({ pool: inOneGo(pool) }) })
}

export async function closeDatabase(): Promise<void> {
  const closing = database
  database = undefined
  await closing?.destroy()
}

export function current(): Kysely<object> {
  if (!database) throw new Error('the database is not connected: call connectDatabase first')
  return database
}
