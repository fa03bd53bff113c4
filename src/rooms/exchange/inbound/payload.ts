import { createHash } from 'node:crypto'

const DEEPEST = 12

function isShallow(value: unknown, room = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true
  return room > 0 && Object.values(value).every((member) => isShallow(member, room - 1))
}

/** Whether a body can be kept as it came: no nesting without end, no NUL, no half of a character. */
export function isKeepable(body: unknown): body is Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !isShallow(body)) return false
  return !/\\u0000|\\ud[89a-f][0-9a-f]{2}/i.test(JSON.stringify(body).replaceAll('\\\\', ''))
}

const BYTES = 'NoiDungTep'

/** What was said, with the bytes of files replaced by their hash: the ledger is no store of files. */
export function withoutBytes<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutBytes) as T
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) =>
    name === BYTES && typeof member === 'string' ? [name, hashOf(member)] : [name, withoutBytes(member)],
  )
  return Object.fromEntries(members) as T
}

function hashOf(base64: string): string {
  return `sha256:${createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')}`
}

/** The one thing a call is about: `{data: [{…}]}`, `{data: {…}}`, or the thing itself. */
export function onlyItem(body: Record<string, unknown>): Record<string, unknown> | undefined {
  const { data = body } = body
  const item = Array.isArray(data) ? (data.length === 1 ? data[0] : undefined) : data
  return typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : undefined
}
