import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { RATINGS, type RatedMonth, ratingsKey } from '../national/ratings-message.ts'
import { findConnection } from '../store/connections.ts'

/**
 * The national portal is to be told how people rated in these months. What a message says is read when it leaves; told
 * twice it is one. Nothing without a connection.
 */
export async function tellRatings(tx: Tx, agencyId: number, months: readonly RatedMonth[]): Promise<void> {
  const connection = await findConnection(tx, 'national-portal')
  if (!connection || connection.state === 'off' || months.length === 0) return
  const at = now()
  await tx
    .insertInto('messages')
    .values(
      months.map((month) => ({
        ...{ agency_id: agencyId, direction: 'out' as const, destination: 'national-portal' as const },
        ...{ service: RATINGS, contract_version: connection.contractVersion, key: ratingsKey(month) },
        ...{ state: 'waiting' as const, due_at: at, caused_at: at },
      })),
    )
    .onConflict((conflict) => conflict.columns(['agency_id', 'destination', 'key']).doNothing())
    .execute()
}
