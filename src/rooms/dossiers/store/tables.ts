import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { DossierCode } from '#kernel/dossier-code.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import type { PauseReason } from '#rooms/deadlines/index.ts'
import type { Answers, Documents, FormContext } from '#rooms/forms/index.ts'
import type { AfterSupplement, Channel, Party, ResultChannel } from '../dossier.ts'
import type { LogActor, LogFacts } from '../log-entry.ts'
import type { ListedPaper, SupplementItem, SuppliedItem } from '../slips.ts'
import type { Status } from '../status.ts'

export interface DossiersTable {
  agency_id: number
  id: string
  temporary_code: string
  code: DossierCode | null
  procedure_code: string
  service_version: string
  procedure_name: JSONColumnType<Bilingual>
  case_code: string
  time_limit: string
  channel: Channel
  language: Language
  result_channel: ResultChannel
  status: Exclude<Status, 'draft'>
  submitted_at: Date
  received_at: Date | null
  clock_from: Date | null
  original_due_at: Date | null
  due_at: Date | null
  processing_at: Date | null
  result_ready_at: Date | null
  returned_at: Date | null
  receiving_unit_id: string
  competent_unit_id: string
  person_id: string | null
  applicant: JSONColumnType<Party>
  owner: JSONColumnType<Party>
  representative: JSONColumnType<Party> | null
  answers: JSONColumnType<Answers>
  documents: JSONColumnType<Documents>
  form_context: JSONColumnType<FormContext>
  step_id: string | null
  step_name: JSONColumnType<Bilingual> | null
  step_unit_id: string | null
  step_officer_id: string | null
  step_officer_name: string | null
  after_supplement: AfterSupplement
  log_seq: number
  log_hash: string
  origin: Generated<'own' | 'national-portal'>
  national_code: string | null
  helped_at_unit_id: string | null
  helped_by_id: string | null
}

interface IdempotencyKeysTable {
  agency_id: number
  key: string
  dossier_id: string
  created_at: Date
}

interface CodeCountersTable {
  agency_id: number
  unit_id: string
  counted_on: LocalDate
  last_number: number
}

interface DossierDocumentsTable {
  agency_id: number
  dossier_id: string
  document_id: string
  question: string | null
  supplement_number: number | null
  added_at: Date
}

export interface ReceiptsTable {
  agency_id: number
  dossier_id: string
  code: DossierCode
  number: number
  unit_id: string
  officer_id: string
  officer_name: string
  received_at: Date
  due_at: Date | null
  documents: JSONColumnType<readonly ListedPaper[]>
}

export interface SupplementRequestsTable {
  agency_id: number
  dossier_id: string
  number: number
  unit_id: string
  officer_id: string
  officer_name: string
  requested_at: Date
  supply_by: LocalDate | null
  items: JSONColumnType<readonly SupplementItem[]>
  at_intake: boolean
  approved_by: string | null
  approval_reason: string | null
}

export interface SupplementsTable {
  agency_id: number
  dossier_id: string
  number: number
  supplied_at: Date
  items: JSONColumnType<readonly SuppliedItem[]>
}

export interface RefusalsTable {
  agency_id: number
  dossier_id: string
  unit_id: string
  officer_id: string
  officer_name: string
  refused_at: Date
  reason: string
  basis: string
  advice: string | null
  returned: JSONColumnType<readonly ListedPaper[]>
}

interface WithdrawalsTable {
  agency_id: number
  dossier_id: string
  person_id: string
  withdrawn_at: Date
  reason: string | null
}

export interface PausesTable {
  agency_id: number
  id: string
  dossier_id: string
  reason: PauseReason
  paused_at: Date
  resumed_at: Date | null
}

export interface DossierLogTable {
  agency_id: number
  dossier_id: string
  seq: number
  at: Date
  actor: JSONColumnType<LogActor>
  type: string
  facts: ColumnType<LogFacts, string, never>
  words: string | null
  prev_hash: string
  hash: string
}

declare module '#platform/db/index.ts' {
  interface Tables {
    dossiers: DossiersTable
    idempotency_keys: IdempotencyKeysTable
    code_counters: CodeCountersTable
    dossier_documents: DossierDocumentsTable
    receipts: ReceiptsTable
    supplement_requests: SupplementRequestsTable
    supplements: SupplementsTable
    refusals: RefusalsTable
    withdrawals: WithdrawalsTable
    pauses: PausesTable
    dossier_log: DossierLogTable
  }
}
