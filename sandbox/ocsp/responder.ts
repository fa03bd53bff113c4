import { createHash } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { type Authority, DAY, type Level } from '../ca/authority.ts'
import { derOf, extension, type Issuer, KEY_USAGE, keyIdentifier, PURPOSES } from '../ca/certificate.ts'
import { newKeyPair } from '../ca/keys.ts'

const BASIC = '1.3.6.1.5.5.7.48.1.1'
const NONCE = '1.3.6.1.5.5.7.48.1.2'
const HASHES: Record<string, string> = { '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256' }
const HOUR = 3_600_000

/** RFC 6960, 4.2.1. */
const MALFORMED = 1
const TRY_LATER = 3

/** An answer without content: the request could not be served. */
function failure(status: number): Uint8Array {
  return new Uint8Array(new asn1.Sequence({ value: [new asn1.Enumerated({ value: status })] }).toBER())
}

export const tryLater = failure(TRY_LATER)

function contextTag(number: number, value: asn1.BaseBlock[] = []): asn1.BaseBlock {
  const idBlock = { tagClass: 3, tagNumber: number }
  return value.length > 0 ? new asn1.Constructed({ idBlock, value }) : new asn1.Primitive({ idBlock })
}

/** Which of our CAs a CertID names, by hash of its name and key. */
function levelOf(authority: Authority, id: pkijs.CertID): Level | undefined {
  const hash = HASHES[id.hashAlgorithm.algorithmId]
  if (!hash) return undefined
  const digest = (data: Uint8Array) => createHash(hash).update(data).digest()
  return (['root', 'intermediate'] satisfies Level[]).find((level) => {
    const { subject, subjectPublicKeyInfo } = authority.level(level).certificate
    const name = digest(derOf(subject))
    const key = digest(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView)
    return (
      name.equals(id.issuerNameHash.valueBlock.valueHexView) && key.equals(id.issuerKeyHash.valueBlock.valueHexView)
    )
  })
}

/** good [0] NULL, revoked [1] { time, reason }, unknown [2] NULL. */
function statusOf(authority: Authority, id: pkijs.CertID): asn1.BaseBlock {
  const level = levelOf(authority, id)
  const serial = Buffer.from(id.serialNumber.valueBlock.valueHexView).toString('hex')
  const entry = level && authority.find(level, serial)
  if (!entry) return contextTag(2)
  if (!entry.revokedAt) return contextTag(0)
  const reason = contextTag(0, [new asn1.Enumerated({ value: entry.reason ?? 0 })])
  return contextTag(1, [new asn1.GeneralizedTime({ valueDate: new Date(entry.revokedAt) }), reason])
}

function responderOf(authority: Authority): Promise<Issuer> {
  return authority
    .identity('ocsp-responder', {
      subject: [
        ['C', 'VN'],
        ['CN', 'Sandbox OCSP (mô phỏng)'],
      ],
      notBefore: new Date('2026-01-01'),
      notAfter: new Date(Date.now() + 365 * DAY),
      keyUsage: KEY_USAGE.digitalSignature,
      purposes: { oids: [PURPOSES.ocspSigning], critical: false },
      ocspNoCheck: true,
    })
    .then(({ certificate, keys }) => ({ certificate, privateKey: keys.privateKey }))
}

function parse(der: Uint8Array): pkijs.OCSPRequest | undefined {
  try {
    return pkijs.OCSPRequest.fromBER(new Uint8Array(der))
  } catch {
    return undefined
  }
}

/** Answers an OCSP request in DER. With `wrongKey` the answer is signed by a key nobody certified. */
export async function answerOcsp(authority: Authority, der: Uint8Array, wrongKey = false): Promise<Uint8Array> {
  const request = parse(der)
  if (!request || request.tbsRequest.requestList.length === 0) return failure(MALFORMED)

  const now = Math.floor(Date.now() / 1000) * 1000 // whole seconds: RFC 5280, 4.1.2.5.2
  const ids = request.tbsRequest.requestList.map(({ reqCert }) => reqCert)
  const basic = new pkijs.BasicOCSPResponse()
  basic.tbsResponseData.producedAt = new Date(now)
  basic.tbsResponseData.responses = ids.map((certID) => {
    const single = new pkijs.SingleResponse({ certID, thisUpdate: new Date(now), nextUpdate: new Date(now + HOUR) })
    single.certStatus = statusOf(authority, certID)
    return single
  })
  const nonce = request.tbsRequest.requestExtensions?.find(({ extnID }) => extnID === NONCE)
  if (nonce) {
    const value = asn1.fromBER(nonce.extnValue.valueBlock.valueHexView).result
    basic.tbsResponseData.responseExtensions = [extension(NONCE, value)]
  }

  // The root's responder is the root: only the intermediate has a delegate.
  const byRoot = ids.every((id) => levelOf(authority, id) === 'root')
  const signer = byRoot ? authority.issuer('root') : await responderOf(authority)
  basic.tbsResponseData.responderID = new asn1.OctetString({ valueHex: keyIdentifier(signer.certificate).buffer })
  basic.certs = byRoot ? [] : [signer.certificate]
  await basic.sign(wrongKey ? (await newKeyPair()).privateKey : signer.privateKey, 'SHA-256')

  const response = new pkijs.OCSPResponse({
    responseStatus: new asn1.Enumerated({ value: 0 }),
    responseBytes: new pkijs.ResponseBytes({
      responseType: BASIC,
      response: new asn1.OctetString({ valueHex: derOf(basic).buffer }),
    }),
  })
  return derOf(response)
}
