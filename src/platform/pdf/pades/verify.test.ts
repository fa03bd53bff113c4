import { describe, expect, test } from 'vitest'
import { findChain } from './chain.ts'
import { addValidationData, type Fetch } from './index.ts'
import { OID } from './oids.ts'
import { aCertificate, aCrl, anOcspAnswer, aTimestampAnswer } from './pki/testing.ts'
import { AT, changed, check, NOW, outside, pki, roots, signed, useDocument } from './testing.ts'

const theDocument = useDocument()

interface Forged {
  crl?: () => Buffer
  ocsp?: (question: Buffer) => Buffer
}

/** The issuer's name over somebody else's key. */
const forger = () => ({ certificate: pki.intermediate.certificate, key: pki.stranger.key })

describe('R-152: the verifier refuses', () => {
  test('one changed byte, wherever it is', async () => {
    const pdf = signed(theDocument())
    for (const at of [20, 5_000, theDocument().length - 40, pdf.length - 3]) {
      expect((await check(changed(pdf, at))).verdict, `byte ${at}`).toMatch(/broken|unreadable/)
    }
    expect((await check(changed(pdf, 5_000))).signatures[0]?.problems).toContain('document-changed')
  })

  test('a signature that is not by the signer', async () => {
    const garbage = signed(theDocument(), { signature: () => Buffer.alloc(256) })
    expect((await check(garbage)).signatures[0]?.problems).toContain('signature-wrong')
  })

  test('a signer that leads to no root we trust', async () => {
    const { verdict, signatures } = await check(signed(theDocument(), { by: pki.stranger, issuer: pki.strangerRoot }))
    expect(verdict).toBe('unknown-signer')
    expect(signatures[0]?.problems).toEqual(['signer-unknown'])
  })

  test('a revoked signer, by OCSP, by list, and from the data in the document', async () => {
    const pdf = signed(theDocument(), { by: pki.revoked })
    const byList: Fetch = async (url, question) => (question ? undefined : outside()(url))
    for (const fetch of [outside(), byList]) {
      const report = await check(pdf, fetch)
      expect(report.verdict).toBe('invalid')
      expect(report.signatures[0]?.problems).toEqual(['signer-revoked'])
      const carried = addValidationData(pdf, [], report.proofs)
      expect((await check(carried, async () => undefined)).signatures[0]?.problems).toEqual(['signer-revoked'])
    }
  })

  test('not a signer who was revoked after the proven time, but says so', async () => {
    const later = new Date('2026-11-25T02:14:00Z')
    const { verdict, signatures } = await check(
      signed(theDocument(), { by: pki.revoked }),
      outside({ revokedAt: later }),
    )
    expect(verdict).toBe('valid')
    expect(signatures[0]?.notices).toContain('certificate-revoked-since')
  })

  test('an expired signer', async () => {
    expect((await check(signed(theDocument(), { by: pki.expired }))).signatures[0]?.problems).toEqual([
      'signer-expired',
    ])
  })

  test('not a signature made in time whose certificate has expired since', async () => {
    const inTime = new Date('2026-02-01T00:00:00Z')
    const { verdict, signatures } = await check(signed(theDocument(), { by: pki.expired, at: inTime }))
    expect(verdict).toBe('valid')
    expect(signatures[0]?.notices).toContain('certificate-expired-since')
  })

  test('a time stamp for another signature', async () => {
    const wrong = (question: Buffer) => aTimestampAnswer(question, pki.tsa, { at: AT, imprint: Buffer.alloc(32, 7) })
    const { verdict, signatures } = await check(signed(theDocument(), { answer: wrong }))
    expect(verdict).toBe('broken')
    expect(signatures[0]).toMatchObject({ problems: ['timestamp-wrong'], provenAt: undefined })
  })

  test('a time stamp by someone who is no time-stamp authority', async () => {
    const pdf = signed(theDocument(), { answer: (question) => aTimestampAnswer(question, pki.other, { at: AT }) })
    expect((await check(pdf)).signatures[0]?.problems).toEqual(['timestamp-untrusted'])
  })

  test('a time stamp made when the authority’s own certificate had run out', async () => {
    const { intermediate: issuer } = pki
    const until = new Date('2026-02-01T00:00:00Z')
    const old = aCertificate({ name: 'Dấu Cũ', issuer, purposes: [OID.timeStamping], until })
    const pdf = signed(theDocument(), { answer: (question) => aTimestampAnswer(question, old, { at: AT }) })
    const { verdict, signatures } = await check(pdf)
    expect(verdict).toBe('invalid')
    expect(signatures[0]).toMatchObject({ problems: ['timestamp-expired'], provenAt: undefined })
  })

  test('a signature whose attributes name another certificate', async () => {
    const { signatures } = await check(signed(theDocument(), { bindTo: pki.other }))
    expect(signatures[0]?.problems).toEqual(['bound-to-other-certificate'])
  })

  test.each([
    ['list', { crl: () => aCrl(forger(), [], NOW) }],
    ['answer', { ocsp: (question: Buffer) => anOcspAnswer(question, forger(), { at: NOW }) }],
  ])('a forged revocation %s: it proves nothing', async (_what, { crl, ocsp }: Forged) => {
    const fetch: Fetch = async (_url, question) => (question ? ocsp?.(question.bytes) : crl?.())
    const { signatures } = await check(signed(theDocument(), { by: pki.revoked }), fetch)
    expect(signatures[0]).toMatchObject({ revocation: 'unknown', notices: ['revocation-not-checked'] })
  })

  test('an issuer that is no authority, whatever its key usage says', () => {
    const issuer = aCertificate({ name: 'Không phải CA', issuer: pki.intermediate, kind: 'ec', usage: 0x06 })
    const leaf = aCertificate({ name: 'Lá', issuer, kind: 'ec' })
    expect(findChain(leaf.certificate, [issuer.certificate, pki.intermediate.certificate], roots)).toBeUndefined()
  })

  test('a certificate that may not sign documents', async () => {
    expect((await check(signed(theDocument(), { by: pki.tsa }))).signatures[0]?.problems).toEqual(['signer-purpose'])
  })

  test('and it warns when nobody answers about revocation', async () => {
    const { verdict, signatures } = await check(signed(theDocument()), async () => undefined)
    expect(verdict).toBe('valid')
    expect(signatures[0]).toMatchObject({ revocation: 'unknown', notices: ['revocation-not-checked'] })
  })

  test('an unsigned document is unsigned, not valid', async () => {
    expect((await check(theDocument())).verdict).toBe('unsigned')
  })

  test('a chain is ordered by us: the leaf is the signer, whatever comes last', () => {
    const { signer, intermediate, root } = pki
    for (const pool of [
      [intermediate, root],
      [root, intermediate],
    ]) {
      const chain = findChain(
        signer.certificate,
        pool.map((one) => one.certificate),
        roots,
      )
      expect(chain?.[0]).toBe(signer.certificate)
      expect(chain).toHaveLength(3)
    }
    expect(findChain(signer.certificate, [], roots)).toBeUndefined()
    expect(findChain(pki.other.certificate, [signer.certificate], roots)).toBeUndefined()
  })
})
