import type { Tx } from '#platform/db/index.ts'
import type { Connection } from '../connection.ts'
import { insertConnection, saveUrl } from '../store/connections.ts'

export type NewConnection = Parameters<typeof insertConnection>[1]

/** Connects the agency of the transaction, from `since` on. Twice changes nothing; true when it is new. */
export async function connect(tx: Tx, connection: NewConnection): Promise<boolean> {
  return insertConnection(tx, connection)
}

/**
 * Where the connection leads to this machine, it follows the port of what listens here now; one that somebody has led
 * elsewhere is left alone.
 */
export async function followPort(tx: Tx, { agencyId, destination, settings }: NewConnection): Promise<void> {
  await saveUrl(tx, { agencyId, destination, url: settings.url ?? '' })
}

export type { Connection }
