import { describe, expect, test } from 'vitest'
import { dict, name, PdfFile, PdfRef, PdfStream, Revision, textString } from '../file/index.ts'
import type { Fetch } from './index.ts'
import { changed, check, pki, signed, useDocument } from './testing.ts'

const theDocument = useDocument()

describe('what is slipped in after the signature', () => {
  test('replacing the page is found, although the signed bytes are whole', async () => {
    const pdf = signed(theDocument())
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
      const pdf = signed(theDocument())
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
    const report = await check(Buffer.concat([signed(theDocument()), Buffer.from('\n% thêm\n')]))
    expect(report.signatures[0]?.coversWholeFile).toBe(false)
  })

  test('a byte range that leaves more out than the signature is refused', async () => {
    const pdf = signed(theDocument())
    const text = pdf.toString('latin1')
    const [whole = '', first = '', second = ''] = /\/ByteRange \[0 (\d+) (\d+)/.exec(text) ?? []
    const shifted = whole.replace(second, String(Number(second) + 10)).replace(first, String(Number(first)))
    const report = await check(Buffer.from(text.replace(whole, shifted), 'latin1'))
    expect(report.signatures[0]?.problems).toContain('byte-range-wrong')
  })

  test('a byte range that does not begin with the first byte is refused', async () => {
    const text = signed(theDocument()).toString('latin1').replace('/ByteRange [0 ', '/ByteRange [1 ')
    expect((await check(Buffer.from(text, 'latin1'))).signatures[0]?.problems).toContain('byte-range-wrong')
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
    const pdf = signed(theDocument())
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
    await check(signed(theDocument(), { by: pki.stranger, issuer: pki.strangerRoot }), fetch)
    expect(asked).toEqual([])
  })
})
