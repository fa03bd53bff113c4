import { type Kysely, sql } from 'kysely'
import { onConnection } from './connection.ts'

/** The tables the code knows. Each room adds its own by declaration merging, in its store. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge their tables into it
export interface Tables {}

/** A connection with an open transaction and a tenant. */
export type Tx = Kysely<Tables>

export { closeDatabase, connectDatabase } from './connection.ts'

async function within<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return onConnection(async (connection) => {
    const tx = connection as Tx
    await sql.raw(begin).execute(tx)
    try {
      const result = await work(tx)
      const { rows } = await sql.raw<{ command?: string }>('commit').execute(tx)
      // Where a statement failed and the work went on all the same, PostgreSQL answers commit with a rollback.
      if (rows[0]?.command === 'ROLLBACK') throw new Error('the transaction was not kept: a statement in it failed')
      return result
    } catch (error) {
      // Where the connection itself is lost, PostgreSQL has rolled back; what happened first is what is told.
      await sql
        .raw('rollback')
        .execute(tx)
        .catch(() => undefined)
      throw error
    }
  })
}

function tenant(agencyId: number): string {
  if (!Number.isSafeInteger(agencyId)) throw new RangeError(`not an agency: ${agencyId}`)
  return `set local motcua.agency = '${agencyId}'`
}

/** One transaction as one agency: rows of other agencies do not exist in it, and cannot be written. */
export function transaction<T>(agencyId: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(`begin; ${tenant(agencyId)}`, work)
}

/** The same, and nothing can be written. */
export function read<T>(agencyId: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(`begin read only; ${tenant(agencyId)}`, work)
}

/** For the few tables without a tenant (agencies, hosts, the national catalogue): no agency's rows are visible in it. */
export function asInstallation<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return within('begin', work)
}

/** True when the error is PostgreSQL's unique violation, of the named constraint when one is given. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return false
  return constraint === undefined || ('constraint' in error && error.constraint === constraint)
}
