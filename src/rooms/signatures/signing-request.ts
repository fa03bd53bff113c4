import type { StampPlace } from '#platform/pdf/pades/index.ts'

export type SigningState = 'waiting' | 'signed' | 'refused' | 'failed' | 'expired'

/** A signature that somebody is asked for. Its id is the transaction id the provider knows it by. */
export interface SigningRequest {
  agencyId: number
  id: string
  /** What it is for, in the asking room's words (`result`), and which one. */
  purpose: string
  subjectId: string
  /** What the signer reads on their telephone. No personal data of the applicant. */
  description: string
  /** The signer at the provider. */
  userId: string
  signerName: string
  sourceSha256: string
  place: StampPlace | undefined
  state: SigningState
  prepared: PreparedRequest | undefined
  providerRequestId: string | undefined
  signedSha256: string | undefined
  attempts: number
  lastError: string | undefined
  createdAt: Date
}

/** What the first pass fixed. The second must find the very same bytes. */
export interface PreparedRequest {
  signingAt: Date
  /** PEM, the signer's first. */
  certificates: string
  preparedSha256: string
  attributes: Buffer
  digest: Buffer
}

export interface NewSigningRequest {
  agencyId: number
  purpose: string
  subjectId: string
  description: string
  userId: string
  signerName: string
  sourceSha256: string
  place?: StampPlace | undefined
}

interface SignatureEvent {
  agencyId: number
  requestId: string
  purpose: string
  subjectId: string
}

/** The document is signed, verified and kept. */
export interface SignatureCompleted extends SignatureEvent {
  type: 'signature.completed'
  fileSha256: string
}

/** The person said no, or let the time pass. */
export interface SignatureRefused extends SignatureEvent {
  type: 'signature.refused'
  reason: 'refused' | 'expired'
}

/** It cannot be done: the certificate does not allow it, or the provider did not answer for too long. */
export interface SignatureFailed extends SignatureEvent {
  type: 'signature.failed'
  reason: string
}

const MOST_ATTEMPTS = 14
const LONGEST_WAIT = 3 * 86_400_000

/** Seconds until the next attempt after so many failures in a row; undefined when it is time to give up. */
export function secondsUntilRetry(attempts: number): number | undefined {
  return attempts >= MOST_ATTEMPTS ? undefined : Math.min(2 ** attempts, 600)
}

/** Seconds until the provider is asked again: soon at first, because people sign at once or much later. */
export function secondsUntilPoll(waitedMs: number): number | undefined {
  if (waitedMs > LONGEST_WAIT) return undefined
  if (waitedMs < 60_000) return 2
  return waitedMs < 600_000 ? 10 : 60
}
