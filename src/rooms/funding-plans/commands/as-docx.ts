import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Report, ReportCell, ReportColumn, ReportTable } from '../reports/report.ts'
import { sayAmount } from './as-pdf.ts'

const FONT = 'Times New Roman'
const HALF_POINTS = { table: 18, text: 24 }
const A4 = { width: 11_906, height: 16_838 }
const ACROSS = 14_800

/** A text document, A4 lying, with the tables of a report as real tables. */
export async function asDocx({ title, subject, unitNote, tables }: Report): Promise<Buffer> {
  const children = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      children: [text(title, { bold: true })],
    }),
    new Paragraph({ alignment: AlignmentType.CENTER, children: [text(subject, {})] }),
    ...tables.flatMap((table) => [
      new Paragraph({ spacing: { before: 240 }, keepNext: true, children: [text(table.caption, { bold: true })] }),
      new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: true, children: [text(unitNote, { italics: true })] }),
      tableOf(table),
    ]),
  ]
  const page = {
    size: { orientation: PageOrientation.LANDSCAPE, ...A4 },
    margin: { left: 1000, right: 1000, top: 850, bottom: 850 },
  }
  const document = new Document({
    title,
    creator: 'Một Cửa',
    styles: { default: { document: { run: { font: FONT, size: HALF_POINTS.text, language: { value: 'vi-VN' } } } } },
    sections: [{ properties: { page }, children }],
  })
  return Packer.toBuffer(document)
}

function text(words: string, look: { bold?: boolean; italics?: boolean; size?: number }): TextRun {
  return new TextRun({ text: words, font: FONT, ...look })
}

function tableOf({ columns, rows, total }: ReportTable): Table {
  const whole = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  const widths = columns.map(({ width = 1 }) => Math.round((width / whole) * ACROSS))
  const head = columns.map((column) => column.head)
  return new Table({
    width: { size: ACROSS, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, columns, { bold: true, head: true }) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, columns, {}) })),
      ...(total ? [new TableRow({ cantSplit: true, children: cells(total, columns, { bold: true }) })] : []),
    ],
  })
}

function cells(row: readonly ReportCell[], columns: readonly ReportColumn[], look: { bold?: boolean; head?: boolean }) {
  return columns.map(({ amount }, index) => {
    const cell = row[index] ?? ''
    const words = typeof cell === 'number' ? sayAmount(cell) : cell
    const beside = amount ? AlignmentType.RIGHT : AlignmentType.LEFT
    const alignment = look.head ? AlignmentType.CENTER : beside
    const run = text(words, { bold: look.bold ?? false, size: HALF_POINTS.table })
    return new TableCell({ children: [new Paragraph({ alignment, children: [run] })] })
  })
}
