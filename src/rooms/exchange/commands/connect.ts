import type { Tx } from '#platform/db/index.ts'
import type { Connection } from '../connection.ts'
import { insertConnection } from '../store/connections.ts'

export type NewConnection = Parameters<typeof insertConnection>[1]

/** Connects the agency of the transaction, from `since` on. Twice changes nothing; true when it is new. */
export async function connect(tx: Tx, connection: NewConnection): Promise<boolean> {
  return insertConnection(tx, connection)
}

export type { Connection }
