/** Where a dossier stands. Answers the national codes 1 to 10; `draft` has none and lives in the forms room. */
export type Status =
  | 'draft'
  | 'submitted'
  | 'received'
  | 'refused'
  | 'processing'
  | 'awaiting-supplement'
  | 'awaiting-payment'
  | 'withdrawn'
  | 'discontinued'
  | 'result-ready'
  | 'returned'

/** What the record holds of a dossier, one fact for each slip. */
export interface Slips {
  submittedAt?: Date | undefined
  receivedAt?: Date | undefined
  refusedAt?: Date | undefined
  processingAt?: Date | undefined
  /** A supplement request that has not been answered. */
  openSupplement?: boolean | undefined
  /** A notice of payment that has not been paid. */
  openPayment?: boolean | undefined
  withdrawnAt?: Date | undefined
  discontinuedAt?: Date | undefined
  resultReadyAt?: Date | undefined
  returnedAt?: Date | undefined
}

/** The status is what the slips say, and nothing else. Endings win over waits, waits over work. */
export function statusOf(slips: Slips): Status {
  if (slips.withdrawnAt) return 'withdrawn'
  if (slips.refusedAt) return 'refused'
  if (slips.discontinuedAt) return 'discontinued'
  if (slips.returnedAt) return 'returned'
  if (slips.resultReadyAt) return 'result-ready'
  if (slips.openSupplement) return 'awaiting-supplement'
  if (slips.openPayment) return 'awaiting-payment'
  if (slips.processingAt) return 'processing'
  if (slips.receivedAt) return 'received'
  return slips.submittedAt ? 'submitted' : 'draft'
}

const ANSWERED: readonly Status[] = ['result-ready', 'returned', 'refused', 'discontinued']

/**
 * The agency has said its last word: granted or rejected, refused at intake, discontinued. Then a person can say how it
 * was; who took a dossier back ended it before there was anything to judge. R-163
 */
export function isAnswered(status: Status): boolean {
  return ANSWERED.includes(status)
}

export type Act =
  | 'receive'
  | 'refuse'
  | 'request-supplement'
  | 'supply'
  | 'withdraw'
  | 'start-processing'
  | 'step'
  | 'pause'
  | 'mark-result-ready'
  | 'return-result'

/**
 * From which status each act is legal. A supplement asked for at intake leads back to `submitted`, one asked for
 * in processing back to `processing`. R-085
 *
 * @see Decree 118/2025, Art. 17–20; research §3.3
 */
export const LEGAL_FROM: Record<Act, readonly Status[]> = {
  receive: ['submitted'],
  refuse: ['submitted'],
  'request-supplement': ['submitted', 'received', 'processing'],
  supply: ['awaiting-supplement'],
  withdraw: ['submitted', 'received', 'processing', 'awaiting-supplement', 'awaiting-payment'],
  'start-processing': ['received'],
  step: ['received', 'processing', 'result-ready'],
  pause: ['received', 'processing', 'awaiting-supplement', 'awaiting-payment'],
  'mark-result-ready': ['processing'],
  'return-result': ['result-ready'],
}

export function isLegal(act: Act, status: Status): boolean {
  return LEGAL_FROM[act].includes(status)
}
