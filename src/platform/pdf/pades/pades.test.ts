import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dict, name, PdfFile, PdfRef, PdfStream, Revision, textString } from '../file/index.ts'
import { closePdf, renderResult } from '../index.ts'
import { aResultDocument } from '../testing.ts'
import { findChain } from './chain.ts'
import { addValidationData, type Fetch, fillSignature, prepareSignature, signedData, verifyPdf } from './index.ts'
import { aCrl, anOcspAnswer, aPki, aTimestampAnswer, type Keyed, sign } from './testing.ts'
import { readTimestampAnswer, timestampQuestion } from './timestamp.ts'

const pki = aPki()
const AT = new Date('2026-11-25T02:12:30Z')
const NOW = new Date('2026-11-25T02:15:00Z')
const REVOKED_AT = new Date('2026-03-01T00:00:00Z')
const roots = [pki.root.certificate]
const folder = mkdtempSync(join(tmpdir(), 'pades-test-'))
let document: Buffer

beforeAll(async () => {
  document = (await renderResult(aResultDocument(), { createdAt: AT })).pdf
})
afterAll(async () => {
  await closePdf()
  rmSync(folder, { recursive: true })
})

/** The authorities of the test, as an outside that answers. */
function outside({ revokedAt = REVOKED_AT, at = NOW } = {}): Fetch {
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
  issuer?: Keyed
  at?: Date
  answer?: (question: Buffer) => Buffer
  signature?: (attributes: Buffer) => Buffer
}

