import { timingSafeEqual } from 'node:crypto'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { announce, enqueue } from '#platform/jobs/index.ts'
import { carriers } from '../carriers/adapter.ts'
import { readState } from '../carriers/reading.ts'
import { type Item, isEnded, latestMove, type Move, type PostMoved } from '../item.ts'
import { findAccount } from '../store/carriers.ts'
import { changeItem, findItem, insertMove, listMoves, lockByOrder, lockItem } from '../store/items.ts'

interface ItemKey {
  agencyId: number
  id: string
}

/** How often a carrier is asked where an item is. */
const EVERY = 12 * 60_000

export function followLater(tx: Tx, { agencyId, id }: ItemKey): Promise<void> {
  const runAt = new Date(now().getTime() + EVERY)
  return enqueue(tx, 'post:follow', { agencyId, id }, { runAt, jobKey: `post:follow:${id}` })
}

/** Asks the carrier where the item is, and again later until it has arrived or come back. */
export async function followItem(key: ItemKey): Promise<void> {
  const { item, account } = await read(key.agencyId, async (tx) => {
    const found = await findItem(tx, key.id)
    return { item: found, account: found?.carrier && (await findAccount(tx, found.carrier)) }
  })
  if (!item?.carrier || !item.orderNumber || !account || isEnded(item)) return
  const tracked = await carriers[item.carrier].track(item.orderNumber, account)
  if (tracked.outcome === 'not-offered') return
  await transaction(key.agencyId, async (tx) => {
    await lockItem(tx, key.id)
    if (tracked.outcome === 'tracked') for (const move of tracked.moves) await hear(tx, key.id, move)
    const after = await findItem(tx, key.id)
    if (after && !isEnded(after)) await followLater(tx, key)
  })
}

const WORTH_TELLING: readonly Move['state'][] = ['collected', 'delivered', 'returning', 'returned']

/** Writes down a move; where it is the latest, the item stands there now. Told twice, or out of order, it is the same. */
export async function hear(tx: Tx, id: string, move: Move): Promise<void> {
  const item = await lockItem(tx, id)
  if (!item || !(await insertMove(tx, item, { move, heardAt: now() }))) return
  const latest = latestMove((await listMoves(tx, [id])).get(id) ?? [])
  if (latest && latest.state !== item.state) await changeItem(tx, id, { state: latest.state })
  if (latest?.state === move.state && WORTH_TELLING.includes(move.state)) await tell(tx, item, move)
}

function tell(tx: Tx, item: Item, { state }: Move): Promise<void> {
  const { agencyId, dossierId, ref, personId, itemCode } = item
  const moved: PostMoved = { type: 'post.moved', agencyId, itemId: item.id, dossierId, ref, personId, state, itemCode }
  return announce(tx, moved)
}

/** A move as ViettelPost tells it, unread. */
interface ToldMove {
  token: string
  orderNumber: string
  at: Date | undefined
  /** Its own number of the state. */
  code: unknown
  note: string
}

/**
 * A carrier tells a move by itself. False when it does not know the secret that was agreed; what it says of an order
 * that is not ours, or of a state that is not named in the settings, is taken and forgotten. R-197
 */
export function hearFromViettelpost(
  agencyId: number,
  { token, orderNumber, at, code, note }: ToldMove,
): Promise<boolean> {
  return transaction(agencyId, async (tx) => {
    const account = await findAccount(tx, 'viettelpost')
    if (!isSame(account?.secrets.webhookToken, token)) return false
    const item = await lockByOrder(tx, 'viettelpost', orderNumber)
    const state = readState(code, (account?.settings.states ?? {}) as Record<string, string>)
    if (item && at && state) await hear(tx, item.id, { at, state, note })
    return true
  })
}

function isSame(secret: string | undefined, given: string): boolean {
  const [one, other] = [Buffer.from(secret ?? ''), Buffer.from(given)]
  return secret !== undefined && secret !== '' && one.length === other.length && timingSafeEqual(one, other)
}
