import type { ColumnType } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Card } from '../card.ts'
import type { Intake, IntakeMode, IntakeSaid } from '../intake.ts'
import type { LegalKind } from '../legal-text.ts'
import type { OnlineLevel, ProcedureKind, ProcedureRecord } from '../record.ts'
import type { WordEntry } from '../search/lexicon.ts'

export type PartialReason = 'presence' | 'field-verification' | 'incident' | 'technical'

declare module '#platform/db/index.ts' {
  interface Tables {
    catalogue_state: { only_one: boolean; version: number; moved: number; synced_at: Date | null }
    catalogue_imports: CatalogueImportsTable
    procedures: ProceduresTable
    procedure_versions: ProcedureVersionsTable
    agency_procedures: AgencyProceduresTable
    service_versions: ServiceVersionsTable
    intake_rules: { mode: IntakeMode; intake: Intake; becomes: Intake }
    intake_settings: { agency_id: number; valid_from: LocalDate; mode: IntakeMode; national_address: string | null }
    intake_acts: IntakeActsTable
    search_words: SearchWordsTable
    legal_texts: LegalTextsTable
    procedure_legal_texts: { code: string; slug: string }
    agency_service_state: { agency_id: number; version: number }
  }
}

interface CatalogueImportsTable {
  id: string
  source: string
  started_at: Date
  finished_at: Date
  version: number
  counts: unknown
  conflict_counts: unknown
  conflicts: unknown
}

interface ProceduresTable {
  code: string
  version: number
  name: string
  kind: ProcedureKind
  detail: 'listed' | 'full'
  origin: 'catalogue' | 'package'
  card: Card
  listed_hash: string
  detail_hash: string
  changed_in: number
}

interface ProcedureVersionsTable {
  code: string
  version: number
  valid_from: LocalDate
  valid_to: LocalDate | null
  decision_number: string | null
  decision_on: LocalDate | null
  record: ProcedureRecord
  source_hash: string
  imported_at: Date
}

interface AgencyProceduresTable {
  agency_id: number
  code: string
  level: OnlineLevel
  partial_reason: PartialReason | null
  partial_basis: Bilingual | null
  intake: Intake
  intake_url: string | null
  state_owner: Intake
  summary: Bilingual | null
  at_desk: boolean
  valid_from: LocalDate
  valid_to: LocalDate | null
}

interface ServiceVersionsTable {
  agency_id: number
  code: string
  version: string
  valid_from: LocalDate
  valid_to: LocalDate | null
  package: unknown
  package_hash: string
  installed_at: Date
}

interface IntakeActsTable {
  agency_id: number
  id: string
  at: Date
  officer_id: string | null
  officer_name: string | null
  code: string | null
  valid_from: LocalDate
  said: ColumnType<IntakeSaid, string, never>
}

interface LegalTextsTable {
  slug: string
  number: string
  kind: LegalKind
  issuer: string
  issued_on: LocalDate | null
  title: string
  folded: string
}

interface SearchWordsTable {
  agency_id: number
  entry: string
  version: number
  words: ColumnType<WordEntry | null, string | null, never>
  at: Date
  officer_id: string
  officer_name: string
}
