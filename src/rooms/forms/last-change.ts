import type { Answer, Filled } from './definition.ts'

/** What a change changed, as it was before: null where there was nothing. Enough to take it back. */
export interface LastChange {
  /** Where it was made; undefined for files. */
  step: string | undefined
  answers: Readonly<Record<string, Answer | null>>
  documents: Readonly<Record<string, readonly string[] | null>>
}

/** Undefined when nothing was changed. */
export function changeOf(before: Filled, after: Filled, step: string | undefined): LastChange | undefined {
  const answers = differing(before.answers, after.answers)
  const documents = differing(before.documents, after.documents)
  const count = Object.keys(answers).length + Object.keys(documents).length
  return count === 0 ? undefined : { step, answers, documents }
}

function differing<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Record<string, T | null> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed: Record<string, T | null> = {}
  for (const key of keys) {
    const [old, now] = [own(before, key), own(after, key)]
    if (JSON.stringify(old) !== JSON.stringify(now)) changed[key] = old ?? null
  }
  return changed
}

/** The draft as it was before the change; everything else stays as it is now. */
export function takenBack({ answers, documents }: Filled, change: LastChange): Filled {
  return { answers: merged(answers, change.answers), documents: merged(documents, change.documents) }
}

function merged<T>(now: Readonly<Record<string, T>>, old: Readonly<Record<string, T | null>>): Record<string, T> {
  const result: Record<string, T> = { ...now }
  for (const [key, value] of Object.entries(old)) {
    if (value === null) delete result[key]
    else result[key] = value
  }
  return result
}

function own<T>(holder: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(holder, key) ? holder[key] : undefined
}
