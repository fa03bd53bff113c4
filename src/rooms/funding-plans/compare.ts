import { canonical } from './canonical.ts'
import { type Line, requestedOf } from './line.ts'

export interface LineChange {
  lineId: string
  name: string
  kind: 'added' | 'removed' | 'changed' | 'same'
  /** Zero for what was not there. */
  before: number
  after: number
  /** Names of the fields that differ. */
  fields: readonly string[]
}

/** How the lines of one version became those of another, in the order of the later one; removed ones last. */
export function compareLines(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const earlier = new Map(before.map((line) => [line.id, line]))
  const kept = new Set(after.map(({ id }) => id))
  const changes = after.map((line): LineChange => {
    const old = earlier.get(line.id)
    const amounts = { before: old ? requestedOf(old) : 0, after: requestedOf(line) }
    if (!old) return { lineId: line.id, name: line.name, kind: 'added', ...amounts, fields: [] }
    const fields = changedFields(old, line)
    return { lineId: line.id, name: line.name, kind: fields.length > 0 ? 'changed' : 'same', ...amounts, fields }
  })
  const removed = before
    .filter(({ id }) => !kept.has(id))
    .map((line): LineChange => {
      return { lineId: line.id, name: line.name, kind: 'removed', before: requestedOf(line), after: 0, fields: [] }
    })
  return [...changes, ...removed]
}

export function changedFields(before: Line, after: Line): (keyof Line)[] {
  const names = Object.keys(after).sort() as (keyof Line)[]
  return names.filter((name) => canonical(before[name]) !== canonical(after[name]))
}
