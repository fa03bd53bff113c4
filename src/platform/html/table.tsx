import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  key: string
  head: string
  cell(row: Row): ComponentChildren
  /** Figures stand right, on digits of one width. */
  figures?: boolean
  /** The cell that names the row: its header, and its title on a phone. */
  rowHeader?: boolean
  /** The head is for screen readers only. */
  quietHead?: boolean
  class?: string
  sort?: 'ascending' | 'descending'
}

interface Props<Row> {
  caption: string
  /** The heading above already says it. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey(row: Row): string
  rowClass?(row: Row): string | undefined
  class?: string
  foot?: ComponentChildren
}

/** On a phone each row becomes a record: row header as title, cells with their labels; empty cells vanish. */
export function Table<Row>({ columns, rows, rowKey, rowClass, ...rest }: Props<Row>) {
  return (
    <table class={rest.class ? `cards ${rest.class}` : 'cards'}>
      <caption class={rest.captionHidden ? 'vh' : undefined}>{rest.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" class={column.figures ? 'n' : undefined} aria-sort={column.sort}>
              {column.quietHead ? <span class="vh">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} class={rowClass?.(row)}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {rest.foot && <tfoot>{rest.foot}</tfoot>}
    </table>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  if (column.rowHeader) {
    return (
      <th scope="row" class={column.class}>
        {content}
      </th>
    )
  }
  const empty = content === undefined || content === null || content === '' || content === false
  const names = [column.figures && 'n', empty && 'nil', column.class].filter(Boolean).join(' ')
  return (
    <td class={names || undefined} data-l={column.quietHead ? undefined : column.head}>
      {!empty && <div>{content}</div>}
    </td>
  )
}
