import type { LocalDate } from '#kernel/local-date.ts'
import type { DeadlineKind } from '../deadline.ts'
import type { State } from '../life.ts'
import type { Line } from '../line.ts'
import type { DigitalPlan, Level, Version } from '../plan.ts'
import type { Slip } from '../slip.ts'

export interface PlansTable {
  agency_id: number
  id: string
  unit_id: string
  year: number
  level: Level
  created_at: Date
  created_by: string
}

export interface VersionsTable {
  agency_id: number
  id: string
  plan_id: string
  number: number
  kind: Version['kind']
  state: State
  reason: string
  no_training: string
  digital_plan: DigitalPlan
  writers: string[]
  content_sha256: string | null
  signing_request_id: string | null
  signed_sha256: string | null
  sent_on: LocalDate | null
  created_at: Date
}

interface LinesTable {
  agency_id: number
  version_id: string
  line_id: string
  position: number
  requested: number
  line: Line
}

export interface SlipsTable {
  agency_id: number
  id: string
  plan_id: string
  version: number
  kind: Slip['kind']
  part: string
  revision: number
  at: Date
  officer_id: string
  facts: object
}

export type AmountKind = 'given' | 'spent' | 'settled' | 'carried-over'

export interface SlipAmountsTable {
  agency_id: number
  slip_id: string
  line_id: string
  what: AmountKind
  amount: number
}

interface ActsTable {
  agency_id: number
  id: string
  plan_id: string
  version: number
  act: string
  at: Date
  officer_id: string | null
  words: string
  facts: object
}

interface DeadlinesTable {
  agency_id: number
  id: string
  year: number
  kind: DeadlineKind
  on_day: LocalDate
  basis: string
  at: Date
  officer_id: string
}

interface RemindersTable {
  agency_id: number
  unit_id: string
  year: number
  kind: DeadlineKind
  on_day: LocalDate
  officer_id: string
}

declare module '#platform/db/index.ts' {
  interface Tables {
    funding_plans: PlansTable
    funding_versions: VersionsTable
    funding_lines: LinesTable
    funding_slips: SlipsTable
    funding_slip_amounts: SlipAmountsTable
    funding_acts: ActsTable
    funding_deadlines: DeadlinesTable
    funding_reminders: RemindersTable
  }
}
