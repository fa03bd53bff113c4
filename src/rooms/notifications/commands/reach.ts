import { NotFound } from '#kernel/errors.ts'
import type { Tx } from '#platform/db/index.ts'
import { canMail } from '#platform/mail/index.ts'
import { getPerson } from '#rooms/identity/index.ts'
import type { ChannelName } from '../channel.ts'
import type { Reach } from '../reach.ts'
import { listChannels } from '../store/channels.ts'
import { findPreference } from '../store/preferences.ts'

interface Whom {
  agencyId: number
  personId: string
  /** Given with the matter itself, and better than what the account states. */
  email?: string | undefined
}

/** The channels of the agency that are on. E-mail is the installation's and needs no row. */
export async function offeredChannels(tx: Tx): Promise<ChannelName[]> {
  const kept = await listChannels(tx)
  const on = kept.filter(({ state }) => state === 'on').map(({ channel }) => channel)
  const hasMail = canMail() && !kept.some(({ channel, state }) => channel === 'email' && state === 'off')
  return [...(hasMail ? (['email'] as const) : []), ...on.filter((channel) => channel !== 'email')]
}

/** How this person can be told, and what they wish. */
export async function reachOf(tx: Tx, { agencyId, personId, email }: Whom): Promise<Reach> {
  const stated = await contactOf(tx, agencyId, personId)
  return {
    wanted: await findPreference(tx, personId),
    email: email ?? stated.email,
    phone: stated.phone,
    offered: await offeredChannels(tx),
  }
}

async function contactOf(tx: Tx, agencyId: number, personId: string): Promise<{ email?: string; phone?: string }> {
  try {
    const { email, phone } = await getPerson(tx, agencyId, personId)
    return { ...(email ? { email } : {}), ...(phone ? { phone } : {}) }
  } catch (error) {
    if (error instanceof NotFound) return {}
    throw error
  }
}
