import type { Generated, JSONColumnType } from 'kysely'
import type { Role } from '#kernel/viewer.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Outcome } from '../work-item.ts'
import type { ProcessState } from '../workflow.ts'

interface ProcessesTable {
  agency_id: number
  dossier_id: string
  procedure_code: string
  service_version: string
  state: JSONColumnType<ProcessState & object>
  started_at: Date
  finished_at: Date | null
}

interface WorkItemsTable {
  agency_id: number
  id: string
  dossier_id: string
  step: string
  step_name: JSONColumnType<Bilingual>
  role: Role | 'system'
  unit_id: string
  assignee_id: string | null
  opened_at: Date
  opened_by: string | null
  claimed_at: Date | null
  due_at: Date | null
  paused: Generated<boolean>
  done_at: Date | null
  done_by: string | null
  action: string | null
  reason: string | null
}

interface ProposalsTable {
  agency_id: number
  dossier_id: string
  ordinal: number
  outcome: Outcome
  opinion: string
  fields: JSONColumnType<Record<string, string>>
  officer_id: string
  proposed_at: Date
}

interface HandoversTable {
  agency_id: number
  dossier_id: string
  ordinal: number
  from_unit_id: string | null
  to_unit_id: string
  from_officer_id: string | null
  to_officer_id: string | null
  step: string
  action: string | null
  note: string | null
  handed_at: Date
}

declare module '#platform/db/index.ts' {
  interface Tables {
    processes: ProcessesTable
    work_items: WorkItemsTable
    proposals: ProposalsTable
    handovers: HandoversTable
  }
}
