import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { closePdf, PdfProblem, renderPdf, renderResult, renderSlip, type SlipData } from './index.ts'
import { longDate } from './slip.ts'
import { aReceiptData, aRefusalData, aResultDocument, someSlips } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'pdf-test-'))
const createdAt = new Date('2026-11-19T01:40:00Z')
const hasPoppler = works('pdftotext', '-v')

afterAll(async () => {
  await closePdf()
  rmSync(folder, { recursive: true })
})

function works(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function ask(command: string, pdf: Buffer, ...args: string[]): string {
  const file = join(folder, 'asked.pdf')
  writeFileSync(file, pdf)
  return execFileSync(command, [...args, file, ...(command === 'pdftotext' ? ['-'] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

function print<K extends keyof SlipData>(kind: K, data: SlipData[K] = someSlips[kind]()): Promise<Buffer> {
  return renderSlip(kind, data, { createdAt })
}

const words = (pdf: Buffer) => ask('pdftotext', pdf, '-layout').replace(/\s+/g, ' ')

describe.skipIf(!hasPoppler)('a slip, seen by poppler (skipped where poppler-utils is not installed)', () => {
  test.each(['receipt', 'supplement-request', 'refusal'] as const)(
    'R-139: the %s carries the national title, agency, number, place and date, on A5',
    async (kind) => {
      const pdf = await print(kind)
      const text = words(pdf)
      for (const part of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập – Tự do – Hạnh phúc',
        'UBND XÃ MẪU AN',
        'Mẫu An, ngày 19 tháng 11 năm 2026',
        'Số: 000',
        'H99.12-261119-0007',
      ]) {
        expect(text).toContain(part)
      }
      const about = ask('pdfinfo', pdf)
      expect(about).toMatch(/Page size:\s+419\.5\d* x 595\.2\d*/)
      expect(about).toMatch(/Tagged:\s+yes/)
    },
  )

  test('a result is A4 and says where its signature is to stand', async () => {
    const { pdf, places } = await renderResult(aResultDocument(), { createdAt })
    expect(ask('pdfinfo', pdf)).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/)
    expect(places).toEqual([expect.objectContaining({ name: 'signature', page: 1 })])
    expect(words(pdf)).toContain('CHỦ TỊCH')
  })

  test('only our own typeface is in the file, embedded', async () => {
    const fonts = ask('pdffonts', await print('receipt'))
      .trim()
      .split('\n')
      .slice(2)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos-\S+\s.*yes yes yes/)
  })

  test.each([
    'Y Blŏk Êban',
    'Vàng Thị Mỷ',
    'H’Hen Niê',
    'Kpă Klơng',
    'Nguyễn Hữu Ngọc Quỳnh Thư̆',
    'Lò Văn Đưởng, Sùng A Pẳng',
    'ẰẲẴẶ ỄỆ ỖỘ ỠỢ ỮỰ ỸỴ Đđ ₫',
  ])('the name %s comes back as it was written, in NFC', async (name) => {
    const applicant = { name: name.normalize('NFD') }
    expect(words(await print('receipt', aReceiptData({ applicant })))).toContain(name.normalize('NFC'))
  })

  test('data stays text, whatever it looks like', async () => {
    const reason = '#set page("a0") *đậm* $x^2$ `mã` <b> @label #read("/etc/passwd") \\u{41} // không'
    const text = words(await print('refusal', aRefusalData({ reason })))
    for (const part of ['#set page("a0")', '*đậm*', '$x^2$', '<b>', '@label', '#read("/etc/', '// không']) {
      expect(text).toContain(part)
    }
  })

  test('a letter the typeface lacks is shown as a box and does not stop the slip', async () => {
    const text = words(await print('refusal', aRefusalData({ reason: 'Giấy 😀 漢字 mờ' })))
    expect(text).toContain('Giấy □ □□ mờ')
  })

  test('invisible characters that turn text around are left out', async () => {
    const text = words(await print('receipt', aReceiptData({ applicant: { name: 'Vàng\u202e Thị\u200b Mỷ\u0000' } })))
    expect(text).toContain('Vàng Thị Mỷ')
  })

  test('a slip with many papers goes on, and each sheet says whose it is', async () => {
    const documents = Array.from({ length: 60 }, (_, i) => ({
      name: `Giấy tờ số ${i + 1}`,
      kind: 'Bản chụp',
      copies: 1,
    }))
    const text = words(await print('receipt', aReceiptData({ documents })))
    expect(text).toContain('Giấy tờ số 60')
    expect(text).toContain('H99.12-261119-0007 · tờ 2/')
  })
})

describe('the typesetter', () => {
  test('the same data and moment give the same bytes', async () => {
    const [one, other] = [await print('receipt'), await print('receipt')]
    expect(one.equals(other)).toBe(true)
    expect(one.equals(await renderSlip('receipt', aReceiptData(), { createdAt: new Date(0) }))).toBe(false)
  })

  test('claims PDF/A-2a', async () => {
    const pdf = (await print('receipt')).toString('latin1')
    expect(pdf).toContain('pdfaid:part>2<')
    expect(pdf).toContain('pdfaid:conformance>A<')
  })

  test('a template that fails is told, and the next document is printed', async () => {
    await expect(renderPdf('slips/receipt', { head: {} })).rejects.toThrow(PdfProblem)
    await expect(renderPdf('slips/none', {})).rejects.toThrow(PdfProblem)
    expect((await print('refusal')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('only templates can be named', async () => {
    await expect(renderPdf('../../etc/passwd', {})).rejects.toThrow('not a template')
  })

  test('a document over its time is given up, and the next one is printed', async () => {
    await expect(renderSlip('receipt', aReceiptData(), { timeLimit: 0 })).rejects.toThrow('not finished')
    expect((await print('receipt')).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test.each([
  ['2026-11-25', 'ngày 25 tháng 11 năm 2026'],
  ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
])('R-139: %s is written %s', (day, written) => {
  expect(longDate(localDate(day))).toBe(written)
})
