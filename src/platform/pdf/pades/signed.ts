import { constants, createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'
import { type Certificate, readCertificate } from './certificate.ts'
import { readAll, readElement } from './der.ts'
import { DIGESTS, OID, SIGNATURE_DIGESTS } from './oids.ts'
import type { Problem } from './report.ts'

export interface Algorithm {
  algorithmId: string
  algorithmParams?: unknown
}

interface Claim {
  key: KeyObject
  algorithm: Algorithm
  /** For RSA whose algorithm names no digest. */
  digest?: string | undefined
  data: Uint8Array
  signature: Uint8Array
}

/** Whether a signature holds over data: RSA, RSA-PSS or ECDSA with SHA-256 and above; anything else does not. */
export function holds({ key, algorithm, digest, data, signature }: Claim): boolean {
  const isPss = algorithm.algorithmId === OID.rsaPss
  const pss = isPss ? pssParameters(algorithm) : undefined
  const hash = SIGNATURE_DIGESTS[algorithm.algorithmId] ?? pss?.hash ?? digest
  if (!hash || (isPss && !pss)) return false
  try {
    if (pss) {
      const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength }
      return verify(hash, data, options, signature)
    }
    return verify(hash, data, key, signature)
  } catch {
    return false
  }
}

function pssParameters({ algorithmParams }: Algorithm): { hash: string; saltLength: number } | undefined {
  try {
    const parameters = new pki.RSASSAPSSParams({ schema: algorithmParams as asn1.Sequence })
    const hash = DIGESTS[parameters.hashAlgorithm.algorithmId]
    const inner = (parameters.maskGenAlgorithm.algorithmParams as asn1.Sequence)?.valueBlock.value[0]
    const mask = inner instanceof asn1.ObjectIdentifier ? inner.valueBlock.toString() : ''
    return hash && DIGESTS[mask] === hash ? { hash, saltLength: parameters.saltLength } : undefined
  } catch {
    return undefined
  }
}

/** RSA of 2,048 bits and above, or a curve of 256 bits and above. */
export function isStrong(key: KeyObject): boolean {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (modulusLength !== undefined) return modulusLength >= 2048
  return namedCurve !== undefined && ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve)
}

export interface SignerCheck {
  signer: Certificate | undefined
  certificates: Certificate[]
  signature: Buffer
  unsigned: pki.Attribute[]
  content: Buffer | undefined
  isBound: boolean
  problems: Problem[]
}

/**
 * Checks a CMS SignedData with one signer. `digestOf` gives the digest of the detached content; without it the content
 * is inside. The chain is not checked here. Throws when the bytes are no such thing.
 */
export function checkSignedData(
  cms: Buffer,
  { type, digestOf }: { type: string; digestOf?: (hash: string) => Buffer },
): SignerCheck {
  const info = pki.ContentInfo.fromBER(new Uint8Array(cms))
  if (info.contentType !== OID.signedData) throw new RangeError('no signed data')
  const data = new pki.SignedData({ schema: info.content })
  const [signerInfo, ...others] = data.signerInfos
  if (!signerInfo || others.length > 0 || data.encapContentInfo.eContentType !== type)
    throw new RangeError('not one signer')

  const content = data.encapContentInfo.eContent && Buffer.from(data.encapContentInfo.eContent.getValue())
  if ((content === undefined) !== (digestOf !== undefined)) throw new RangeError('content where none belongs')
  const certificates = (data.certificates ?? []).flatMap((one) =>
    one instanceof pki.Certificate ? [readCertificate(Buffer.from(one.toSchema(false).toBER()))] : [],
  )
  const hash = DIGESTS[signerInfo.digestAlgorithm.algorithmId]
  const digest = hash && (content ? createHash(hash).update(content).digest() : digestOf?.(hash))
  const signer = certificates.find((one) => isSigner(one, signerInfo))
  const attributes = signerInfo.signedAttrs?.attributes ?? []
  const { problems, isBound } = checkAttributes(attributes, { type, digest: digest || undefined, signer })
  if (!hash) problems.push('weak-algorithm')
  else if (!signer || !signatureHolds(signerInfo, signer, hash)) problems.push('signature-wrong')
  if (signer && !isStrong(signer.x509.publicKey)) problems.push('weak-key')

  return {
    signer,
    certificates,
    signature: Buffer.from(signerInfo.signature.valueBlock.valueHexView),
    unsigned: signerInfo.unsignedAttrs?.attributes ?? [],
    content,
    isBound,
    problems,
  }
}

