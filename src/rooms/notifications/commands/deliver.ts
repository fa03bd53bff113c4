import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { log } from '#platform/log/index.ts'
import type { ChannelAccount, Sending, Told } from '../channel.ts'
import { channels } from '../channels/adapter.ts'
import { afterQuiet } from '../quiet.ts'
import { nextChannel } from '../reach.ts'
import { findAccount, noteProblem, noteSuccess } from '../store/channels.ts'
import {
  changeDelivery,
  type DeliveryKey,
  type DeliveryRow,
  ended,
  listDeliveries,
  lockDelivery,
} from '../store/deliveries.ts'
import { lockNotice } from '../store/notices.ts'
import { giveTo, quietFor, sendLater } from './notify.ts'
import { offeredChannels, reachOf } from './reach.ts'

/** Longer than any call takes; a delivery that is being sent for longer has lost its sender. */
const LEASE = 120_000
const FIRST_PAUSE = 60_000
const LONGEST_PAUSE = 3_600_000
/** Some twenty hours: what could not leave until then is told some other way. */
const MOST_ATTEMPTS = 24

interface Claimed {
  told: Told
  delivery: DeliveryRow
  account: ChannelAccount
}

/**
 * Sends one notice on one channel, if it still waits. What is being done is written down before it is done: whoever
 * finds it unfinished after a crash knows that it may have arrived. Idempotent. R-158
 */
export async function deliver(key: DeliveryKey): Promise<void> {
  const claimed = await transaction(key.agencyId, (tx) => claim(tx, key))
  if (!claimed) return
  const { told, delivery, account } = claimed
  const sending = await channels[key.channel].send(told, delivery.address, account)
  await transaction(key.agencyId, (tx) => settle(tx, key, sending))
  log.info({ notice: key.id, channel: key.channel, outcome: sending.outcome }, 'a notice was given to a channel')
}

async function claim(tx: Tx, key: DeliveryKey): Promise<Claimed | undefined> {
  const told = await lockNotice(tx, key.id)
  const delivery = await lockDelivery(tx, key)
  if (!told || !delivery) return undefined
  if (delivery.state === 'sending' && !(await takeOver(tx, key, delivery))) return undefined
  if (delivery.state !== 'waiting' && delivery.state !== 'sending') return undefined
  const at = now()
  const open = afterQuiet(at, await quietFor(tx, key.channel, told.occasion))
  if (open > at) {
    await changeDelivery(tx, key, ended.waiting(open))
    await sendLater(tx, key, open)
    return undefined
  }
  if (!(await offeredChannels(tx)).includes(key.channel)) {
    await settle(tx, key, { outcome: 'refused', reason: 'channel-off' })
    return undefined
  }
  const leased_until = new Date(at.getTime() + LEASE)
  await changeDelivery(tx, key, { state: 'sending', leased_until, attempts: delivery.attempts + 1 })
  const account = (await findAccount(tx, key.channel)) ?? installationMail(key.agencyId)
  return { told, delivery, account }
}

const installationMail = (agencyId: number): ChannelAccount => ({
  agencyId,
  operator: 'smtp',
  settings: {},
  secrets: {},
})

/** Somebody is sending it, or died doing so. True when it may be sent now. */
async function takeOver(tx: Tx, key: DeliveryKey, { leased_until }: DeliveryRow): Promise<boolean> {
  if (leased_until && leased_until > now()) {
    await sendLater(tx, key, leased_until)
    return false
  }
  if (channels[key.channel].repeatable) return true
  await settle(tx, key, { outcome: 'unknown', detail: 'the sender ended before the answer came' })
  return false
}

function pauseAfter(attempts: number): number {
  const longest = Math.min(FIRST_PAUSE * 2 ** Math.max(attempts - 1, 0), LONGEST_PAUSE)
  return longest * (0.75 + Math.random() / 4)
}

/** Writes down what came of it; what did not reach the person is told another way when there is one. */
async function settle(tx: Tx, key: DeliveryKey, sending: Sending): Promise<void> {
  const at = now()
  const told = await lockNotice(tx, key.id)
  const delivery = await lockDelivery(tx, key)
  if (!told || !delivery) return
  if (sending.outcome === 'sent') {
    await changeDelivery(tx, key, ended.sent(at, sending.theirId))
    return noteSuccess(tx, key.channel, at)
  }
  const again = sending.outcome === 'not-reached' || (sending.outcome === 'unknown' && channels[key.channel].repeatable)
  const problem = sending.outcome === 'refused' ? sending.reason : sending.outcome
  if (problem !== 'address' && problem !== 'no-account') await noteProblem(tx, key.channel, { at, problem })
  if (again && delivery.attempts < MOST_ATTEMPTS) {
    const dueAt = new Date(at.getTime() + pauseAfter(delivery.attempts))
    await changeDelivery(tx, key, ended.waiting(dueAt, 'not-reached', sending.detail))
    return sendLater(tx, key, dueAt)
  }
  await changeDelivery(tx, key, conclusion(sending, again))
  await tellOtherwise(tx, key, told)
}

function conclusion(sending: Sending, isTriedEnough: boolean) {
  if (isTriedEnough) return ended.refused('not-reached')
  return sending.outcome === 'refused' ? ended.refused(sending.reason, sending.detail) : ended.unknown()
}

/** Nothing reached the person and nothing is on its way: the next channel, unless the person wants none. R-158 */
async function tellOtherwise(
  tx: Tx,
  { agencyId, id }: DeliveryKey,
  { personId, occasion }: { personId: string; occasion: string },
): Promise<void> {
  const deliveries = await listDeliveries(tx, id)
  if (deliveries.some(({ state }) => state === 'sent' || state === 'waiting' || state === 'sending')) return
  const reach = await reachOf(tx, { agencyId, personId })
  const channel = nextChannel(
    deliveries.map((one) => one.channel),
    reach,
  )
  if (channel) await giveTo(tx, { agencyId, id, channel, occasion }, reach)
}
