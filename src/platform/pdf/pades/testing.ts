import { afterAll, beforeAll } from 'vitest'
import { closePdf, renderResult } from '../index.ts'
import { aResultDocument } from '../testing.ts'
import { type Fetch, fillSignature, prepareSignature, signedData, verifyPdf } from './index.ts'
import { aCrl, anOcspAnswer, aPki, aTimestampAnswer, type Keyed, sign } from './pki/testing.ts'
import { readTimestampAnswer, timestampQuestion } from './timestamp.ts'

export const pki = aPki()
export const AT = new Date('2026-11-25T02:12:30Z')
export const NOW = new Date('2026-11-25T02:15:00Z')
const REVOKED_AT = new Date('2026-03-01T00:00:00Z')
export const roots = [pki.root.certificate]

/** The calling test file works on one unsigned result, printed before its tests. */
export function useDocument(): () => Buffer {
  let document = Buffer.alloc(0)
  beforeAll(async () => {
    document = Buffer.from((await renderResult(aResultDocument(), { createdAt: AT })).pdf)
  })
  afterAll(closePdf)
  return () => document
}

/** The authorities of the test, as an outside that answers. */
export function outside({ revokedAt = REVOKED_AT, at = NOW } = {}): Fetch {
  const crls: Record<string, Buffer> = {
    'http://ca.test/root.crl': aCrl(pki.root, [], at),
    'http://ca.test/intermediate.crl': aCrl(
      pki.intermediate,
      [{ certificate: pki.revoked.certificate, at: revokedAt }],
      at,
    ),
  }
  return async (url, question) => {
    if (!question) return crls[url]
    const isRevoked = question.bytes.includes(pki.revoked.certificate.serial)
    return anOcspAnswer(question.bytes, pki.intermediate, { at, ...(isRevoked && { revokedAt }) })
  }
}

interface Wish {
  by?: Keyed
  /** Whose certificate the signed attributes name. */
  bindTo?: Keyed
  issuer?: Keyed
  at?: Date
  answer?: (question: Buffer) => Buffer
  signature?: (attributes: Buffer) => Buffer
}

/** Both passes, with everything the gateway and the authority would do. */
export function signed(
  pdf: Buffer,
  { by = pki.signer, bindTo = by, issuer = pki.intermediate, at = AT, answer, signature }: Wish = {},
): Buffer {
  const prepared = prepareSignature(pdf, {
    signer: bindTo.certificate,
    at,
    signerName: 'Nguyễn Văn Mẫu',
    reason: 'Ký duyệt',
  })
  const value = signature?.(prepared.attributes) ?? sign(prepared.attributes, by)
  const { question, nonce } = timestampQuestion(value)
  const reply = answer?.(question) ?? aTimestampAnswer(question, pki.tsa, { at })
  const timestamp = answer ? tokenOf(reply) : readTimestampAnswer(reply, { signature: value, nonce })
  const cms = signedData({
    attributes: prepared.attributes,
    signature: value,
    signer: by.certificate,
    chain: [issuer.certificate],
    timestamp,
  })
  return fillSignature(prepared.pdf, cms)
}

/** The token of an answer, unchecked. */
function tokenOf(reply: Buffer): Buffer {
  return reply.subarray(2 + ((reply[1] ?? 0) & 0x7f) + 5)
}

export const check = (pdf: Buffer, fetch: Fetch | undefined = outside(), now = NOW) =>
  verifyPdf(pdf, { roots, now, fetch })

export function changed(pdf: Buffer, at: number): Buffer {
  const copy = Buffer.from(pdf)
  copy.writeUInt8((copy[at] ?? 0) ^ 1, at)
  return copy
}