function signatureHolds(info: pki.SignerInfo, signer: Certificate, digest: string): boolean {
  const encoded = info.signedAttrs?.encodedValue
  if (!encoded) return false
  return holds({
    key: createPublicKey(signer.x509.publicKey.export({ type: 'spki', format: 'pem' })),
    algorithm: info.signatureAlgorithm,
    digest,
    data: new Uint8Array(encoded),
    signature: info.signature.valueBlock.valueHexView,
  })
}

function isSigner(certificate: Certificate, info: pki.SignerInfo): boolean {
  const { sid } = info
  if (sid instanceof pki.IssuerAndSerialNumber) {
    return (
      Buffer.from(sid.serialNumber.toBER()).equals(certificate.serial) &&
      Buffer.from(sid.issuer.toSchema().toBER()).equals(Buffer.from(certificate.fields.issuer.toSchema().toBER()))
    )
  }
  const identifier = certificate.fields.extensions?.find((one) => one.extnID === '2.5.29.14')?.parsedValue
  return (
    identifier instanceof asn1.OctetString &&
    sid instanceof asn1.OctetString &&
    Buffer.from(identifier.valueBlock.valueHexView).equals(Buffer.from(sid.valueBlock.valueHexView))
  )
}

interface Expected {
  type: string
  digest: Buffer | undefined
  signer: Certificate | undefined
}

function checkAttributes(attributes: pki.Attribute[], expected: Expected): { problems: Problem[]; isBound: boolean } {
  const problems: Problem[] = []
  const one = (type: string) => {
    const found = attributes.filter((attribute) => attribute.type === type)
    return found.length === 1 && found[0]?.values.length === 1 ? (found[0].values[0] as asn1.BaseBlock) : undefined
  }
  const contentType = one(OID.contentType)
  if (!(contentType instanceof asn1.ObjectIdentifier) || contentType.valueBlock.toString() !== expected.type) {
    problems.push('attributes-wrong')
  }
  const digest = one(OID.messageDigest)
  if (!(digest instanceof asn1.OctetString)) problems.push('attributes-wrong')
  else if (expected.digest && !expected.digest.equals(Buffer.from(digest.valueBlock.valueHexView))) {
    problems.push('document-changed')
  }
  const binding = one(OID.signingCertificateV2)
  if (!binding) return { problems, isBound: false }
  if (!expected.signer || !bindsTo(binding, expected.signer)) problems.push('bound-to-other-certificate')
  return { problems, isBound: true }
}

/** The first ESSCertIDv2 names the signer's certificate by its digest. @see RFC 5035, 3 */
function bindsTo(attribute: asn1.BaseBlock, signer: Certificate): boolean {
  try {
    const [list] = readAll(readElement(Buffer.from(attribute.toBER())).content)
    const [first] = readAll(list?.content ?? Buffer.alloc(0))
    const [head, second] = readAll(first?.content ?? Buffer.alloc(0))
    const named = head?.tag === 0x30 ? asn1.fromBER(new Uint8Array(readElement(head.content).whole)).result : undefined
    const hash = named instanceof asn1.ObjectIdentifier ? DIGESTS[named.valueBlock.toString()] : 'sha256'
    const digest = head?.tag === 0x30 ? second : head
    return hash !== undefined && digest?.content.equals(createHash(hash).update(signer.der).digest()) === true
  } catch {
    return false
  }
}
