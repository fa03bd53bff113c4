import type { Language } from '#platform/i18n/index.ts'
import type { Answers, Documents, Filled } from './definition.ts'
import type { LastChange } from './last-change.ts'

/** Who helps with a draft at a counter, where, and how they made sure who stands there. R-042 */
export interface Helped {
  unitId: string
  officerId: string
  /** By the identity card, by VNeID on the person's telephone, or by another paper. */
  identified: 'card' | 'vneid' | 'other'
}

/**
 * Something begun and not yet submitted (bản nháp). It is the person's own: nobody else can see it but the desk they
 * asked for help.
 */
export interface Draft extends Filled {
  id: string
  personId: string
  procedureCode: string
  serviceVersion: string
  language: Language
  answers: Answers
  documents: Documents
  /** Posted back with a step (`--revision`): saving over a newer change of the same step is refused. */
  revision: number
  stepRevisions: Readonly<Record<string, number>>
  startedAt: Date
  updatedAt: Date
  /** Set once it has become a dossier; it can then no longer change. */
  submittedAs: string | undefined
  /** What the last change was, to be taken back. R-053 */
  lastChange?: LastChange | undefined
  /** By which a desk finds it: the person reads it out. */
  resumeCode?: string | undefined
  /** The desk that helps; undefined when the person fills it in alone. */
  helped?: Helped | undefined
}

/** True when this step was saved elsewhere after the person opened it. */
export function isStale(draft: Draft, step: string, revision: number | undefined): boolean {
  return revision !== undefined && (draft.stepRevisions[step] ?? 0) > revision
}
