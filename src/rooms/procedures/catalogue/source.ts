/**
 * The national portal's own shapes, as far as we read them. Every field is optional and unknown until looked at:
 * publishers leave out, misspell and mistype, and a record is read for what it has.
 */
export interface ListedSource {
  code?: unknown
  name?: unknown
  categories?: unknown
  departments?: unknown
  departmentPromulgate?: unknown
  formalityTargetType?: unknown
  state?: unknown
  type?: unknown
  [key: string]: unknown
}

/** `data` of `{code, data, message}`. */
export type DetailSource = Record<string, unknown>

/** What one run of the importer was given. */
export interface CatalogueInput {
  listed: { line: number; source: ListedSource }[]
  details: { file: string; source: DetailSource }[]
  unreadable: { where: string; why: string }[]
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : []
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}
