import type { DossierCode } from '#kernel/dossier-code.ts'
import type { LocalDate, LocalDateTime } from '#kernel/local-date.ts'
import type { PauseReason } from '#rooms/deadlines/index.ts'

/** A paper that was handed in, as the receipt lists it. */
export interface ListedPaper {
  name: string
  kind: 'original' | 'certified-copy' | 'copy' | 'electronic'
  copies: number
}

/** Form 01 (giấy tiếp nhận hồ sơ và hẹn trả kết quả). */
export interface Receipt {
  dossierId: string
  code: DossierCode
  unitId: string
  officerId: string
  officerName: string
  receivedAt: Date
  dueAt: LocalDateTime | undefined
  documents: readonly ListedPaper[]
  /** Number of the day, and of the slip: 7 is `0007/TNHS`. */
  number: number
}

/** One thing that is missing, in the officer's own words. */
export interface SupplementItem {
  id: string
  /** What to add or correct: `Văn bản đồng ý của chủ hộ, trang 2`. */
  name: string
  /** Why: `Ảnh chụp thiếu trang 2.` */
  reason: string
  /** The question it is about, when it is about one. */
  question?: string | undefined
}

/** Form 02 (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ). */
export interface SupplementRequest {
  dossierId: string
  /** 1 is the first and, by rule, the only one. R-077 */
  number: number
  unitId: string
  officerId: string
  officerName: string
  requestedAt: Date
  supplyBy: LocalDate | undefined
  items: readonly SupplementItem[]
  /** Whether it was asked for before reception, when no clock ran yet. */
  atIntake: boolean
  /** Who allowed a second request, and why. */
  approval: { officerId: string; reason: string } | undefined
  suppliedAt: Date | undefined
}

export interface SuppliedItem {
  itemId: string
  text: string
  documentIds: readonly string[]
}

/** The person's answer to a supplement request. */
export interface Supplement {
  dossierId: string
  number: number
  suppliedAt: Date
  items: readonly SuppliedItem[]
}

/** Form 03 (phiếu từ chối tiếp nhận giải quyết hồ sơ). */
export interface Refusal {
  dossierId: string
  unitId: string
  officerId: string
  officerName: string
  refusedAt: Date
  reason: string
  /** The article it stands on. */
  basis: string
  /** What the person can do now. */
  advice: string | undefined
  returned: readonly ListedPaper[]
}

export interface Withdrawal {
  dossierId: string
  withdrawnAt: Date
  reason: string | undefined
}

/** A time in which the clock stands still. */
export interface RecordedPause {
  id: string
  reason: PauseReason
  from: Date
  to: Date | undefined
}
