/** Field of a cell, as it is posted and as its error names it: `members--bornOn`. */
export function cellField(table: string, column: string): string {
  return `${table}--${column}`
}

/** The hidden field that says which row of a table stands in fields: `3`, or `new`. */
export function rowField(table: string): string {
  return `${table}--open`
}

/** Under which key the lines pasted into a table wait until they are in order. */
export function pasteKey(table: string): string {
  return `${table}--paste`
}

/** Names no column may have: the fields above, and what is reported wrong. */
export const NOT_COLUMNS: ReadonlySet<string> = new Set(['open', 'paste', 'wrong'])
