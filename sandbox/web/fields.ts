/** One thing wrong with one field. */
export interface Reason {
  field: string
  reason: string
}

export interface Rule {
  name: string
  kind: 'text' | 'stamp' | 'code' | 'flag' | 'number' | 'list' | 'object' | 'pattern' | 'json'
  required?: boolean
  longest?: number
  /** kind `code`: the code list. */
  codes?: readonly string[]
  /** kind `pattern`: what it looks like, and in words. */
  pattern?: RegExp
  like?: string
  /** kinds `list` and `object`: the rules of what is inside. */
  inside?: readonly Rule[]
}

export type Fields = Record<string, unknown>

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

const STAMP = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/

/** `yyyyMMddHHmmss` at GMT+7 (contract 2.1) that is a moment of the calendar. */
export function readStamp(value: unknown): Date | undefined {
  const parts = typeof value === 'string' ? STAMP.exec(value) : null
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const at = new Date(`${local}+07:00`)
  const back = Number.isNaN(at.getTime()) ? '' : new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)
  return back === local ? at : undefined
}

/** A moment as the contract writes it. */
export function stamp(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '')
}

const FLAGS = ['0', '1', 'True', 'False', 'true', 'false']

function isJson(value: unknown): boolean {
  if (typeof value !== 'string') return isRecord(value)
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

/** Numbers come as JSON numbers or as digits; both are seen in the field. */
const asText = (value: unknown) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value)

const TESTS: Record<Rule['kind'], (value: unknown, rule: Rule) => string | undefined> = {
  text: (value, { longest }) => {
    if (typeof value !== 'string') return 'phải là chuỗi ký tự'
    if (value !== value.normalize('NFC')) return 'chữ không ở dạng Unicode dựng sẵn (NFC)'
    return longest !== undefined && [...value].length > longest ? `dài quá ${longest} ký tự` : undefined
  },
  stamp: (value) => (readStamp(value) ? undefined : 'không phải ngày giờ dạng yyyyMMddHHmmss'),
  code: (value, { codes = [] }) =>
    codes.includes(String(asText(value))) ? undefined : `không thuộc danh mục ${codes.join(' | ')}`,
  flag: (value) => (FLAGS.includes(String(asText(value))) ? undefined : 'không phải 0 hoặc 1'),
  number: (value) => (/^\d{1,15}(\.\d+)?$/.test(String(asText(value))) ? undefined : 'không phải số không âm'),
  pattern: (value, { pattern, like }) =>
    typeof value === 'string' && pattern?.test(value) ? undefined : `không đúng dạng ${like}`,
  json: (value) => (isJson(value) ? undefined : 'không phải JSON'),
  list: (value) => (Array.isArray(value) ? undefined : 'phải là danh sách'),
  object: (value) => (isRecord(value) ? undefined : 'phải là đối tượng'),
}

function checkInside(value: unknown, rule: Rule, field: string): Reason[] {
  const inside = rule.inside
  if (!inside) return []
  if (rule.kind === 'object') return checkFields(value as Fields, inside, field)
  return (value as unknown[]).flatMap((one, index) =>
    isRecord(one)
      ? checkFields(one, inside, `${field}[${index}]`)
      : [{ field: `${field}[${index}]`, reason: 'phải là đối tượng' }],
  )
}

/** Everything wrong with a record, in the order of the rules. Empty means absent. */
export function checkFields(record: Fields, rules: readonly Rule[], at = ''): Reason[] {
  const path = (name: string) => (at ? `${at}.${name}` : name)
  return rules.flatMap((rule) => {
    const value = record[rule.name]
    const field = path(rule.name)
    if (isEmpty(value)) return rule.required ? [{ field, reason: 'bắt buộc phải có' }] : []
    const reason = TESTS[rule.kind](value, rule)
    if (reason) return [{ field, reason }]
    return rule.kind === 'list' || rule.kind === 'object' ? checkInside(value, rule, field) : []
  })
}

/** Fields no rule names: a misspelt name would otherwise be lost without a word. */
export function strangers(record: Fields, rules: readonly Rule[], at = ''): Reason[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const field = at ? `${at}.${name}` : name
    const rule = rules.find((candidate) => candidate.name === name)
    if (!rule) return [{ field, reason: 'không có trong hợp đồng dữ liệu' }]
    const inside = rule.inside
    if (!inside) return []
    if (isRecord(value)) return strangers(value, inside, field)
    if (!Array.isArray(value)) return []
    return value.flatMap((one, index) => (isRecord(one) ? strangers(one, inside, `${field}[${index}]`) : []))
  })
}

/** All reasons as one run-on text, the way these systems speak. */
export function runOn(reasons: Reason[]): string {
  return reasons.map(({ field, reason }) => `${field}: ${reason}`).join('; ')
}
