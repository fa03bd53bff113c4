import { Conflict } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { canSettle } from '../replay.ts'
import { holdMessages, insertActs, saveSettled } from '../store/acts.ts'
import { type By, type Done, leftOf } from './replay.ts'

/**
 * Says that messages will not be sent any more, and why. What has left or was acknowledged stays as it is. Twice is
 * harmless: the first reason stands.
 */
export async function settle(by: By, ids: readonly number[]): Promise<Done> {
  const { agencyId, officerId, reason } = by
  const unique = [...new Set(ids)]
  return transaction(agencyId, async (tx) => {
    const held = await holdMessages(tx, agencyId, unique)
    const verdicts = held.map((message) => ({ message, verdict: canSettle(message) }))
    const settled = verdicts.flatMap(({ message, verdict }) => (verdict === 'settle' ? [message] : []))
    const at = now()
    await saveSettled(tx, agencyId, { ids: settled.map(({ id }) => id), officerId, reason })
    await insertActs(
      tx,
      settled.map(({ id: messageId, destination }) => ({
        ...{ agencyId, act: 'settled' as const, at, officerId, reason, destination, messageId },
      })),
    )
    return { done: settled.map(({ id }) => id), left: leftOf(unique, verdicts) }
  })
}

/** One message. Throws Conflict when it cannot be settled; the page of the message says why. */
export async function settleOne(by: By, id: number): Promise<void> {
  const { left } = await settle(by, [id])
  if (left.some(({ why }) => why !== 'already')) throw new Conflict('exchange.cannot-be-settled')
}
