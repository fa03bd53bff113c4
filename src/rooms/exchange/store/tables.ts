import type { Generated, JSONColumnType } from 'kysely'
import type { ConnectionState } from '../connection.ts'
import type { Destination, FieldReason, MessageState, Payload, Proof, Reply } from '../message.ts'

export interface ConnectionsTable {
  agency_id: number
  destination: Destination
  state: ConnectionState
  since: Date
  contract_version: string
  settings: JSONColumnType<Record<string, string>>
  per_minute: number
  quiet_from: string | null
  quiet_to: string | null
  rests_until: Date | null
  failures: Generated<number>
  last_success_at: Date | null
  last_failure_at: Date | null
  last_problem: string | null
}

export interface MessagesTable {
  agency_id: number
  id: Generated<number>
  direction: 'out' | 'in'
  destination: Destination
  service: string
  contract_version: string
  key: string
  dossier_id: string | null
  ref: string | null
  seq: number | null
  place: Generated<number>
  needs: string | null
  payload: JSONColumnType<Payload> | null
  proof: JSONColumnType<Proof> | null
  state: MessageState
  attempts: Generated<number>
  puzzles: Generated<number>
  due_at: Date
  leased_until: Date | null
  uncertain: Generated<boolean>
  problem: string | null
  reasons: JSONColumnType<FieldReason[]> | null
  answer: string | null
  caused_at: Date
  acknowledged_at: Date | null
  settled_by: string | null
  settled_reason: string | null
}

export interface MessageAttemptsTable {
  agency_id: number
  message_id: number
  number: number
  destination: Destination
  at: Date
  milliseconds: number
  outcome: Reply['outcome']
  payload_hash: string
  status: number | null
  answer: string | null
}

interface ExchangeTopicsTable {
  destination: Destination
  contract_version: string
  entry_type: string
  service: string
  place: number
  needs: string | null
  in_force_from: string
  in_force_to: string | null
}

interface ExchangeStatusCodesTable {
  destination: Destination
  contract_version: string
  status: string
  code: string
  name: string
  in_force_from: string
  in_force_to: string | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    connections: ConnectionsTable
    messages: MessagesTable
    message_attempts: MessageAttemptsTable
    exchange_topics: ExchangeTopicsTable
    exchange_status_codes: ExchangeStatusCodesTable
  }
}
