import { createHash } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { type Authority, DAY, type Identity } from '../ca/authority.ts'
import { derOf, KEY_USAGE, PURPOSES, randomSerial } from '../ca/certificate.ts'

export const POLICY = '1.3.6.1.4.1.99999.1.1'

const DIGEST_BYTES: Record<string, number> = {
  '2.16.840.1.101.3.4.2.1': 32,
  '2.16.840.1.101.3.4.2.2': 48,
  '2.16.840.1.101.3.4.2.3': 64,
}

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

/** PKIFailureInfo, RFC 3161, 2.4.2: the number of the bit. */
const FAILURES = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
  systemFailure: 25,
}

export function rejection(failure: keyof typeof FAILURES, sentence: string): Uint8Array {
  const bit = FAILURES[failure]
  const value = new Uint8Array((bit >> 3) + 1)
  value[bit >> 3] = 0x80 >> (bit & 7)
  const status = new asn1.Sequence({
    value: [
      new asn1.Integer({ value: 2 }),
      new asn1.Sequence({ value: [new asn1.Utf8String({ value: sentence })] }),
      new asn1.BitString({ valueHex: value.buffer, unusedBits: 7 - (bit & 7) }),
    ],
  })
  return new Uint8Array(new asn1.Sequence({ value: [status] }).toBER())
}

function tsaIdentity(authority: Authority): Promise<Identity> {
  return authority.identity('tsa', {
    subject: [
      ['C', 'VN'],
      ['CN', 'Sandbox TSA (mô phỏng)'],
    ],
    notBefore: new Date('2026-01-01'),
    notAfter: new Date(Date.now() + 5 * 365 * DAY),
    keyUsage: KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation,
    purposes: { oids: [PURPOSES.timeStamping], critical: true },
  })
}

function octets(value: Uint8Array): asn1.OctetString {
  return new asn1.OctetString({ valueHex: new Uint8Array(value).buffer })
}

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest()

/** RFC 5816: the certificate that signs, by its hash, so that no other can be put in its place. */
function signingCertificate(certificate: pkijs.Certificate): asn1.Sequence {
  const essCertId = new asn1.Sequence({ value: [octets(sha256(derOf(certificate)))] })
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [essCertId] })] })
}

/** Signed attributes in the order DER wants a SET OF: by their bytes. */
function attributes(list: [string, asn1.BaseBlock][]): pkijs.SignedAndUnsignedAttributes {
  const sorted = list
    .map(([type, value]) => new pkijs.Attribute({ type, values: [value] }))
    .sort((one, other) => Buffer.compare(Buffer.from(one.toSchema().toBER()), Buffer.from(other.toSchema().toBER())))
  return new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: sorted })
}

async function tokenOver(info: Uint8Array, signer: Identity, chain: pkijs.Certificate[]): Promise<Uint8Array> {
  const encapContentInfo = new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.id_eContentType_TSTInfo })
  encapContentInfo.eContent = octets(info) // set afterwards: the constructor would make it BER, in pieces
  const signedData = new pkijs.SignedData({
    version: 3,
    encapContentInfo,
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: signer.certificate.issuer,
          serialNumber: signer.certificate.serialNumber,
        }),
        signedAttrs: attributes([
          [CONTENT_TYPE, new asn1.ObjectIdentifier({ value: pkijs.id_eContentType_TSTInfo })],
          [MESSAGE_DIGEST, octets(sha256(info))],
          [SIGNING_CERTIFICATE_V2, signingCertificate(signer.certificate)],
        ]),
      }),
    ],
  })
  if (chain.length > 0) signedData.certificates = chain
  await signedData.sign(signer.keys.privateKey, 0, 'SHA-256')
  const content = new pkijs.ContentInfo({
    contentType: pkijs.id_ContentType_SignedData,
    content: signedData.toSchema(true),
  })
  return derOf(content)
}

function parse(der: Uint8Array): pkijs.TimeStampReq | undefined {
  try {
    return pkijs.TimeStampReq.fromBER(new Uint8Array(der))
  } catch {
    return undefined
  }
}

function complaint({ messageImprint, reqPolicy, extensions }: pkijs.TimeStampReq): Uint8Array | undefined {
  const bytes = DIGEST_BYTES[messageImprint.hashAlgorithm.algorithmId]
  if (!bytes) return rejection('badAlg', 'SHA-256, SHA-384 or SHA-512 only')
  if (messageImprint.hashedMessage.valueBlock.valueHexView.length !== bytes) {
    return rejection('badDataFormat', 'the digest has the wrong length')
  }
  if (reqPolicy && reqPolicy !== POLICY) return rejection('unacceptedPolicy', `only policy ${POLICY}`)
  if (extensions?.some(({ critical }) => critical))
    return rejection('unacceptedExtension', 'unknown critical extension')
  return undefined
}

/** Answers a time-stamp request in DER. With `otherDigest` the token speaks of something else. */
export async function answerTimeStamp(authority: Authority, der: Uint8Array, otherDigest = false): Promise<Uint8Array> {
  const request = parse(der)
  if (!request) return rejection('badRequest', 'not a time-stamp request')
  const refused = complaint(request)
  if (refused) return refused

  const { messageImprint, nonce, certReq } = request
  if (otherDigest) {
    const digest = messageImprint.hashedMessage.valueBlock.valueHexView.map((byte) => byte ^ 0xff)
    messageImprint.hashedMessage = octets(digest)
  }
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: POLICY,
    messageImprint,
    serialNumber: randomSerial(),
    genTime: new Date(Math.floor(Date.now() / 1000) * 1000),
    accuracy: new pkijs.Accuracy({ seconds: 1 }),
    ...(nonce ? { nonce } : {}),
  })
  const signer = await tsaIdentity(authority)
  const chain = certReq ? [signer.certificate, authority.level('intermediate').certificate] : []
  const token = await tokenOver(derOf(info), signer, chain)
  const granted = new asn1.Sequence({ value: [new asn1.Integer({ value: 0 })] })
  const response = new asn1.Sequence({ value: [granted, asn1.fromBER(new Uint8Array(token)).result] })
  return new Uint8Array(response.toBER())
}
