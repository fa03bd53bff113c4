import type { Bilingual } from '#platform/i18n/index.ts'
import type { OnlineLevel } from '#rooms/procedures/index.ts'

export const LONGEST_REASON = 500

/** A procedure as somebody may wish it were online. */
export interface Wishable {
  code: string
  name: Bilingual
  level: OnlineLevel
  /** Only what cannot be done wholly online can be wished for. */
  canWish: boolean
  count: number
}

/** `taken`: counted. `again`: this person or visit has been counted before. `online`: it can be done online already. */
export type WishOutcome = 'taken' | 'again' | 'online'
