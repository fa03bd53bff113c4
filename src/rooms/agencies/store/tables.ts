import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Contact } from '#platform/html/frame.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import type { UnitKind } from '../unit.ts'

interface AgenciesTable {
  id: Generated<number>
  code: string
  kind: 'province' | 'ministry'
  name: Bilingual
  full_name: Bilingual
  portal_name: Bilingual
  contact: Contact
  seed_colour: string
  created_at: ColumnType<Date, never, never>
}

interface AgencyHostsTable {
  host: string
  agency_id: number
  language: Language
}

interface UnitsTable {
  agency_id: number
  id: string
  code: string
  parent_id: string | null
  kind: UnitKind
  name: Bilingual
  address: Bilingual | null
  phone: string | null
  desk: boolean
  place: string | null
  field: string | null
  valid_from: LocalDate
  valid_to: LocalDate | null
}

interface PositionsTable {
  agency_id: number
  id: string
  unit_id: string
  title: Bilingual
  roles: Role[]
}

declare module '#platform/db/index.ts' {
  interface Tables {
    agencies: AgenciesTable
    agency_hosts: AgencyHostsTable
    units: UnitsTable
    positions: PositionsTable
  }
}
