import { Conflict } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { adapterFor } from '../adapter.ts'
import type { Period } from '../divergence.ts'
import type { Destination } from '../message.ts'
import { canReplay, type Left, type Standing } from '../replay.ts'
import { type Held, holdMessages, insertActs, saveHastened, saveReplayed } from '../store/acts.ts'
import { listStuckIds } from '../store/lists.ts'

/** Who acts, and why. Without an officer: somebody at the command line of the installation. */
export interface By {
  agencyId: number
  officerId: string | undefined
  reason: string
}

export interface Done {
  done: number[]
  left: { id: number; why: Left }[]
}

const AT_ONCE = 200

/** Where a message stands. Of an outside system that nobody here can speak to, every message is taken for a whole. */
export function standingOf({ direction, state, dueAt, destination, service, laterWent }: Held): Standing {
  const wholes = adapterFor(destination)?.wholes
  return { direction, state, dueAt, saidByLater: laterWent && (wholes === undefined || wholes.has(service)) }
}

/**
 * Sends messages again: what was refused, given up or settled is composed anew from the log; what only waits for its next
 * try leaves now. Those that must not be sent again stay as they are, each with its why. Twice is harmless.
 */
export async function replay(by: By, ids: readonly number[]): Promise<Done> {
  const all: Done = { done: [], left: [] }
  const unique = [...new Set(ids)]
  for (let from = 0; from < unique.length; from += AT_ONCE) {
    const { done, left } = await replaySome(by, unique.slice(from, from + AT_ONCE))
    all.done.push(...done)
    all.left.push(...left)
  }
  return all
}

async function replaySome(by: By, ids: readonly number[]): Promise<Done> {
  const { agencyId, officerId, reason } = by
  return transaction(agencyId, async (tx) => {
    const at = now()
    const held = await holdMessages(tx, agencyId, ids)
    const verdicts = held.map((message) => ({ message, verdict: canReplay(standingOf(message), at) }))
    const those = (wanted: string) => verdicts.filter(({ verdict }) => verdict === wanted).map(({ message }) => message)
    const [anew, sooner] = [those('replay'), those('hasten')]
    await saveReplayed(tx, agencyId, { ids: anew.map(({ id }) => id), at })
    await saveHastened(tx, agencyId, { ids: sooner.map(({ id }) => id), at })
    const told = (act: 'replayed' | 'hastened') => (message: Held) => ({
      ...{ agencyId, act, at, officerId, reason, destination: message.destination, messageId: message.id },
    })
    await insertActs(tx, [...anew.map(told('replayed')), ...sooner.map(told('hastened'))])
    return { done: [...anew, ...sooner].map(({ id }) => id), left: leftOf(ids, verdicts) }
  })
}

/** Those of the asked that stay as they are; what could not be held is busy, or not there. */
export function leftOf(
  ids: readonly number[],
  verdicts: readonly { message: Held; verdict: 'replay' | 'hasten' | 'settle' | Left }[],
): Done['left'] {
  const known = new Map(verdicts.map(({ message, verdict }) => [message.id, verdict]))
  return ids.flatMap((id) => {
    const verdict = known.get(id)
    if (verdict === 'replay' || verdict === 'hasten' || verdict === 'settle') return []
    return [{ id, why: verdict ?? 'busy' }]
  })
}

/** One message. Throws Conflict when it must not be sent again; the page of the message says why. */
export async function replayOne(by: By, id: number): Promise<void> {
  const { left } = await replay(by, [id])
  if (left.some(({ why }) => why !== 'already')) throw new Conflict('exchange.cannot-be-replayed')
}

/** How many are sent again at most in one go: the next go takes the next ones. */
export const MOST_AT_ONCE = 5000

/** Everything that was refused or given up, of acts in the period. */
export async function replayRange(
  by: By,
  { destination, period }: { destination: Destination; period: Period },
): Promise<Done> {
  const asked = { agencyId: by.agencyId, destination, period, limit: MOST_AT_ONCE }
  const ids = await transaction(by.agencyId, (tx) => listStuckIds(tx, asked))
  return replay(by, ids)
}
