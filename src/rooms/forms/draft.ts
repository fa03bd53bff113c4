import type { Language } from '#platform/i18n/index.ts'
import type { Answers, Documents, Filled } from './definition.ts'

/** Something begun and not yet submitted (bản nháp). It is the person's own: nobody else can see it. */
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
}

/** True when this step was saved elsewhere after the person opened it. */
export function isStale(draft: Draft, step: string, revision: number | undefined): boolean {
  return revision !== undefined && (draft.stepRevisions[step] ?? 0) > revision
}
