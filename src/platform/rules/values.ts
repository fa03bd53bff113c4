/**
 * A day is a text, `2026-11-25`, as everywhere in this house: it compares correctly as it stands, survives JSON, and
 * needs no conversion between a form, a database and a browser.
 */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value | undefined }

export type Context = Readonly<Record<string, unknown>>

/** Only what JSON can say comes in; anything else, functions and inherited things among it, is null. */
export function own(holder: unknown, key: string): Value {
  // A path over a list of contexts is the list of what each has there: `members.share`. DMN 1.5, 10.3.2.5
  if (Array.isArray(holder)) return holder.every(isContext) ? holder.map((item) => own(item, key)) : null
  if (!isContext(holder)) return null
  return Object.hasOwn(holder, key) ? plain((holder as Record<string, unknown>)[key]) : null
}

function isContext(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function plain(value: unknown): Value {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'object':
      return value as Value
    default:
      return null
  }
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** True, false, or null when the two cannot be compared at all. Nothing equals nothing; nothing never equals something. */
export function equal(left: Value, right: Value): boolean | null {
  if (left === null || right === null) return left === right
  if (isList(left) && isList(right)) return sameList(left, right)
  if (typeof left !== typeof right || typeof left === 'object' || typeof right === 'object') return null
  return left === right
}

function sameList(left: readonly Value[], right: readonly Value[]): boolean | null {
  if (left.length !== right.length) return false
  return left.every((item, index) => equal(item, right[index] ?? null) === true)
}

/** Below, above or 0; null unless both are numbers or both are texts (days are texts). */
export function order(left: Value, right: Value): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  return null
}

/**
 * Whole numbers are exact, and money is always whole. Fractions are kept to 15 digits, so that 0.1 + 0.2 is 0.3.
 * What a whole number cannot hold exactly is null rather than nearly right.
 */
export function exact(value: number): number | null {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return null
  if (Number.isInteger(value)) return value === 0 ? 0 : value
  return Number(value.toPrecision(15))
}
