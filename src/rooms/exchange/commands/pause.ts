import { Conflict, NotFound } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import type { Destination } from '../message.ts'
import { insertActs, switchConnection } from '../store/acts.ts'
import { findConnection } from '../store/connections.ts'
import type { By } from './replay.ts'

/**
 * Stops sending to a destination, or begins again: what happens meanwhile is written down and waits. Twice is harmless.
 * Throws NotFound where there is no connection, Conflict where it is off.
 */
export async function switchTo(by: By, destination: Destination, to: 'on' | 'paused'): Promise<void> {
  const { agencyId, officerId, reason } = by
  await transaction(agencyId, async (tx) => {
    const act = to === 'on' ? 'resumed' : 'paused'
    if (await switchConnection(tx, { agencyId, destination }, to)) {
      await insertActs(tx, [{ agencyId, act, at: now(), officerId, reason, destination }])
      return
    }
    const connection = await findConnection(tx, destination)
    if (!connection) throw new NotFound('exchange.not-connected', { destination })
    if (connection.state === 'off') throw new Conflict('exchange.connection-off')
  })
}
