import { type DatabaseConnection, DummyDriver, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { log } from '#platform/log/index.ts'
import { inOneGo } from './one-go.ts'

const DATE = 1082
const INT8 = 20
pg.types.setTypeParser(DATE, (text) => text)
pg.types.setTypeParser(INT8, Number)

let database: { kysely: Kysely<object>; dialect: PostgresDialect } | undefined

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
  const dialect = new PostgresDialect({ pool: inOneGo(pool) })
  database = { kysely: new Kysely<object>({ dialect }), dialect }
}

export async function closeDatabase(): Promise<void> {
  const closing = database
  database = undefined
  await closing?.kysely.destroy()
}

/**
 * Gives the work a connection of its own. What it asks at once is sent at once: Kysely's own `connection()` would wait
 * for each answer before it sends the next question.
 */
export async function onConnection<T>(work: (db: Kysely<object>) => Promise<T>): Promise<T> {
  if (!database) throw new Error('the database is not connected: call connectDatabase first')
  const { kysely, dialect } = database
  const executor = kysely.getExecutor()
  return executor.provideConnection((connection) => {
    const provideConnection = <R>(consumer: (own: DatabaseConnection) => Promise<R>) => consumer(connection)
    const own = executor.withConnectionProvider({ provideConnection })
    return work(new Kysely<object>({ config: { dialect }, dialect, driver: new DummyDriver(), executor: own }))
  })
}
