import { createHash } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'
import { type Certificate, purposes, readCertificate, revocationSources } from './certificate.ts'
import { der, nothing, octets, oid, readElement, sequence } from './der.ts'
import { OID } from './oids.ts'
import { holds } from './signed.ts'

/** Revocation lists and OCSP answers, DER. */
export interface Evidence {
  crls: Buffer[]
  ocsps: Buffer[]
}

/**
 * Asks the outside: GET without a body, POST with one. Undefined when there is no answer. It is called with addresses
 * from certificates that lead to a trusted root, never with a stranger's.
 */
export type Fetch = (url: string, question?: { type: string; bytes: Buffer }) => Promise<Buffer | undefined>

export interface Answer {
  status: 'good' | 'revoked'
  thisUpdate: Date
  nextUpdate: Date | undefined
  revokedAt?: Date
}

export interface Revocation {
  status: 'good' | 'revoked' | 'unknown'
  /** Revoked, but after the moment that counts. */
  revokedSince?: Date
  /** What proved it, to be kept with the document. */
  proof?: { crl?: Buffer; ocsp?: Buffer }
}

interface Question {
  certificate: Certificate
  issuer: Certificate
  /** The moment that counts: of signing when a time stamp proves it, otherwise now. */
  at: Date
  now: Date
  embedded: Evidence
  fetch?: Fetch | undefined
}

/** An answer this much older than the signature still speaks about it: clocks differ. */
const TOLERANCE = 5 * 60_000

/** Whether a certificate was revoked at a moment: first by what the document carries, then by asking. */
export async function checkRevocation(question: Question): Promise<Revocation> {
  const { certificate, issuer, at, now, embedded } = question
  for (const [proof, answer] of [
    ...embedded.ocsps.map((ocsp) => [{ ocsp }, readOcsp(ocsp, certificate, issuer)] as const),
    ...embedded.crls.map((crl) => [{ crl }, readCrl(crl, certificate, issuer)] as const),
  ]) {
    const speaks = answer && answer.thisUpdate.getTime() >= at.getTime() - TOLERANCE && answer.thisUpdate <= now
    if (speaks) return judged(answer, at, proof)
    if (answer?.revokedAt && answer.revokedAt <= at) return { status: 'revoked', proof }
  }
  return (await askOutside(question)) ?? { status: 'unknown' }
}

async function askOutside({ certificate, issuer, at, now, fetch }: Question): Promise<Revocation | undefined> {
  if (!fetch) return undefined
  const sources = revocationSources(certificate)
  const isCurrent = (answer: Answer | undefined) =>
    answer !== undefined &&
    answer.thisUpdate.getTime() <= now.getTime() + TOLERANCE &&
    (answer.nextUpdate ?? now) >= now

  for (const url of sources.ocsp.slice(0, 2)) {
    const ocsp = await fetch(url, { type: 'application/ocsp-request', bytes: ocspQuestion(certificate, issuer) })
    const answer = ocsp && readOcsp(ocsp, certificate, issuer)
    if (answer && isCurrent(answer)) return judged(answer, at, { ocsp })
  }
  for (const url of sources.crl.slice(0, 2)) {
    const crl = await fetch(url)
    const answer = crl && readCrl(crl, certificate, issuer)
    if (answer && isCurrent(answer)) return judged(answer, at, { crl })
  }
  return undefined
}

function judged(answer: Answer, at: Date, proof: { crl?: Buffer; ocsp?: Buffer }): Revocation {
  if (answer.status === 'good') return { status: 'good', proof }
  const revokedAt = answer.revokedAt ?? new Date(0)
  return revokedAt <= at ? { status: 'revoked', proof } : { status: 'good', revokedSince: revokedAt, proof }
}

