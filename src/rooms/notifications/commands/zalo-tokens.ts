import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { log } from '#platform/log/index.ts'
import type { ChannelAccount, Sending } from '../channel.ts'
import { type Refreshed, refreshTokens } from '../channels/zalo/client.ts'
import * as store from '../store/zalo-tokens.ts'

/** In the last fifth of its life an access token is exchanged, by whoever comes first; the others use it on. */
const EARLY = 0.2

export type Access = { token: string } | { refused: Sending }

const REAUTHORISE: Access = { refused: { outcome: 'refused', reason: 'reauthorise' } }

/** The access token, while it opens something; `ended` is one that does not. */
function goodAccess({ access }: store.ZaloTokens, ended: string | undefined): store.AccessToken | undefined {
  return access && access.token !== ended && now() < access.until ? access : undefined
}

function isEarly({ from, until }: store.AccessToken): boolean {
  return now().getTime() < until.getTime() - EARLY * (until.getTime() - from.getTime())
}

/**
 * An access token of the agency's official account that is good now. `ended` is one that opened nothing any more.
 * A refresh token opens once: it is spent under the lock of its row, so that in the whole installation one refreshes
 * and the others wait for what they brought, or go on with the old one while it lasts.
 */
export async function accessTo(account: ChannelAccount, ended?: string): Promise<Access> {
  const { agencyId } = account
  const known = await transaction(agencyId, (tx) => store.findTokens(tx, agencyId))
  if (!known) return REAUTHORISE
  const old = goodAccess(known, ended)
  if (old && (known.brokenAt || isEarly(old))) return { token: old.token }
  if (known.brokenAt) return REAUTHORISE
  return transaction(agencyId, async (tx) => {
    const locked = await store.lockTokens(tx, agencyId, { orSkip: old !== undefined })
    if (!locked) return old ? { token: old.token } : REAUTHORISE
    const brought = goodAccess(locked, ended)
    if (brought && isEarly(brought)) return { token: brought.token }
    const refreshed = locked.brokenAt ? REAUTHORISE : await spend(tx, locked, account)
    return brought && 'refused' in refreshed ? { token: brought.token } : refreshed
  })
}

/**
 * Exchanges the refresh token, under the lock of its row. When the answer is lost the same token is tried once more: it
 * opens if the first call never arrived, and if it did, nothing is left but to ask a person.
 */
async function spend(tx: Tx, tokens: store.ZaloTokens, account: ChannelAccount): Promise<Access> {
  let refreshed = await refreshTokens(tokens.refresh, account)
  let doubtful = tokens.doubtfulSince !== undefined
  if (refreshed.outcome === 'lost') {
    doubtful = true
    refreshed = await refreshTokens(tokens.refresh, account)
  }
  return conclude(tx, { refreshed, doubtful, agencyId: account.agencyId })
}

async function conclude(
  tx: Tx,
  { refreshed, doubtful, agencyId }: { refreshed: Refreshed; doubtful: boolean; agencyId: number },
): Promise<Access> {
  const at = now()
  switch (refreshed.outcome) {
    case 'tokens': {
      const { access: token, refresh, seconds } = refreshed
      const until = new Date(at.getTime() + seconds * 1000)
      await store.keepTokens(tx, agencyId, { refresh, access: { token, from: at, until } })
      return { token }
    }
    case 'not-reached':
    case 'lost':
      if (doubtful) await store.markDoubtful(tx, at)
      return { refused: { outcome: 'not-reached', detail: 'no access token' } }
    case 'token-used':
    case 'not-accepted': {
      const because = refreshed.outcome === 'token-used' && doubtful ? 'answer-lost' : refreshed.outcome
      await store.markBroken(tx, at, because)
      log.error({ agencyId, because }, 'the Zalo account must be authorised again by a person')
      return REAUTHORISE
    }
  }
}

/** A person has authorised the official account again, or for the first time: the chain begins with this token. */
export function authoriseZalo(tx: Tx, agencyId: number, refreshToken: string): Promise<void> {
  return store.beginTokens(tx, agencyId, { refresh: refreshToken, at: now() })
}
