import type { Generated, JSONColumnType } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { ChannelName, Refusal } from '../channel.ts'
import type { Occasion } from '../notice.ts'

export interface NoticesTable {
  agency_id: number
  id: string
  key: string
  person_id: string
  ref: string
  occasion: Occasion
  language: Language
  subject: string
  body: string
  portal_host: string
  return_on: LocalDate | null
  created_at: Date
}

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'refused' | 'unknown'

export interface NoticeDeliveriesTable {
  agency_id: number
  notice_id: string
  channel: ChannelName
  address: string
  state: DeliveryState
  reason: Refusal | null
  detail: string | null
  attempts: Generated<number>
  due_at: Date
  leased_until: Date | null
  their_id: string | null
  sent_at: Date | null
}

export interface NoticeChannelsTable {
  agency_id: number
  channel: ChannelName
  operator: string
  state: 'on' | 'off'
  since: Date
  settings: JSONColumnType<Record<string, unknown>>
  sealed: Buffer
  quiet_from: string | null
  quiet_to: string | null
  urgent: Generated<string[]>
  last_success_at: Date | null
  last_failure_at: Date | null
  last_problem: string | null
}

export interface NoticePreferencesTable {
  agency_id: number
  person_id: string
  channels: ChannelName[]
  chosen_at: Date
}

export type ChainBreak = 'token-used' | 'answer-lost' | 'not-accepted'

export interface ZaloTokensTable {
  agency_id: number
  refresh_sealed: Buffer
  access_sealed: Buffer | null
  access_from: Date | null
  access_until: Date | null
  authorised_at: Date
  doubtful_since: Date | null
  broken_at: Date | null
  broken_because: ChainBreak | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    notices: NoticesTable
    notice_deliveries: NoticeDeliveriesTable
    notice_channels: NoticeChannelsTable
    notice_preferences: NoticePreferencesTable
    zalo_tokens: ZaloTokensTable
  }
}
