const NUL = '\0'

/**
 * What was posted, without NUL characters. PostgreSQL stores none, nobody can type one, and what a room would make of it
 * is a riddle; so it ends here, for all rooms. Forms with files are read part by part, and cleaned where they are read.
 */
export function withoutNul<T>(posted: T): T {
  if (typeof posted === 'string') return (posted.includes(NUL) ? posted.replaceAll(NUL, '') : posted) as T
  if (Array.isArray(posted)) return posted.map(withoutNul) as T
  if (isPlain(posted)) {
    const entries = Object.entries(posted).map(([name, value]) => [withoutNul(name), withoutNul(value)])
    return Object.fromEntries(entries) as T
  }
  return posted
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  // An object as JSON makes it, or as the reader of forms does: one whose prototype has none itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
