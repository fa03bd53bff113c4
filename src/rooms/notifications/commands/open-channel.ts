import type { Tx } from '#platform/db/index.ts'
import { insertChannel, type NewChannel } from '../store/channels.ts'
import { authoriseZalo } from './zalo-tokens.ts'

/**
 * Gives the agency of the transaction a channel. Twice changes nothing; true when it is new. `refreshToken`: the one an
 * administrator of the official account was given, with which the chain of Zalo begins.
 */
export async function openChannel(tx: Tx, { refreshToken, ...channel }: NewChannel & { refreshToken?: string }) {
  const isNew = await insertChannel(tx, channel)
  if (isNew && refreshToken) await authoriseZalo(tx, channel.agencyId, refreshToken)
  return isNew
}
