/**
 * What the importer could not reconcile in a publisher's record. It is reported with both values, and kept out of
 * the figures that a person would rely on; it never stops the import.
 */
export interface CatalogueConflict {
  code: string
  kind: ConflictKind
  field: string
  value: string
  /** The other value, or what was kept. */
  against: string
}

export const CONFLICT_KINDS = {
  'fee-in-thousands': 'the figure is a thousandth of the amount in the text',
  'fee-not-in-text': 'the text names amounts, and the figure is none of them',
  'fee-zero-but-text': 'the figure is 0 or missing while the text does not say that it is free',
  'fee-without-currency': 'a small figure without a currency',
  'limit-unit-other': 'the unit of the time limit is OTHER',
  'limit-is-text': 'the time limit is a sentence, not a figure',
  'limit-not-in-text': 'the text names other lengths than the figure',
  'limit-missing': 'a channel without a time limit',
  'case-differs-from-channel': 'no channel has the time limit of the case',
  'case-code-twice': 'the same case code twice in one record',
  'agency-missing': 'no executing agency',
  'required-never-set': '`required` is false for every paper, so it says nothing',
  'paper-twice': 'the same paper twice in one group',
  'paper-without-code': 'a paper without a code',
  'paper-without-name': 'a paper without a name',
  'field-code-missing': 'a field without a code',
  'differs-from-list': 'the list and the detail record differ',
  'detail-not-in-list': 'a detail record whose code is not in the list',
  'same-name': 'the same name, publisher and audience under more than one code',
  'code-twice': 'two records under one code: the second is kept under the code with -2 behind it',
  'code-malformed': 'a code that is not shaped as a procedure code: kept as it is',
  'code-unusable': 'no code, or one that cannot stand in an address: the record was left out',
  'value-unknown': 'a coded value we do not know',
  unreadable: 'a record that could not be read: it was left out',
} as const

export type ConflictKind = keyof typeof CONFLICT_KINDS

/** Collects the conflicts of one record. */
export type ConflictSink = (kind: ConflictKind, field: string, value: unknown, against?: unknown) => void

export function conflictsOf(code: string, found: CatalogueConflict[]): ConflictSink {
  return (kind, field, value, against = '') => {
    found.push({ code, kind, field, value: shown(value), against: shown(against) })
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (text ?? '').slice(0, 200)
}

/** How many of each kind, most frequent first. */
export function countConflicts(conflicts: CatalogueConflict[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { kind } of conflicts) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one))
}
