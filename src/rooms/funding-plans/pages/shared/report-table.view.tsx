import { groupDigits } from '#kernel/money.ts'
import { Table } from '#platform/html/index.ts'
import type { ReportCell, ReportTable } from '../../reports/report.ts'

/** An amount, grouped; below zero with a true minus. */
export function Amount({ value }: { value: number }) {
  return <span class="num">{value < 0 ? `−${groupDigits(-value)}` : groupDigits(value)}</span>
}

function show(cell: ReportCell | undefined) {
  return typeof cell === 'number' ? <Amount value={cell} /> : cell
}

/** The very table of a report, on a page. The first column names the row. */
export function ReportTableView({ table, captionHidden = false }: { table: ReportTable; captionHidden?: boolean }) {
  const { caption, columns, rows, total } = table
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      columns={columns.map(({ head, amount = false }, index) => ({
        key: String(index),
        head,
        figures: amount,
        rowHeader: index === 0,
        cell: (row: readonly ReportCell[]) => show(row[index]),
      }))}
      rows={rows}
      rowKey={(row) => String(rows.indexOf(row))}
      foot={
        total && (
          <tr>
            {total.map((cell, index) =>
              index === 0 ? (
                <th scope="row" key={columns[index]?.head}>
                  {show(cell)}
                </th>
              ) : (
                <td
                  key={columns[index]?.head}
                  class={[columns[index]?.amount && 'n', cell === null && 'nil'].filter(Boolean).join(' ') || undefined}
                  data-l={columns[index]?.head}
                >
                  <div>{show(cell)}</div>
                </td>
              ),
            )}
          </tr>
        )
      }
    />
  )
}
