import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dict, PdfFile, Revision } from '../file/index.ts'
import { addValidationData, prepareSignature } from './index.ts'
import { AT, changed, check, pki, signed, useDocument } from './testing.ts'

const theDocument = useDocument()
const folder = mkdtempSync(join(tmpdir(), 'pades-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('R-151: a signature in the form of PAdES', () => {
  test('that is whole and trusted is accepted, with who and when', async () => {
    const report = await check(signed(theDocument()))
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
    const once = signed(theDocument())
    const twice = signed(once, { by: pki.other })
    expect(once.subarray(0, theDocument().length).equals(theDocument())).toBe(true)
    expect(twice.subarray(0, once.length).equals(once)).toBe(true)
  })

  test('is prepared to the same digest twice, so that a lost answer can be asked for again', () => {
    const preparation = { signer: pki.signer.certificate, at: AT, signerName: 'Nguyễn Văn Mẫu' }
    const [one, other] = [prepareSignature(theDocument(), preparation), prepareSignature(theDocument(), preparation)]
    expect(one.digest.equals(other.digest)).toBe(true)
    expect(one.digest.equals(createHash('sha256').update(one.attributes).digest())).toBe(true)
  })

  test('two signatures are both valid, and the first says that it was signed again', async () => {
    const { verdict, signatures } = await check(signed(signed(theDocument()), { by: pki.other }))
    expect(verdict).toBe('valid')
    expect(signatures.map(({ signer }) => signer?.name)).toEqual(['Nguyễn Văn Mẫu', 'Vàng Thị Mỷ'])
    expect(signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true])
    expect(signatures[0]?.notices).toEqual(['signed-again-later'])
  })

  test('with validation data added is B-LT and needs no network any more', async () => {
    const short = signed(theDocument())
    const { proofs } = await check(short)
    const long = addValidationData(short, proofs.certificates, proofs)
    expect(long.subarray(0, short.length).equals(short)).toBe(true)
    const yearsLater = new Date('2031-11-25T00:00:00Z')
    const report = await check(long, async () => undefined, yearsLater)
    expect(report.verdict).toBe('valid')
    expect(report.signatures[0]).toMatchObject({ level: 'B-LT', revocation: 'good', notices: [] })
  })

  test('on a file with cross-reference streams is accepted too', async () => {
    const report = await check(signed(withXrefStream(theDocument())))
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
    const once = signed(theDocument())
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
    expect(verified(signed(theDocument()))).toMatch(/successful/i)
    expect(verified(signed(theDocument(), { by: pki.other }))).toMatch(/successful/i)
    expect(verified(changed(signed(theDocument()), 5_000))).toMatch(/fail/i)
  })
})
