/** One place at which two packages differ; undefined where one of them has nothing. */
export interface PackageDifference {
  where: string
  before: unknown
  after: unknown
}

/** Where two packages differ, in the order of the first: lists of things with an id are compared by it, not by place. */
export function diffPackages(before: unknown, after: unknown, where = ''): PackageDifference[] {
  if (isRecord(before) && isRecord(after)) return diffRecords(before, after, where)
  if (Array.isArray(before) && Array.isArray(after)) return diffRecords(byKey(before), byKey(after), where)
  return Object.is(before, after) ? [] : [{ where, before, after }]
}

function diffRecords(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  where: string,
): PackageDifference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => diffPackages(before[key], after[key], where === '' ? key : `${where}.${key}`))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function byKey(items: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    items.map((item, index) => {
      const key = isRecord(item) ? (item.id ?? item.code ?? item.value ?? index) : index
      return [String(key), item]
    }),
  )
}
