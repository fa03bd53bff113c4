import { NotFound } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { insertActs } from '../store/acts.ts'
import { findMessage } from '../store/lists.ts'
import type { By } from './replay.ts'

/** Writes down that somebody reads what a message says about a person, and why, before it is shown. Throws NotFound. */
export async function noteReading({ agencyId, officerId, reason }: By, id: number): Promise<void> {
  await transaction(agencyId, async (tx) => {
    const message = await findMessage(tx, agencyId, id)
    if (!message) throw new NotFound('exchange.no-such-message')
    const { destination } = message
    await insertActs(tx, [{ agencyId, act: 'read', at: now(), officerId, reason, destination, messageId: id }])
  })
}
