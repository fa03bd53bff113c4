/** What can be wrong with a signature. The codes are stable; words for people are with the pages that show them. */
export type Problem =
  // the document or the signature's own bytes
  | 'byte-range-wrong'
  | 'document-changed' // the digest does not fit: a byte was changed
  | 'changed-after-signing' // something was added that is neither a signature nor validation data
  | 'cms-unreadable'
  | 'signature-wrong'
  | 'attributes-wrong'
  | 'bound-to-other-certificate'
  | 'weak-algorithm'
  | 'weak-key'
  // the signer
  | 'signer-unknown' // no chain to a root we trust
  | 'signer-expired'
  | 'signer-not-yet-valid'
  | 'signer-revoked'
  | 'issuer-revoked'
  | 'signer-purpose'
  // the time stamp
  | 'timestamp-wrong'
  | 'timestamp-untrusted'
  | 'timestamp-expired' // the authority's certificate had run out when it made the stamp
  | 'timestamp-in-future'

/** Not wrong, but to be told. @see R-152 */
export type Notice =
  | 'revocation-not-checked'
  | 'no-timestamp'
  | 'not-bound-to-certificate'
  | 'certificate-expired-since'
  | 'certificate-revoked-since'
  | 'signed-again-later'

export interface Party {
  name: string
  organisation?: string | undefined
  unit?: string | undefined
  title?: string | undefined
}

export interface SignatureReport {
  field: string
  signer: Party | undefined
  issuer: Party | undefined
  /** Hexadecimal serial number of the signer's certificate. */
  serial: string | undefined
  validFrom: Date | undefined
  validUntil: Date | undefined
  /** What the document claims. */
  claimedAt: string | undefined
  /** What the time-stamp authority proves; only when its stamp is right. */
  provenAt: Date | undefined
  timestampBy: Party | undefined
  level: 'B-B' | 'B-T' | 'B-LT'
  /** Bytes from the start of the file that this signature covers. */
  covers: number
  coversWholeFile: boolean
  revocation: 'good' | 'revoked' | 'unknown'
  problems: Problem[]
  notices: Notice[]
}

/**
 * `valid`: every signature holds and leads to a trusted root. `broken`: bytes were changed or a signature is wrong.
 * `invalid`: the bytes are whole, but the certificate did not allow it. `unknown-signer`: whole, but no root we trust.
 */
export type Verdict = 'valid' | 'broken' | 'invalid' | 'unknown-signer' | 'unsigned' | 'unreadable'

export interface VerificationReport {
  verdict: Verdict
  signatures: SignatureReport[]
  /** Why the file could not be read. */
  unreadable?: string
}

const BREAKS = new Set<Problem>([
  'byte-range-wrong',
  'document-changed',
  'changed-after-signing',
  'cms-unreadable',
  'signature-wrong',
  'attributes-wrong',
  'bound-to-other-certificate',
  'timestamp-wrong',
])

/** One word for the whole document: the worst that was found. */
export function verdictOf(signatures: readonly Pick<SignatureReport, 'problems'>[]): Verdict {
  if (signatures.length === 0) return 'unsigned'
  const problems = signatures.flatMap((signature) => signature.problems)
  if (problems.some((problem) => BREAKS.has(problem))) return 'broken'
  if (problems.includes('signer-unknown')) return 'unknown-signer'
  return problems.length > 0 ? 'invalid' : 'valid'
}
