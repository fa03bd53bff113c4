import { createHash, randomBytes } from 'node:crypto'
import * as pki from 'pkijs'
import type { Certificate } from './certificate.ts'
import { findChain, isValidAt, mayStampTime } from './chain.ts'
import { der, integer, nothing, octets, oid, readAll, readElement, sequence } from './der.ts'
import { DIGESTS, OID } from './oids.ts'
import type { Problem } from './report.ts'
import { checkSignedData } from './signed.ts'

/** The question to a time-stamp authority about a signature's value. @see RFC 3161, 2.4.1 */
export function timestampQuestion(signature: Buffer): { question: Buffer; nonce: Buffer } {
  const nonce = Buffer.concat([Buffer.from([0x40 | (randomBytes(1).readUInt8() & 0x3f)]), randomBytes(7)])
  const imprint = sequence(
    sequence(oid(OID.sha256), nothing()),
    octets(createHash('sha256').update(signature).digest()),
  )
  return { question: sequence(integer(1), imprint, integer(nonce), der(0x01, Buffer.from([0xff]))), nonce }
}

/** The token of an answer, as it stands in the bytes. Throws RangeError when it was refused or is for another question. */
export function readTimestampAnswer(answer: Buffer, asked: { signature: Buffer; nonce: Buffer }): Buffer {
  const [status, token] = readAll(readElement(answer).content)
  const [code] = readAll(status?.content ?? Buffer.alloc(0))
  const granted = code?.content.equals(Buffer.from([0])) || code?.content.equals(Buffer.from([1]))
  if (!granted || !token) throw new RangeError('the time stamp was refused')
  const { info } = readToken(token.whole)
  const nonce = info.nonce?.valueBlock.valueHexView
  if (!nonce || !Buffer.from(nonce).equals(asked.nonce)) throw new RangeError('the time stamp answers another question')
  if (!imprints(info, asked.signature)) throw new RangeError('the time stamp is for another signature')
  return token.whole
}

export interface TimestampCheck {
  at: Date
  authority: Certificate | undefined
  chain: Certificate[] | undefined
  certificates: Certificate[]
  problems: Problem[]
}

function readToken(token: Buffer) {
  const check = checkSignedData(token, { type: OID.tstInfo })
  return { check, info: pki.TSTInfo.fromBER(new Uint8Array(check.content ?? [])) }
}

function imprints(info: pki.TSTInfo, signature: Buffer): boolean {
  const hash = DIGESTS[info.messageImprint.hashAlgorithm.algorithmId]
  const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView)
  return hash !== undefined && createHash(hash).update(signature).digest().equals(imprint)
}

/** Checks a token: that it is for this signature, whole, and made by an authority that leads to a trusted root. */
export function checkTimestamp(
  token: Buffer,
  { signature, pool, roots }: { signature: Buffer; pool: Certificate[]; roots: Certificate[] },
): TimestampCheck {
  const { check, info } = readToken(token)
  const problems: Problem[] = check.problems.length > 0 || !imprints(info, signature) ? ['timestamp-wrong'] : []
  const { signer } = check
  const chain = signer && findChain(signer, [...check.certificates, ...pool], roots)
  if (!signer || !chain || !mayStampTime(signer)) problems.push('timestamp-untrusted')
  else if (!isValidAt(chain, info.genTime)) problems.push('timestamp-expired')
  return { at: info.genTime, authority: signer, chain, certificates: check.certificates, problems }
}
