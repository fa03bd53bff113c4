import { newId } from '#kernel/id.ts'
import { dayOf } from '#kernel/local-date.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import type { ChannelName } from '../channel.ts'
import { compose } from '../compose.ts'
import type { NoticeRequest } from '../notice.ts'
import { afterQuiet } from '../quiet.ts'
import { addressFor, chooseChannels, type Reach } from '../reach.ts'
import { findChannel } from '../store/channels.ts'
import { insertDelivery } from '../store/deliveries.ts'
import { insertNotice } from '../store/notices.ts'
import { reachOf } from './reach.ts'

/**
 * Writes a notice to the person's inbox, and hands it to the channels the person chose or the house's rule names, in
 * the same transaction. Telling twice makes one.
 */
export async function notify(request: NoticeRequest): Promise<void> {
  const { agencyId, occasion } = request
  const { subject, body } = compose(request)
  const id = newId()
  await transaction(agencyId, async (tx) => {
    const isNew = await insertNotice(tx, {
      agency_id: agencyId,
      id,
      key: request.key,
      person_id: request.personId,
      ref: request.ref,
      occasion,
      language: request.language,
      subject,
      body,
      portal_host: new URL(request.url).hostname,
      return_on: request.facts.returnAt ? dayOf(request.facts.returnAt) : null,
      created_at: now(),
    })
    if (!isNew) return
    const reach = await reachOf(tx, request)
    for (const channel of chooseChannels(reach)) await giveTo(tx, { agencyId, id, channel, occasion }, reach)
  })
}

interface Given {
  agencyId: number
  id: string
  channel: ChannelName
  occasion: string
}

/** Gives a notice to a channel: now, or when its quiet hours end. One notice is given to a channel once. */
export async function giveTo(tx: Tx, { occasion, ...key }: Given, reach: Reach): Promise<void> {
  const address = addressFor(key.channel, reach)
  if (address === undefined) return
  const dueAt = afterQuiet(now(), await quietFor(tx, key.channel, occasion))
  if (await insertDelivery(tx, key, { address, dueAt })) await sendLater(tx, key, dueAt)
}

/** The quiet hours that hold for this; none for what the agency calls urgent. */
export async function quietFor(tx: Tx, channel: ChannelName, occasion: string) {
  const kept = await findChannel(tx, channel)
  return kept?.urgent.includes(occasion) ? undefined : kept?.quiet
}

export function sendLater(tx: Tx, key: { agencyId: number; id: string; channel: ChannelName }, at: Date) {
  return enqueue(tx, 'notifications:send', key, { runAt: at })
}
