import { createHash } from 'node:crypto'
import type { Certificate } from './certificate.ts'
import { context, der, integer, nothing, octets, oid, sequence, setOf } from './der.ts'
import { OID } from './oids.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const attribute = (type: string, value: Buffer) => sequence(oid(type), der(0x31, value))
const digestAlgorithm = () => sequence(oid(OID.sha256), nothing())

/**
 * What the signer signs: the document's digest, bound to the signer's certificate. There is no signing time among the
 * attributes: PAdES keeps the claimed time in the PDF and the proven one in the time stamp.
 * @see ETSI EN 319 142-1, 6.3; RFC 5652, 11; RFC 5035
 */
export function signedAttributes(documentDigest: Buffer, signer: Certificate): Buffer {
  const essCertificate = sequence(octets(sha256(signer.der))) // SHA-256 is the default and therefore not written
  return setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(documentDigest)),
    attribute(OID.signingCertificateV2, sequence(sequence(essCertificate))),
  )
}

export interface Signed {
  attributes: Buffer
  signature: Buffer
  signer: Certificate
  /** The signer's issuers, without the root if it is trusted anyway. */
  chain: Certificate[]
  /** DER of the RFC 3161 token over the signature. */
  timestamp: Buffer
}

/** The CMS SignedData, detached, with its time stamp: PAdES B-T. */
export function signedData({ attributes, signature, signer, chain, timestamp }: Signed): Buffer {
  const isRsa = signer.x509.publicKey.asymmetricKeyType === 'rsa'
  const algorithm = isRsa ? sequence(oid(OID.rsa), nothing()) : sequence(oid(OID.ecdsaWithSha256))
  const [, ...body] = splitSet(attributes)
  const signerInfo = sequence(
    integer(1),
    sequence(signer.issuerName, signer.serial),
    digestAlgorithm(),
    der(0xa0, ...body),
    algorithm,
    octets(signature),
    context(1, attribute(OID.timeStampToken, timestamp)),
  )
  const content = sequence(
    integer(1),
    setOf(digestAlgorithm()),
    sequence(oid(OID.data)),
    context(0, ...[signer, ...chain].map((certificate) => certificate.der)),
    setOf(signerInfo),
  )
  return sequence(oid(OID.signedData), context(0, content))
}

/** A signer's attributes are signed as SET but stored under a context tag: same content, other head. */
function splitSet(set: Buffer): [Buffer, Buffer] {
  const more = (set[1] ?? 0) > 0x80 ? (set[1] ?? 0) - 0x80 : 0
  return [set.subarray(0, 2 + more), set.subarray(2 + more)]
}
