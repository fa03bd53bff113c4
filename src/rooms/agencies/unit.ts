import type { LocalDate } from '#kernel/local-date.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Bilingual } from '#platform/i18n/index.ts'

export type UnitKind = 'agency' | 'service-centre' | 'department' | 'division' | 'commune'

/** A part of an agency, in the tree of its own time. */
export interface Unit {
  id: string
  agencyId: number
  /** `H99.12`: the code of its dossiers begins with it. */
  code: string
  /** Undefined for the root, which is the agency itself. */
  parentId: string | undefined
  kind: UnitKind
  name: Bilingual
  address: Bilingual | undefined
  phone: string | undefined
  /** It has a one-stop desk (bộ phận một cửa) where a person can hand in a dossier. */
  desk: boolean
  /** Code of the administrative unit it governs. */
  place: string | undefined
  /** What a department answers for: `justice`, `construction`. */
  field: string | undefined
  validFrom: LocalDate
  /** First day on which it is no more. */
  validTo: LocalDate | undefined
}

/** What an officer is appointed to: a place in the organisation, with its roles. */
export interface Position {
  id: string
  unitId: string
  unitCode: string
  title: Bilingual
  roles: readonly Role[]
}

/** How a service package names units without knowing the agency: every given property must hold. */
export interface UnitSelector {
  kind?: UnitKind
  field?: string
  place?: string
  code?: string
  desk?: boolean
}

export interface NewUnit {
  id?: string
  code: string
  parentId?: string | undefined
  kind: UnitKind
  name: Bilingual
  address?: Bilingual
  phone?: string
  desk?: boolean
  place?: string
  field?: string
  validFrom?: LocalDate
}

export interface NewPosition {
  id?: string
  unitId: string
  title: Bilingual
  roles: readonly Role[]
}
