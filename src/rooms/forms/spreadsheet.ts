/**
 * Text of a table as rows of cells: tabs (copied from a spreadsheet), semicolons or commas (a CSV file, RFC 4180),
 * whichever its first line has. One pass over the text, no pattern that could run long.
 */
export function parseTable(text: string): string[][] {
  const mark = markOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  const source = text.replace(/^\ufeff/, '')
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (source[index + 1] === '"') {
        cell += '"'
        index += 1
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') quoted = true
    else if (sign === mark) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

function markOf(text: string): string {
  const end = text.indexOf('\n')
  const first = end < 0 ? text : text.slice(0, end)
  if (first.includes('\t')) return '\t'
  return first.includes(';') ? ';' : ','
}
