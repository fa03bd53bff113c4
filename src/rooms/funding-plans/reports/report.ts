/** A text, an amount or a count, or nothing. Amounts are whole đồng and may be below zero (a gap). */
export type ReportCell = string | number | null

export interface ReportColumn {
  head: string
  /** Whole numbers: stand right, are grouped, and are numbers in a spreadsheet. */
  amount?: boolean
  /** Relative width, 1 unless said. */
  width?: number
}

export interface ReportTable {
  caption: string
  columns: readonly ReportColumn[]
  rows: readonly (readonly ReportCell[])[]
  total?: readonly ReportCell[] | undefined
}

export const REPORTS = ['B1', 'B2', 'B3', 'B4', 'B5'] as const
export type ReportCode = (typeof REPORTS)[number]

/** One report, before it is a page, a sheet, a text document or a PDF: all four show these very cells. */
export interface Report {
  code: ReportCode | 'estimate' | 'execution' | 'settlement'
  title: string
  /** Whose, for which year, of which version. */
  subject: string
  /** `Đơn vị tính: đồng` */
  unitNote: string
  tables: readonly ReportTable[]
}

/** Total of a column of amounts. */
export function columnTotal(rows: readonly (readonly ReportCell[])[], index: number): number {
  return rows.reduce((total, row) => total + (typeof row[index] === 'number' ? row[index] : 0), 0)
}

/** The row of totals: a label, and the sum under each column of amounts that can be added. */
export function totalRow(
  rows: readonly (readonly ReportCell[])[],
  { label, columns, skip = [] }: { label: string; columns: readonly ReportColumn[]; skip?: readonly number[] },
): ReportCell[] {
  return columns.map((column, index) => {
    if (index === 0) return label
    return column.amount && !skip.includes(index) ? columnTotal(rows, index) : null
  })
}
