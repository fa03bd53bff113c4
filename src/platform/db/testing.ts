import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDatabase, connectDatabase, type DatabaseAddress } from './connection.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { address: DatabaseAddress; template: string }
  }
}

/** Points the address at another database of the same server. */
export function atDatabase(address: DatabaseAddress, name: string): DatabaseAddress {
  const at = (settings: pg.PoolConfig): pg.PoolConfig => {
    if (!settings.connectionString) return { ...settings, database: name }
    const url = new URL(settings.connectionString)
    url.pathname = `/${name}`
    return { ...settings, connectionString: url.href }
  }
  return { app: at(address.app), owner: at(address.owner) }
}

/** Runs one statement as the owner, on a connection of its own. */
export async function asOwner(address: DatabaseAddress, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(address.owner)
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

/** By force, so that no connection keeps it; where the server's own clean-up is in it, that may only be asked to go. */
async function dropDatabase(address: DatabaseAddress, name: string): Promise<void> {
  await asOwner(address, `drop database if exists ${name} with (force)`).catch((error: { code?: string }) => {
    if (error.code !== '42501') throw error
    return asOwner(address, `drop database if exists ${name}`)
  })
}

/**
 * Gives the calling test file a database of its own, copied from the migrated and seeded template, and connects
 * the process to it. The returned function tells its address, once the tests run.
 */
export function useTestDatabase(): () => DatabaseAddress {
  const { address, template } = inject('database')
  const name = `motcua_test_${randomBytes(6).toString('hex')}`
  const own = atDatabase(address, name)

  beforeAll(async () => {
    await asOwner(address, `create database ${name} template ${template}`)
    connectDatabase(own, 4)
  })
  afterAll(async () => {
    await closeDatabase()
    await dropDatabase(address, name)
  })
  return () => own
}
