import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Report, ReportTable } from '../reports/report.ts'

const HEAD: CellStyle = {
  font: { bold: true },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
}
const AMOUNT = '#,##0'
const CHARACTERS_PER_WIDTH = 13

/** A workbook with a sheet for each table. Amounts are numbers, so that they can be added there; totals are those shown. */
export async function asXlsx({ code, title, subject, unitNote, tables }: Report): Promise<Buffer> {
  const sheets = tables.map((table, index) => sheet(table, [title, subject, unitNote], `${code}${index || ''}`))
  return Buffer.from(await writeXlsx({ sheets }))
}

function sheet(table: ReportTable, above: readonly string[], name: string): WriteSheet {
  const { columns, rows, total } = table
  const head = above.length + 1
  const body: CellValue[][] = [...above.map((line) => [line]), [], columns.map((column) => column.head)]
  for (const row of rows) body.push([...row])
  if (total) body.push([...total])
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  cells.set('0,0', { style: { font: { bold: true } } })
  for (const [index] of columns.entries()) cells.set(`${head},${index}`, { style: HEAD })
  for (const [index, column] of columns.entries()) {
    const style = { font: { bold: true }, ...(column.amount && { numFmt: AMOUNT }) }
    if (total) cells.set(`${body.length - 1},${index}`, { style })
  }
  return {
    name: name.slice(0, 31),
    columns: columns.map(({ width = 1, amount }) => ({
      width: Math.round(width * CHARACTERS_PER_WIDTH),
      ...(amount && { numFmt: AMOUNT }),
    })),
    rows: body,
    cells,
    freezePane: { rows: head + 1 },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}
