import type { LocalDateTime } from '#kernel/local-date.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'

export type DossierEvent =
  | 'dossier.submitted'
  | 'dossier.received'
  | 'dossier.supplement-requested'
  | 'dossier.supplied'
  | 'dossier.refused'
  | 'dossier.due-moved'
  | 'dossier.withdrawn'
  | 'dossier.result-ready'
  | 'dossier.returned'

/**
 * What the house is told when a dossier changes: complete, so that no listener looks back, and without a single
 * answer of the form. `key` is the same however often it is told. R-157 @see Decree 224/2026, Art. 15.1 g
 */
export interface DossierHappening {
  type: DossierEvent
  agencyId: number
  key: string
  dossierId: string
  /** Code, or the temporary one before reception. */
  ref: string
  procedureCode: string
  serviceVersion: string
  procedureName: Bilingual
  receivingUnitId: string
  competentUnitId: string
  personId: string | undefined
  email: string | undefined
  /** Filed at a counter: received with the same press, so one message says both. */
  atCounter?: boolean | undefined
  language: Language
  /** Address of its page, without the host. */
  path: string
  facts: {
    /** In the dossier's language. */
    agency: string
    receivingOfficer?: string | undefined
    handlingOfficer?: string | undefined
    receivedAt?: LocalDateTime | undefined
    /** `3 ngày làm việc` */
    processingTime?: string | undefined
    returnAt?: LocalDateTime | undefined
  }
  /** The officer's words: why, or what is missing. */
  reasons?: readonly string[] | undefined
}
