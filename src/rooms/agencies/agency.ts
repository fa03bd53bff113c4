import type { FrameAgency } from '#platform/html/frame.ts'
import type { Language } from '#platform/i18n/index.ts'

/** The tenant, as every page shows it. */
export type Agency = FrameAgency

export interface AgencyHost {
  host: string
  language: Language
}

export interface NewAgency extends Omit<Agency, 'id'> {
  /** Given for demonstrations only; others are numbered by the database. */
  id?: number
  hosts: readonly AgencyHost[]
  /** Id of the root unit. */
  rootUnitId?: string
}
