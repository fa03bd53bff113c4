import { isId } from '#kernel/id.ts'
import type { Cursor } from '../../store/lists.ts'

/** A place in a list, as it stands in an address: `1763980000000_0199…`. */
export function cursorText({ at, id }: Cursor): string {
  return `${at.getTime()}_${id}`
}

/** Undefined when the address says no such place: the list then begins at its beginning. */
export function parseCursor(text: unknown): Cursor | undefined {
  const [, time = '', id = ''] = /^(\d{1,15})_(.+)$/.exec(typeof text === 'string' ? text : '') ?? []
  return time && isId(id) ? { at: new Date(Number(time)), id } : undefined
}
