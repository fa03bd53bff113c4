import { createHash } from 'node:crypto'
import { PdfFile, PdfUnreadable } from '../file/index.ts'
import { type Certificate, nameOf } from './certificate.ts'
import { findChain, isValidAt, maySignDocuments } from './chain.ts'
import { onlyAddsSignatures } from './changes.ts'
import { coversAllButItself, endOf, listSignatures, type SignatureField } from './fields.ts'
import { readValidationData } from './long-term.ts'
import { OID } from './oids.ts'
import { type Notice, type Problem, type SignatureReport, type VerificationReport, verdictOf } from './report.ts'
import { checkRevocation, type Evidence, type Fetch, type Revocation } from './revocation.ts'
import { checkSignedData, type SignerCheck } from './signed.ts'
import { checkTimestamp, type TimestampCheck } from './timestamp.ts'

export interface VerifyOptions {
  /** The certificates that signers and time-stamp authorities must lead to. */
  roots: Certificate[]
  now: Date
  /** Without it only the revocation data of the document counts. */
  fetch?: Fetch | undefined
}

export const LARGEST_PDF = 50 * 1024 * 1024

interface Case extends VerifyOptions {
  bytes: Buffer
  field: SignatureField
  pool: Certificate[]
  embedded: Evidence
}

/** Proofs that were met on the way, worth keeping with the document. */
export interface Proofs extends Evidence {
  certificates: Certificate[]
}

/**
 * Looks at every signature of a PDF file: whether bytes were changed, who signed and when, whether the certificate
 * allowed it then, and whether something was slipped in afterwards. Never throws for what is in the file.
 */
export async function verifyPdf(
  bytes: Buffer,
  options: VerifyOptions,
): Promise<VerificationReport & { proofs: Proofs }> {
  const proofs: Proofs = { certificates: [], crls: [], ocsps: [] }
  try {
    if (bytes.length > LARGEST_PDF) throw new PdfUnreadable('too-large')
    const file = new PdfFile(bytes)
    const { certificates: pool, ...embedded } = readValidationData(file)
    const signatures: SignatureReport[] = []
    for (const field of listSignatures(file)) {
      signatures.push(await verifySignature({ ...options, bytes, field, pool, embedded }, proofs))
    }
    return { verdict: verdictOf(signatures), signatures, proofs }
  } catch (error) {
    if (!(error instanceof PdfUnreadable) && !(error instanceof RangeError)) throw error
    const unreadable = error instanceof PdfUnreadable ? error.code : 'broken-structure'
    return { verdict: 'unreadable', signatures: [], unreadable, proofs }
  }
}

async function verifySignature(given: Case, proofs: Proofs): Promise<SignatureReport> {
  const { bytes, field } = given
  const covers = endOf(field)
  const inRange = coversAllButItself(bytes, field)
  const cms = inRange ? readCms(given) : undefined
  const problems: Problem[] = cms ? [...cms.problems] : [inRange ? 'cms-unreadable' : 'byte-range-wrong']
  if (inRange && !onlyAddsSignatures(bytes, covers)) problems.push('changed-after-signing')

  const notices: Notice[] = []
  if (covers < bytes.length && listSignatures(new PdfFile(bytes)).some((other) => endOf(other) > covers)) {
    notices.push('signed-again-later')
  }
  const base = { field: field.name, claimedAt: field.claimedAt, covers, coversWholeFile: covers === bytes.length }
  if (!cms?.signer) return { ...base, ...NOBODY, problems, notices }

  if (!cms.isBound) notices.push('not-bound-to-certificate')
  const timestamp = readTimestamp(cms, given)
  if (!timestamp) notices.push('no-timestamp')
  else problems.push(...timestamp.problems)
  if (timestamp && timestamp.at.getTime() > given.now.getTime() + 300_000) problems.push('timestamp-in-future')
  const provenAt = timestamp?.problems.length === 0 ? timestamp.at : undefined
  const trust = await judgeSigner({ ...given, cms, provenAt, timestamp }, proofs)
  problems.push(...trust.problems)
  notices.push(...trust.notices)
  const isLongTerm = provenAt !== undefined && given.embedded.ocsps.length + given.embedded.crls.length > 0

  return {
    ...base,
    ...signerFacts(cms.signer),
    provenAt,
    timestampBy: timestamp?.authority && party(timestamp.authority),
    level: isLongTerm ? 'B-LT' : timestamp ? 'B-T' : 'B-B',
    revocation: trust.revocation,
    problems,
    notices,
  }
}

