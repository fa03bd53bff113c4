import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { money } from '#kernel/money.ts'
import { closePdf } from '#platform/pdf/index.ts'
import { buildReport } from '../reports/build.ts'
import { REPORTS, type Report } from '../reports/report.ts'
import type { Slip } from '../slip.ts'
import { aLine, aTrainingLine } from '../testing.ts'
import { vi } from '../words.vi.ts'
import { asDocx } from './as-docx.ts'
import { asPdf, sayAmount } from './as-pdf.ts'
import { asXlsx } from './as-xlsx.ts'

const [portal, training] = [aLine(), aTrainingLine({ name: 'Bồi dưỡng <b>"cán bộ"</b> & một cửa' })]
const base = { id: 's', planId: 'p', version: 1, revision: 1, at: new Date('2027-01-05T02:00:00Z'), officerId: 'f' }
const slips: Slip[] = [
  {
    ...base,
    kind: 'allocation',
    decision: { number: '88/QĐ-UBND', on: localDate('2026-12-20'), by: 'UBND tỉnh Mẫu' },
    // More than was asked for the second: the gap is below zero.
    given: { [portal.id]: money(90_000_000), [training.id]: money(31_000_030) },
    notes: {},
  },
  { ...base, kind: 'quarter', quarter: 1, spent: { [portal.id]: money(20_000_000) }, notes: {} },
]
const facts = {
  body: 'UBND xã Mẫu An',
  year: 2027,
  level: 'commune' as const,
  version: 1,
  lines: [portal, training],
  slips,
}
const reports = REPORTS.map((code) => buildReport(code, facts, vi))

const folder = mkdtempSync(join(tmpdir(), 'funding-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await closePdf()
})

/** The files of an archive, read by its central directory: a reader that shares nothing with the writers. */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  let at = archive.readUInt32LE(archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = archive.readUInt32LE(at + 42)
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(from, from + size)
    const text = method === 0 ? bytes : inflateRawSync(bytes)
    files.set(archive.subarray(at + 46, at + 46 + name).toString(), text.toString())
    at += 46 + name + extra + comment
  }
  return files
}

const xml = new XMLParser({
  ignoreAttributes: false,
  trimValues: false,
  isArray: (name) => ['row', 'c', 'si', 'r'].includes(name),
})

interface Cell {
  '@_r': string
  '@_t'?: string
  v?: number | string
  is?: { t: unknown }
}

/** What a cell of text says; a number stays one. */
function cellsOf(files: Map<string, string>, sheet: string): (string | number)[][] {
  const shared: unknown[] = xml.parse(files.get('xl/sharedStrings.xml') ?? '<sst/>').sst?.si ?? []
  const plain = (said: unknown): string => {
    const text = typeof said === 'object' && said !== null && '#text' in said ? said['#text'] : said
    return String(text)
  }
  const rows: { c?: Cell[] }[] = xml.parse(files.get(sheet) ?? '').worksheet.sheetData.row
  return rows.map(({ c = [] }) =>
    c.flatMap((cell) => {
      if (cell.v === undefined && cell.is === undefined) return []
      if (cell['@_t'] === 's') return plain((shared[Number(cell.v)] as { t: unknown }).t)
      if (cell['@_t'] === 'inlineStr') return plain(cell.is?.t)
      return Number(cell.v)
    }),
  )
}

const filled = (row: readonly unknown[] | undefined) => (row ?? []).filter((cell) => cell !== null)

describe.each(reports.map((report) => [report.code, report] as const))('R-207: report %s', (_code, report: Report) => {
  const [table] = report.tables
  if (!table) throw new Error('a report has a table')

  test('as a workbook: every cell as it stands on the page, amounts as numbers, totals that are the sums above', async () => {
    const files = unzip(await asXlsx(report))
    const cells = cellsOf(files, 'xl/worksheets/sheet1.xml').filter((row) => row.length > 0)
    const [head, ...rest] = cells.slice(3)
    expect(head).toEqual(table.columns.map((column) => column.head))
    expect(rest.slice(0, -1).map(filled)).toEqual(table.rows.map(filled))
    expect(rest.at(-1)).toEqual(filled(table.total))
  })

  test('as a text document: the same cells in the same order', async () => {
    const files = unzip(await asDocx(report))
    const text = files.get('word/document.xml') ?? ''
    const said = [...text.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words = '']) => plainXml(words)).join(''),
    )
    const cells = [table.columns.map((column) => column.head), ...table.rows, table.total ?? []].flat()
    expect(said).toEqual(cells.map((cell) => (typeof cell === 'number' ? sayAmount(cell) : (cell ?? ''))))
  })

  test.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)('as a PDF: the same totals', async () => {
    const head = { unit: 'UBND xã Mẫu An', number: '1/KH', place: 'Mẫu An', issuedOn: localDate('2026-06-01') }
    const { pdf } = await asPdf([report], { head, reference: 'B' }, new Date('2026-06-01T02:00:00Z'))
    const file = join(folder, `${report.code}.pdf`)
    writeFileSync(file, pdf)
    const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ')
    for (const cell of filled(table.total)) {
      if (typeof cell === 'number') expect(text).toContain(sayAmount(cell))
    }
    expect(text).toContain(report.subject)
  })
})

function plainXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

test('R-208: what was given beyond the request is said with a minus, and stays a number in the workbook', async () => {
  const gap = buildReport('B4', facts, vi).tables[0]?.rows[1]?.[3]
  expect(gap).toBe(-1_000_000)
  expect(sayAmount(-1_000_000)).toBe('−1.000.000')
})
