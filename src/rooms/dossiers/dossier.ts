import type { DossierCode } from '#kernel/dossier-code.ts'
import type { LocalDateTime } from '#kernel/local-date.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import type { Answers, Documents, FormContext } from '#rooms/forms/index.ts'
import type { Status } from './status.ts'

/** How it came to us. It changes nothing in what follows: the queue and the clock never see it. @see Decree 224/2026, Art. 15.1 b */
export type Channel = 'online' | 'counter' | 'post'

/** How the person wants the result. R-063 */
export type ResultChannel = 'electronic' | 'counter' | 'post'

/** One of the three people on a dossier, as stated when it was filed. R-040 */
export interface Party {
  kind: 'person' | 'organisation'
  name: string
  /** Personal identification number, or the code of an organisation. */
  identityNumber?: string | undefined
  address?: string | undefined
  phone?: string | undefined
  email?: string | undefined
}

/** Where a person was helped to file, and by whom: the place apart from where it was received and who decides. */
export interface HelpGiven {
  unitId: string
  officerId: string
}

/** Where processing stands, as the `processing` room last reported it. */
export interface StepReport {
  id: string
  name: Bilingual
  unitId?: string | undefined
  officerId?: string | undefined
  officerName?: string | undefined
}

/** What the clock does once a supplement has come: counts again from zero, or goes on where it stopped. R-086 */
export type AfterSupplement = 'restart' | 'resume'

/** A dossier (hồ sơ). Instants are Dates; `dueAt` is a promise in Vietnam's own time. */
export interface Dossier {
  agencyId: number
  id: string
  /** `TN-261123-004217`: what it is called until an officer has received it. R-061 */
  temporaryCode: string
  code: DossierCode | undefined
  /** What the national portal calls a dossier that was born there; it is found by both codes. */
  nationalCode?: string | undefined
  procedureCode: string
  /** Version of the service package it was filed under and keeps. R-004 */
  serviceVersion: string
  procedureName: Bilingual
  caseCode: string
  /** `3wd` */
  timeLimit: string
  channel: Channel
  language: Language
  resultChannel: ResultChannel
  status: Status
  submittedAt: Date
  receivedAt: Date | undefined
  /** The reception from which the clock counts; later than `receivedAt` when a supplement restarted it. */
  clockFrom: Date | undefined
  originalDueAt: LocalDateTime | undefined
  /** Undefined before reception, and while the clock stands still. */
  dueAt: LocalDateTime | undefined
  processingAt: Date | undefined
  resultReadyAt: Date | undefined
  returnedAt: Date | undefined
  receivingUnitId: string
  competentUnitId: string
  /** The person who filed it, by themselves or with the help of a desk. */
  personId: string | undefined
  /** The desk that filed it with the person; undefined when they did it themselves. */
  helped?: HelpGiven | undefined
  applicant: Party
  owner: Party
  representative: Party | undefined
  answers: Answers
  /** Question of kind `file` → ids of documents. */
  documents: Documents
  /** What the form was walked with, so that it prints in ten years as it was. */
  formContext: FormContext
  step: StepReport | undefined
  afterSupplement: AfterSupplement
  /** Head of the log: number and hash of its last entry. */
  log: { seq: number; hash: string }
}

/** What a dossier is called now: its code once received, the temporary one before. */
export function refOf(dossier: Pick<Dossier, 'code' | 'temporaryCode'>): string {
  return dossier.code ?? dossier.temporaryCode
}
