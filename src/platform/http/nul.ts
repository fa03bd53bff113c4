const NUL = '\0'

/**
 * The fields of a form or an address, without NUL characters. PostgreSQL stores none, nobody can type one, and what a
 * room would make of it is a riddle; so it ends here, for all rooms. Forms with files are read part by part and cleaned
 * there; what programs send is checked by the route that takes it.
 */
export function withoutNul<T>(fields: T): T {
  if (typeof fields !== 'object' || fields === null) return fields
  for (const [name, value] of Object.entries(fields)) {
    const clean = Array.isArray(value) ? value.map(cleaned) : cleaned(value)
    Object.defineProperty(fields, name, { value: clean, enumerable: true, configurable: true, writable: true })
  }
  return fields
}

function cleaned(value: unknown): unknown {
  return typeof value === 'string' && value.includes(NUL) ? value.replaceAll(NUL, '') : value
}
