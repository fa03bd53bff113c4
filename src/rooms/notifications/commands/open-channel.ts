import type { Tx } from '#platform/db/index.ts'
import { followPort, insertChannel, type NewChannel } from '../store/channels.ts'
import { authoriseZalo } from './zalo-tokens.ts'

/**
 * Gives the agency of the transaction a channel. Twice changes nothing, but that one which leads to this machine
 * follows the port of what listens here now. `refreshToken`: the one an administrator of the official account was
 * given, with which the chain of Zalo begins.
 */
export async function openChannel(
  tx: Tx,
  { refreshToken, ...channel }: NewChannel & { refreshToken?: string },
): Promise<void> {
  if (!(await insertChannel(tx, channel))) return followPort(tx, channel)
  if (refreshToken) await authoriseZalo(tx, channel.agencyId, refreshToken)
}
