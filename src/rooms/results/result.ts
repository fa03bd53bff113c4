import type { LocalDate } from '#kernel/local-date.ts'
import type { ResultTable } from '#platform/pdf/index.ts'

export type ResultState = 'preparing' | 'signing' | 'issued' | 'returned' | 'failed'
export type Outcome = 'granted' | 'rejected'
export type ReturnMethod = 'electronic' | 'counter' | 'post'

/** The paper in words, complete, so that it can be set in type again. */
export interface ResultWords {
  /** `12/UBND-XNTTHN` */
  number: string
  title: string
  subject?: string | undefined
  paragraphs: string[]
  tables: ResultTable[]
  recipients: string[]
  /** In the words of the paper: `Chủ tịch`. */
  signerPosition: string
}

export interface Result {
  agencyId: number
  id: string
  dossierId: string
  dossierCode: string
  procedureCode: string
  unitId: string
  personId: string | undefined
  itemId: string
  outcome: Outcome
  number: string
  title: string
  document: ResultPaper
  signerUserId: string
  signerName: string
  signerPosition: string
  issuer: string
  verifyToken: string
  state: ResultState
  unsignedSha256: string | undefined
  fileSha256: string | undefined
  issuedAt: Date | undefined
  returnedAt: Date | undefined
  returnedTo: string | undefined
  returnMethod: ReturnMethod | undefined
  lastProblem: string | undefined
}

/** Words and letterhead of the day it was prepared. */
export interface ResultPaper extends ResultWords {
  parentAgency?: string | undefined
  unit: string
  place: string
  issuedOn: LocalDate
  /** `http://dichvucong.tinhmau.localhost:8080` */
  origin: string
}

export interface ResultIssued {
  type: 'result.issued'
  agencyId: number
  dossierId: string
  dossierCode: string
  resultId: string
  outcome: Outcome
  /** The work item whose signature this was. */
  itemId: string
}

/** The signature was refused or failed: the paper lies with the approver again. */
export interface ResultNotSigned {
  type: 'result.not-signed'
  agencyId: number
  dossierId: string
  dossierCode: string
  resultId: string
  itemId: string
  reason: string
}

/**
 * What strangers may see of a dossier code: where and when, but not which.
 * @see Decree 356/2025/NĐ-CP on personal data; R-121
 */
export function maskedCode(code: string): string {
  return code.replace(/\d{2,}$/, (sequence) => `${'•'.repeat(sequence.length - 2)}${sequence.slice(-2)}`)
}

/** Strangers are told about papers that exist, not about those being written. */
export function isPublic({ state }: Pick<Result, 'state'>): boolean {
  return state === 'issued' || state === 'returned'
}

/** `xac-nhan-12-UBND-XNTTHN.pdf`, of letters that every file system knows. */
export function fileName({ number }: Pick<Result, 'number'>): string {
  const safe = number.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  return `ket-qua-${safe.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')}.pdf`
}
