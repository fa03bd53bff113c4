import { groupDigits } from '#kernel/money.ts'
import { type PrintedTable, type ReportDocument, renderReport } from '#platform/pdf/index.ts'
import type { Report, ReportCell, ReportTable } from '../reports/report.ts'

/** An amount as it is read: grouped, and with a true minus below zero. */
export function sayAmount(amount: number): string {
  return amount < 0 ? `−${groupDigits(-amount)}` : groupDigits(amount)
}

function printed({ caption, columns, rows, total }: ReportTable): PrintedTable {
  const text = (cell: ReportCell) => (typeof cell === 'number' ? sayAmount(cell) : cell)
  return {
    caption,
    columns: columns.map(({ head, width = 1, amount = false }) => ({ head, width, amount })),
    rows: rows.map((row) => row.map(text)),
    total: total ? total.map(text) : null,
  }
}

type Around = Pick<ReportDocument, 'head' | 'reference'> & Partial<Pick<ReportDocument, 'title' | 'notes' | 'signer'>>

/** One or more reports on one paper, in one order of cells with their sheets and pages. */
export function asPdf(reports: readonly Report[], around: Around, createdAt: Date) {
  const [first] = reports
  if (!first) throw new Error('no report to print')
  const { title, subject, unitNote } = first
  const tables = reports.flatMap((report) => report.tables).map(printed)
  return renderReport({ title, subject, unitNote, notes: [], ...around, tables }, { createdAt })
}