/** Both passes, with everything the gateway and the authority would do. */
function signed(
  pdf: Buffer,
  { by = pki.signer, issuer = pki.intermediate, at = AT, answer, signature }: Wish = {},
): Buffer {
  const prepared = prepareSignature(pdf, {
    signer: by.certificate,
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

const check = (pdf: Buffer, fetch: Fetch | undefined = outside(), now = NOW) => verifyPdf(pdf, { roots, now, fetch })

function changed(pdf: Buffer, at: number): Buffer {
  const copy = Buffer.from(pdf)
  copy.writeUInt8((copy[at] ?? 0) ^ 1, at)
  return copy
}

describe('R-151: a signature in the form of PAdES', () => {
  test('that is whole and trusted is accepted, with who and when', async () => {
    const report = await check(signed(document))
    expect(report.verdict).toBe('valid')
    expect(report.signatures[0]).toMatchObject({
      signer: { name: 'Nguyễn Văn Mẫu', organisation: 'Cơ quan Thử' },
      issuer: { name: 'Trung gian Thử' },
      timestampBy: { name: 'Dấu thời gian Thử' },
      provenAt: AT,
      level: 'B-T',
      coversWholeFile: true,
      revocation: 'good',
      problems: [],
      notices: [],
    })
  })

  test('keeps what was there before byte for byte', () => {
    const once = signed(document)
    const twice = signed(once, { by: pki.other })
    expect(once.subarray(0, document.length).equals(document)).toBe(true)
    expect(twice.subarray(0, once.length).equals(once)).toBe(true)
  })

  test('is prepared to the same digest twice, so that a lost answer can be asked for again', () => {
    const preparation = { signer: pki.signer.certificate, at: AT, signerName: 'Nguyễn Văn Mẫu' }
    const [one, other] = [prepareSignature(document, preparation), prepareSignature(document, preparation)]
    expect(one.digest.equals(other.digest)).toBe(true)
    expect(one.digest.equals(createHash('sha256').update(one.attributes).digest())).toBe(true)
  })

  test('two signatures are both valid, and the first says that it was signed again', async () => {
    const { verdict, signatures } = await check(signed(signed(document), { by: pki.other }))
    expect(verdict).toBe('valid')
    expect(signatures.map(({ signer }) => signer?.name)).toEqual(['Nguyễn Văn Mẫu', 'Vàng Thị Mỷ'])
    expect(signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true])
    expect(signatures[0]?.notices).toEqual(['signed-again-later'])
  })

  test('with validation data added is B-LT and needs no network any more', async () => {
    const short = signed(document)
    const { proofs } = await check(short)
    const long = addValidationData(short, proofs.certificates, proofs)
    expect(long.subarray(0, short.length).equals(short)).toBe(true)
    const yearsLater = new Date('2031-11-25T00:00:00Z')
    const report = await check(long, async () => undefined, yearsLater)
    expect(report.verdict).toBe('valid')
    expect(report.signatures[0]).toMatchObject({ level: 'B-LT', revocation: 'good', notices: [] })
  })

  test('on a file with cross-reference streams is accepted too', async () => {
    const report = await check(signed(withXrefStream(document)))
    expect(report.verdict).toBe('valid')
  })
})

/** The document once more, ending in a cross-reference stream as many programs write it. */
function withXrefStream(pdf: Buffer): Buffer {
  const file = new PdfFile(pdf)
  Object.defineProperty(file, 'endsInStream', { value: true })
  const revision = new Revision(file)
  revision.add(dict({ Nothing: true }))
  return revision.build().bytes
}

describe('R-152: the verifier refuses', () => {
  test('one changed byte, wherever it is', async () => {
    const pdf = signed(document)
    for (const at of [20, 5_000, document.length - 40, pdf.length - 3]) {
      expect((await check(changed(pdf, at))).verdict, `byte ${at}`).toMatch(/broken|unreadable/)
    }
    expect((await check(changed(pdf, 5_000))).signatures[0]?.problems).toContain('document-changed')
  })

  test('a signature that is not by the signer', async () => {
    const garbage = signed(document, { signature: () => Buffer.alloc(256) })
    expect((await check(garbage)).signatures[0]?.problems).toContain('signature-wrong')
  })

  test('a signer that leads to no root we trust', async () => {
    const { verdict, signatures } = await check(signed(document, { by: pki.stranger, issuer: pki.strangerRoot }))
    expect(verdict).toBe('unknown-signer')
    expect(signatures[0]?.problems).toEqual(['signer-unknown'])
  })

  test('a revoked signer, by OCSP, by list, and from the data in the document', async () => {
    const pdf = signed(document, { by: pki.revoked })
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
    const { verdict, signatures } = await check(signed(document, { by: pki.revoked }), outside({ revokedAt: later }))
    expect(verdict).toBe('valid')
    expect(signatures[0]?.notices).toContain('certificate-revoked-since')
  })

  test('an expired signer', async () => {
    expect((await check(signed(document, { by: pki.expired }))).signatures[0]?.problems).toEqual(['signer-expired'])
  })

  test('not a signature made in time whose certificate has expired since', async () => {
    const inTime = new Date('2026-02-01T00:00:00Z')
    const { verdict, signatures } = await check(signed(document, { by: pki.expired, at: inTime }))
    expect(verdict).toBe('valid')
    expect(signatures[0]?.notices).toContain('certificate-expired-since')
  })

  test('a time stamp for another signature', async () => {
    const wrong = (question: Buffer) => aTimestampAnswer(question, pki.tsa, { at: AT, imprint: Buffer.alloc(32, 7) })
    const { verdict, signatures } = await check(signed(document, { answer: wrong }))
    expect(verdict).toBe('broken')
    expect(signatures[0]).toMatchObject({ problems: ['timestamp-wrong'], provenAt: undefined })
  })

  test('a time stamp by someone who is no time-stamp authority', async () => {
    const pdf = signed(document, { answer: (question) => aTimestampAnswer(question, pki.other, { at: AT }) })
    expect((await check(pdf)).signatures[0]?.problems).toEqual(['timestamp-untrusted'])
  })

  test('a certificate that may not sign documents', async () => {
    expect((await check(signed(document, { by: pki.tsa }))).signatures[0]?.problems).toEqual(['signer-purpose'])
  })

  test('and it warns when nobody answers about revocation', async () => {
    const { verdict, signatures } = await check(signed(document), async () => undefined)
    expect(verdict).toBe('valid')
    expect(signatures[0]).toMatchObject({ revocation: 'unknown', notices: ['revocation-not-checked'] })
  })

  test('an unsigned document is unsigned, not valid', async () => {
    expect((await check(document)).verdict).toBe('unsigned')
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

describe('what is slipped in after the signature', () => {
  test('replacing the page is found, although the signed bytes are whole', async () => {
    const pdf = signed(document)
    const file = new PdfFile(pdf)
    const [number] = [...file.places.keys()].filter((n) => isPage(file, n))
    const revision = new Revision(file)
    const empty = revision.add(new PdfStream(dict({ Length: 0 }), Buffer.alloc(0)))
    const page = file.object(number ?? 0) as Map<string, never>
    revision.set(new PdfRef(number ?? 0), new Map([...page, ['Contents', empty as never]]))
    const { verdict, signatures } = await check(revision.build().bytes)
    expect(verdict).toBe('broken')
    expect(signatures[0]?.problems).toEqual(['changed-after-signing'])
  })

  test('an annotation over the text is found, also when it poses as a signature', async () => {
    for (const type of ['FreeText', 'Widget']) {
      const pdf = signed(document)
      const file = new PdfFile(pdf)
      const [number = 0] = [...file.places.keys()].filter((n) => isPage(file, n))
      const revision = new Revision(file)
      const fake = dict({
        Type: name('Annot'),
        Subtype: name(type),
        FT: name('Sig'),
        V: dict({ Type: name('Sig') }),
        Contents: textString('x'),
      })
      const page = file.object(number) as Map<string, never>
      const annotations = [...file.listAt(page.get('Annots')), revision.add(fake)]
      revision.set(new PdfRef(number), new Map([...page, ['Annots', annotations as never]]))
      expect((await check(revision.build().bytes)).signatures[0]?.problems).toEqual(['changed-after-signing'])
    }
  })

  test('bytes behind the end are found', async () => {
    const report = await check(Buffer.concat([signed(document), Buffer.from('\n% thêm\n')]))
    expect(report.signatures[0]?.coversWholeFile).toBe(false)
  })

  test('a byte range that leaves more out than the signature is refused', async () => {
    const pdf = signed(document)
    const text = pdf.toString('latin1')
    const [whole = '', first = '', second = ''] = /\/ByteRange \[0 (\d+) (\d+)/.exec(text) ?? []
    const shifted = whole.replace(second, String(Number(second) + 10)).replace(first, String(Number(first)))
    const report = await check(Buffer.from(text.replace(whole, shifted), 'latin1'))
    expect(report.signatures[0]?.problems).toContain('byte-range-wrong')
  })
})

function isPage(file: PdfFile, number: number): boolean {
  const value = file.object(number)
  return value instanceof Map && value.has('MediaBox')
}

describe('a hostile upload', () => {
  const head = '%PDF-1.7\n'
  test.each([
    ['nothing', ''],
    ['no PDF', 'GIF89a'],
    ['no end', head],
    ['an end that points nowhere', `${head}startxref\n999999\n%%EOF`],
    ['a table that points to itself', `${head}xref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF`],
    ['a table of a billion objects', `${head}xref\n0 999999999\nstartxref\n9\n%%EOF`],
    ['brackets without end', `${head}xref\n0 0\ntrailer\n${'['.repeat(100_000)}\nstartxref\n9\n%%EOF`],
    [
      'a root that is its own reference',
      `${head}xref\n1 1\n0000000047 00000 n \ntrailer\n<</Root 1 0 R>>1 0 obj 1 0 R endobj\nstartxref\n9\n%%EOF`,
    ],
    ['an encrypted file', `${head}xref\n0 0\ntrailer\n<</Encrypt <<>>>>\nstartxref\n9\n%%EOF`],
  ])('of %s is called unreadable', async (_what, text) => {
    expect((await check(Buffer.from(text, 'latin1'))).verdict).toBe('unreadable')
  })

  test('cut short or with a changed byte never throws', async () => {
    const pdf = signed(document)
    for (let at = 0; at < pdf.length; at += 4_001) {
      expect((await check(pdf.subarray(0, at), async () => undefined)).verdict).toBe('unreadable')
      await expect(check(changed(pdf, at), async () => undefined)).resolves.toBeDefined()
    }
  })

  test('asks no address that a stranger put into a certificate', async () => {
    const asked: string[] = []
    const fetch: Fetch = async (url) => {
      asked.push(url)
      return undefined
    }
    await check(signed(document, { by: pki.stranger, issuer: pki.strangerRoot }), fetch)
    expect(asked).toEqual([])
  })
})

const hasPdfsig =
  spawnSync('pdfsig', ['-v']).status === 0 && spawnSync('certutil', ['-H'], { stdio: 'ignore' }).error === undefined
const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe.skipIf(!hasPdfsig)('poppler agrees (skipped where pdfsig and certutil are not installed)', () => {
  const pdfsig = (pdf: Buffer) => {
    const file = join(folder, 'pdfsig.pdf')
    const nss = join(folder, 'nss')
    writeFileSync(file, pdf)
    writeFileSync(join(folder, 'root.pem'), pki.root.certificate.x509.toString())
    const options = { stdio: 'ignore', timeout: 20_000 } as const // certutil waits for a password when it is unsure
    if (!existsSync(nss)) {
      mkdirSync(nss)
      execFileSync('certutil', ['-N', '-d', `sql:${nss}`, '--empty-password'], options)
      const trusted = ['-n', 'root', '-t', 'CT,CT,CT', '-i', join(folder, 'root.pem')]
      execFileSync('certutil', ['-A', '-d', `sql:${nss}`, ...trusted], options)
    }
    return spawnSync('pdfsig', ['-nssdir', nss, file], { encoding: 'utf8' }).stdout
  }

  test('that one and two signatures are valid, and a changed byte is not', () => {
    const once = signed(document)
    expect(pdfsig(once)).toContain('Signature is Valid')
    expect(pdfsig(once)).toContain('Total document signed')
    expect(pdfsig(signed(once, { by: pki.other })).match(/Signature is Valid/g)).toHaveLength(2)
    expect(pdfsig(changed(once, 5_000))).toContain('Digest Mismatch')
  })
})

describe.skipIf(!hasOpenssl)('OpenSSL agrees (skipped where openssl is not installed)', () => {
  const verified = (pdf: Buffer) => {
    const [, first = 0, second = 0, rest = 0] = (
      /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(pdf.toString('latin1')) ?? []
    )
      .slice(1)
      .map(Number)
    const files = ['content', 'cms.der', 'root.pem'].map((file) => join(folder, file))
    const [content = '', cms = '', root = ''] = files
    writeFileSync(content, Buffer.concat([pdf.subarray(0, first), pdf.subarray(second, second + rest)]))
    writeFileSync(cms, Buffer.from(pdf.toString('latin1', first + 1, second - 1), 'hex'))
    writeFileSync(root, pki.root.certificate.x509.toString())
    const options = [
      '-inform',
      'DER',
      '-in',
      cms,
      '-content',
      content,
      '-CAfile',
      root,
      '-binary',
      '-purpose',
      'any',
      '-cades',
    ]
    return spawnSync('openssl', ['cms', '-verify', ...options, '-out', '/dev/null'], { encoding: 'utf8' }).stderr
  }

  test('that RSA and ECDSA signatures hold, and a changed byte does not', () => {
    expect(verified(signed(document))).toMatch(/successful/i)
    expect(verified(signed(document, { by: pki.other }))).toMatch(/successful/i)
    expect(verified(changed(signed(document), 5_000))).toMatch(/fail/i)
  })
})
