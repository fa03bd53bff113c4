import { NotFound } from '#kernel/errors.ts'
import { read, transaction } from '#platform/db/index.ts'
import { type AgencyChannel, findChannel, listChannels } from '../store/channels.ts'
import { countDeliveries, type DeliveryCount } from '../store/deliveries.ts'
import { findChain, type ZaloChain } from '../store/zalo-tokens.ts'
import { authoriseZalo } from './zalo-tokens.ts'

export interface KeptChannels {
  channels: readonly AgencyChannel[]
  counts: readonly DeliveryCount[]
  chain: ZaloChain | undefined
}

/** What the agency tells people through, and how that goes. */
export function channelsOf(agencyId: number): Promise<KeptChannels> {
  return read(agencyId, async (tx) => ({
    channels: await listChannels(tx),
    counts: await countDeliveries(tx),
    chain: await findChain(tx, agencyId),
  }))
}

/** The administrator brings a new refresh token, and the chain begins again. Throws NotFound without the channel. */
export function authoriseAgain(agencyId: number, refreshToken: string): Promise<void> {
  return transaction(agencyId, async (tx) => {
    if (!(await findChannel(tx, 'zalo'))) throw new NotFound()
    await authoriseZalo(tx, agencyId, refreshToken)
  })
}
