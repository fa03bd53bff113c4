import type { ChannelName } from './channel.ts'

/** Who can be told through what. */
export interface Reach {
  /** What the person chose; undefined when they never did. Empty: only on the portal. */
  wanted: readonly ChannelName[] | undefined
  email: string | undefined
  phone: string | undefined
  /** The channels of the agency that are on. */
  offered: readonly ChannelName[]
}

/** Where the channel would tell this person; undefined when it cannot. */
export function addressFor(channel: ChannelName, { email, phone, offered }: Reach): string | undefined {
  if (!offered.includes(channel)) return undefined
  return channel === 'email' ? email : mobileNumber(phone)
}

/**
 * As chosen, where that is possible. Of somebody who never chose, and where nothing chosen is possible: e-mail when it
 * is known, a text message when only a telephone is. Zalo is never used unasked. R-158
 */
export function chooseChannels(reach: Reach): ChannelName[] {
  if (reach.wanted?.length === 0) return []
  const chosen = (reach.wanted ?? []).filter((channel) => addressFor(channel, reach) !== undefined)
  return chosen.length > 0 ? chosen : USUAL.filter((channel) => addressFor(channel, reach) !== undefined).slice(0, 1)
}

const USUAL: readonly ChannelName[] = ['email', 'sms']

/** What to try when everything tried so far failed; undefined when nothing is left, or the person wants nothing. */
export function nextChannel(tried: readonly ChannelName[], reach: Reach): ChannelName | undefined {
  if (reach.wanted?.length === 0) return undefined
  return USUAL.find((channel) => !tried.includes(channel) && addressFor(channel, reach) !== undefined)
}

const NATIONAL = /^(?:\+?84|0)(\d{9})$/
/** Numbers of landlines begin with 2 and are longer; they show no messages. */
const LANDLINE = '2'

/** `0900 000 012` → `84900000012`; undefined for what is no mobile number of Vietnam. */
export function mobileNumber(phone: string | undefined): string | undefined {
  const digits = NATIONAL.exec((phone ?? '').replace(/[\s.()-]/g, ''))?.[1]
  return digits === undefined || digits.startsWith(LANDLINE) ? undefined : `84${digits}`
}
