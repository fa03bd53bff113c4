/** Why something waits behind the rest until an officer has looked at it. Nobody is turned away by a machine. */
export type HeldBecause = 'many' | 'trap' | 'flood'

/** What the same sender may send in a day before the rest waits. */
export const MANY_A_DAY = 5

/** What may come in an hour, to one agency, from people whom nothing vouches for. */
export const FLOOD_AN_HOUR = 200

interface Sending {
  /** What the same person, address or visit has sent within a day. */
  sentBySame: number
  /** What came to the agency within the hour from people who had not signed in. */
  sentByUnknown: number
  /** They have signed in, or proven their address. */
  known: boolean
  /** A field that people do not see was filled in. */
  trapped: boolean
}

/** Undefined: it goes straight to the desk. */
export function holdFor({ sentBySame, sentByUnknown, known, trapped }: Sending): HeldBecause | undefined {
  if (trapped) return 'trap'
  if (sentBySame >= MANY_A_DAY) return 'many'
  return !known && sentByUnknown >= FLOOD_AN_HOUR ? 'flood' : undefined
}