/** What a revocation list says about a certificate; undefined when it is not its issuer's list or not whole. */
export function readCrl(bytes: Buffer, certificate: Certificate, issuer: Certificate): Answer | undefined {
  try {
    const crl = pki.CertificateRevocationList.fromBER(new Uint8Array(bytes))
    const issuerName = Buffer.from(crl.issuer.toSchema().toBER())
    const isIssuers = issuerName.equals(Buffer.from(issuer.fields.subject.toSchema().toBER()))
    const signature = crl.signatureValue.valueBlock.valueHexView
    const { publicKey: key } = issuer.x509
    if (!isIssuers || !holds({ key, algorithm: crl.signatureAlgorithm, data: crl.tbsView, signature })) return undefined
    // A partial list (delta, one distribution point's share) does not say "not revoked"; we do not take it for a whole one.
    if (crl.crlExtensions?.extensions.some((one) => one.critical)) return undefined

    const serial = readElement(certificate.serial).content
    const entry = crl.revokedCertificates?.find((one) =>
      serial.equals(Buffer.from(one.userCertificate.valueBlock.valueHexView)),
    )
    return {
      status: entry ? 'revoked' : 'good',
      thisUpdate: crl.thisUpdate.value,
      nextUpdate: crl.nextUpdate?.value,
      ...(entry && { revokedAt: entry.revocationDate.value }),
    }
  } catch {
    return undefined
  }
}

/** What an OCSP answer says about a certificate; undefined when it is about another one, or not by its issuer. */
export function readOcsp(bytes: Buffer, certificate: Certificate, issuer: Certificate): Answer | undefined {
  try {
    const response = pki.OCSPResponse.fromBER(new Uint8Array(bytes))
    if (response.responseStatus.valueBlock.valueDec !== 0 || response.responseBytes?.responseType !== OID.ocspBasic) {
      return undefined
    }
    const basic = pki.BasicOCSPResponse.fromBER(new Uint8Array(response.responseBytes.response.valueBlock.valueHexView))
    if (!isByIssuer(basic, issuer)) return undefined
    const single = basic.tbsResponseData.responses.find((one) => isAbout(one.certID, certificate, issuer))
    return single && readSingle(single)
  } catch {
    return undefined
  }
}

function readSingle(single: pki.SingleResponse): Answer | undefined {
  const status = single.certStatus as asn1.BaseBlock
  const times = { thisUpdate: single.thisUpdate, nextUpdate: single.nextUpdate }
  if (status.idBlock.tagNumber === 0) return { status: 'good', ...times }
  if (status.idBlock.tagNumber !== 1) return undefined
  const [time] = status instanceof asn1.Constructed ? status.valueBlock.value : []
  const revokedAt = time instanceof asn1.GeneralizedTime ? time.toDate() : new Date(0)
  return { status: 'revoked', ...times, revokedAt }
}

function isByIssuer(basic: pki.BasicOCSPResponse, issuer: Certificate): boolean {
  const at = basic.tbsResponseData.producedAt
  const delegates = (basic.certs ?? []).map((one) => readCertificate(Buffer.from(one.toSchema(false).toBER())))
  const allowed = delegates.filter(
    (one) =>
      one.x509.checkIssued(issuer.x509) &&
      one.x509.verify(issuer.x509.publicKey) &&
      purposes(one)?.includes(OID.ocspSigning) &&
      one.notBefore <= at &&
      at <= one.notAfter,
  )
  return [issuer, ...allowed].some((one) =>
    holds({
      key: one.x509.publicKey,
      algorithm: basic.signatureAlgorithm,
      data: basic.tbsResponseData.tbsView,
      signature: basic.signature.valueBlock.valueHexView,
    }),
  )
}

function isAbout(id: pki.CertID, certificate: Certificate, issuer: Certificate): boolean {
  const hash = { [OID.sha1]: 'sha1', [OID.sha256]: 'sha256' }[id.hashAlgorithm.algorithmId]
  if (!hash) return false
  const digest = (data: Uint8Array) => createHash(hash).update(data).digest()
  const equal = (block: asn1.OctetString, other: Buffer) => other.equals(Buffer.from(block.valueBlock.valueHexView))
  return (
    equal(id.issuerNameHash, digest(certificate.issuerName)) &&
    equal(id.issuerKeyHash, digest(publicKeyBits(issuer))) &&
    Buffer.from(id.serialNumber.toBER()).equals(certificate.serial)
  )
}

function publicKeyBits(certificate: Certificate): Uint8Array {
  return certificate.fields.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
}

/** SHA-1 here only names the issuer; every responder understands it. @see RFC 6960, 4.1; RFC 5019, 2.1.1 */
export function ocspQuestion(certificate: Certificate, issuer: Certificate): Buffer {
  const sha1 = (data: Uint8Array) => createHash('sha1').update(data).digest()
  const id = sequence(
    sequence(oid(OID.sha1), nothing()),
    octets(sha1(certificate.issuerName)),
    octets(sha1(publicKeyBits(issuer))),
    certificate.serial,
  )
  return der(0x30, sequence(sequence(sequence(id))))
}