const NOBODY: Omit<SignatureReport, 'field' | 'claimedAt' | 'covers' | 'coversWholeFile' | 'problems' | 'notices'> = {
  ...{ signer: undefined, issuer: undefined, serial: undefined, validFrom: undefined, validUntil: undefined },
  ...{ provenAt: undefined, timestampBy: undefined, level: 'B-B', revocation: 'unknown' },
}

function signerFacts(signer: Certificate) {
  return {
    signer: party(signer),
    issuer: party(signer, 'issuer'),
    serial: signer.x509.serialNumber,
    validFrom: signer.notBefore,
    validUntil: signer.notAfter,
  }
}

function party(certificate: Certificate, whose: 'subject' | 'issuer' = 'subject') {
  const { commonName, ...rest } = nameOf(certificate, whose)
  return { name: commonName, ...rest }
}

function readCms({ bytes, field }: Case): SignerCheck | undefined {
  const [, first = 0, second = 0, rest = 0] = field.byteRange
  const digestOf = (hash: string) =>
    createHash(hash)
      .update(bytes.subarray(0, first))
      .update(bytes.subarray(second, second + rest))
      .digest()
  try {
    return checkSignedData(field.contents, { type: OID.data, digestOf })
  } catch {
    return undefined
  }
}

function readTimestamp(cms: SignerCheck, { pool, roots }: Case): TimestampCheck | undefined {
  const attribute = cms.unsigned.find((one) => one.type === OID.timeStampToken)
  if (!attribute) return undefined
  try {
    const token = Buffer.from(attribute.values[0].toBER())
    return checkTimestamp(token, { signature: cms.signature, pool: [...cms.certificates, ...pool], roots })
  } catch {
    return { at: new Date(0), authority: undefined, chain: undefined, certificates: [], problems: ['timestamp-wrong'] }
  }
}

interface SignerCase extends Case {
  cms: SignerCheck
  provenAt: Date | undefined
  timestamp: TimestampCheck | undefined
}

interface Trust {
  problems: Problem[]
  notices: Notice[]
  revocation: Revocation['status']
}

async function judgeSigner(given: SignerCase, proofs: Proofs): Promise<Trust> {
  const { cms, pool, roots, now, provenAt, timestamp } = given
  const at = provenAt ?? now
  const chain = cms.signer && findChain(cms.signer, [...cms.certificates, ...pool], roots)
  if (!cms.signer || !chain) return { problems: ['signer-unknown'], notices: [], revocation: 'unknown' }

  const problems: Problem[] = []
  const notices: Notice[] = []
  if (at < cms.signer.notBefore) problems.push('signer-not-yet-valid')
  else if (!isValidAt(chain, at)) problems.push('signer-expired')
  else if (!isValidAt([cms.signer], now)) notices.push('certificate-expired-since')
  if (!maySignDocuments(cms.signer)) problems.push('signer-purpose')

  const signers = await judgeChain(chain, { ...given, at }, proofs)
  const stampers = timestamp?.chain ? await judgeChain(timestamp.chain, { ...given, at }, proofs) : undefined
  if (signers.status === 'revoked') problems.push(signers.isLeaf ? 'signer-revoked' : 'issuer-revoked')
  if (stampers?.status === 'revoked') problems.push('timestamp-untrusted')
  if (signers.status === 'unknown') notices.push('revocation-not-checked')
  if (signers.revokedSince) notices.push('certificate-revoked-since')
  return { problems, notices, revocation: signers.status }
}

interface ChainVerdict {
  status: Revocation['status']
  isLeaf: boolean
  revokedSince: boolean
}

/** Every certificate below the root is asked about; the worst answer counts. */
async function judgeChain(chain: Certificate[], given: Case & { at: Date }, proofs: Proofs): Promise<ChainVerdict> {
  const verdict: ChainVerdict = { status: 'good', isLeaf: false, revokedSince: false }
  for (const [i, certificate] of chain.entries()) {
    keep(proofs.certificates, certificate, (one) => one.fingerprint)
    const issuer = chain[i + 1]
    if (!issuer) break
    const answer = await checkRevocation({ ...given, certificate, issuer })
    if (answer.proof?.ocsp) keep(proofs.ocsps, answer.proof.ocsp, (one) => one.toString('base64'))
    if (answer.proof?.crl) keep(proofs.crls, answer.proof.crl, (one) => one.toString('base64'))
    if (answer.revokedSince) verdict.revokedSince = true
    if (answer.status === 'revoked') return { ...verdict, status: 'revoked', isLeaf: i === 0 }
    if (answer.status === 'unknown') verdict.status = 'unknown'
  }
  return verdict
}

function keep<T>(list: T[], item: T, key: (item: T) => string): void {
  if (!list.some((one) => key(one) === key(item))) list.push(item)
}
