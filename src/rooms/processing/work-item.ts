import type { LocalDateTime } from '#kernel/local-date.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Bilingual } from '#platform/i18n/index.ts'

/** A dossier lying on a step: somebody with the role at the unit has something to do, or the system has. */
export interface WorkItem {
  id: string
  dossierId: string
  step: string
  stepName: Bilingual
  role: Role | 'system'
  unitId: string
  assigneeId: string | undefined
  /** Who led the dossier here; undefined for the system. */
  openedBy: string | undefined
  openedAt: Date
  claimedAt: Date | undefined
  /** Undefined while the clock stands still. */
  dueAt: LocalDateTime | undefined
  /** The dossier waits for the person: nothing is to be done here meanwhile. */
  paused: boolean
}

export type Outcome = 'granted' | 'rejected'

/** What the case officer proposes and the approver decides on. */
export interface Proposal {
  ordinal: number
  outcome: Outcome
  opinion: string
  /** What goes on the paper, by the ids of the package's result fields. */
  fields: Readonly<Record<string, string>>
  officerId: string
  proposedAt: Date
}

/** Form 06: one passing on of the dossier. R-136 */
export interface Handover {
  ordinal: number
  fromUnitId: string | undefined
  toUnitId: string
  fromOfficerId: string | undefined
  /** Who was given it by name; undefined when it waits to be taken. */
  toOfficerId: string | undefined
  step: string
  action: string | undefined
  note: string | undefined
  handedAt: Date
}
