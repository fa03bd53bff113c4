import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import './tables.ts'

/** Uses a ticket up. False when it was used before, also by a request that came at the same moment. */
export async function takeTicket(tx: Tx, agencyId: number, ticket: { id: string; expiresAt: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('used_tickets')
    .values({ agency_id: agencyId, id: ticket.id, used_at: now(), expires_at: ticket.expiresAt })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
