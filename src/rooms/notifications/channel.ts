import type { LocalDate } from '#kernel/local-date.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Occasion } from './notice.ts'

export type ChannelName = 'email' | 'sms' | 'zalo'

export const CHANNELS: readonly ChannelName[] = ['email', 'sms', 'zalo']

/** What is to be told. A long channel says subject and body; a short one only the code, the state and where to look. */
export interface Told {
  id: string
  occasion: Occasion
  ref: string
  language: Language
  subject: string
  body: string
  /** `dichvucong.tinhmau.gov.vn` */
  portalHost: string
  returnOn: LocalDate | undefined
}

/** Why a notice is not sent this way; each is said in words on the person's page. */
export const REFUSALS = [
  'address',
  'no-account',
  'by-operator',
  'no-template',
  'settings',
  'reauthorise',
  'not-reached',
  'channel-off',
] as const
export type Refusal = (typeof REFUSALS)[number]

/**
 * What came of one attempt. `unknown`: it may have arrived, and nobody can be asked. `not-reached`: it certainly did
 * not, and is tried again later. `detail` is the other side's own words, for administrators; never logged.
 */
export type Sending =
  | { outcome: 'sent'; theirId?: string | undefined }
  | { outcome: 'refused'; reason: Refusal; detail?: string | undefined }
  | { outcome: 'unknown'; detail?: string | undefined }
  | { outcome: 'not-reached'; detail?: string | undefined }

/** How one agency uses a channel: whose contract, the settings it was given, and the credentials, opened. */
export interface ChannelAccount {
  agencyId: number
  operator: string
  settings: Readonly<Record<string, unknown>>
  secrets: Readonly<Record<string, string>>
}

/** A way to tell people. R-158 */
export interface Channel {
  name: ChannelName
  /** Sent twice it is seen once, by its own number: a doubtful attempt may then be made again. */
  repeatable: boolean
  send(told: Told, address: string, account: ChannelAccount): Promise<Sending>
}
