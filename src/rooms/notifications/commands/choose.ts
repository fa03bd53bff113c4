import { now } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { CHANNELS } from '../channel.ts'
import type { Reach } from '../reach.ts'
import { savePreference } from '../store/preferences.ts'
import { reachOf } from './reach.ts'

interface Whom {
  agencyId: number
  personId: string
}

/** How the person can be told and what they chose, for their page. */
export function preferencesOf(whom: Whom): Promise<Reach> {
  return read(whom.agencyId, (tx) => reachOf(tx, whom))
}

/** The person says how they want to be told from now on. Names that are no channel are left out. */
export function chooseFromNowOn(whom: Whom, channels: readonly string[]): Promise<void> {
  const chosen = CHANNELS.filter((channel) => channels.includes(channel))
  return transaction(whom.agencyId, (tx) => savePreference(tx, whom, { channels: chosen, at: now() }))
}
