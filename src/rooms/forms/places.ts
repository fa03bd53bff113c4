import { nfc } from '#kernel/vietnamese.ts'
import type { Option } from './profile.ts'
import { parseTable } from './spreadsheet.ts'

/** A province or a commune, by the codes of the National Statistics Office. */
export interface Place {
  code: string
  name: string
  /** Undefined for a province. */
  province: string | undefined
}

/** A commune of today and one that went into it. */
export interface FormerPlace {
  place: string
  /** `Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội` */
  name: string
}

export interface PlacesRead {
  places: readonly Place[]
  former: readonly FormerPlace[]
  problems: readonly string[]
}

/** The two files of `motcua units import`: divisions as JSON, old names as CSV. Nothing is used of a file with problems. */
export function readPlaces(content: string): PlacesRead {
  const text = nfc(content.replace(/^\ufeff/, '')).trim()
  return text.startsWith('[') ? readDivisions(text) : readFormer(text)
}

function readDivisions(text: string): PlacesRead {
  const problems: string[] = []
  const places: Place[] = []
  const seen = new Set<string>()
  const add = (where: string, { code, name }: { code?: unknown; name?: unknown }, province: string | undefined) => {
    const digits = province === undefined ? 2 : 5
    const padded = String(code ?? '').padStart(digits, '0')
    if (!/^\d+$/.test(padded) || padded.length !== digits)
      problems.push(`${where}: “${String(code)}” is no code of ${digits} digits`)
    else if (seen.has(padded)) problems.push(`${where}: the code ${padded} is there twice`)
    else if (typeof name !== 'string' || name.trim() === '' || name.length > 120)
      problems.push(`${where}: it has no name`)
    else places.push({ code: padded, name: name.trim(), province })
    seen.add(padded)
    return padded
  }
  for (const [index, province] of listIn(text, problems).entries()) {
    if (!isRecord(province)) {
      problems.push(`[${index}]: a province is wanted`)
      continue
    }
    const code = add(`[${index}]`, province, undefined)
    if (!Array.isArray(province.wards)) problems.push(`[${index}]: it has no list “wards”`)
    else
      for (const [at, ward] of province.wards.entries())
        add(`[${index}].wards[${at}]`, isRecord(ward) ? ward : {}, code)
  }
  return { places, former: [], problems }
}

function listIn(text: string, problems: string[]): unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value
    problems.push('a list of provinces is wanted')
  } catch (error) {
    problems.push(`not JSON: ${(error as Error).message}`)
  }
  return []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Columns: province, new name, new code, old name, old code, note, old district, old province. Headings have no code. */
function readFormer(text: string): PlacesRead {
  const problems: string[] = []
  const former = new Map<string, FormerPlace>()
  for (const [index, cells] of parseTable(text).entries()) {
    const [, , code = '', oldName = '', , , district = '', province = ''] = cells
    if (code === '' || !/\d/.test(code)) continue
    if (!/^\d{5}$/.test(code)) problems.push(`line ${index + 1}: “${code}” is no code of a commune`)
    // A district that became one place whole has no old commune.
    else if (oldName === '' && district === '') problems.push(`line ${index + 1}: the old name is missing`)
    else {
      const name = [oldName, district, province]
        .map(withoutCode)
        .filter((part) => part !== '')
        .join(', ')
      former.set(`${code} ${name}`, { place: code, name })
    }
  }
  if (former.size === 0 && problems.length === 0)
    problems.push('there is neither a list of provinces nor a table of old communes in it')
  return { places: [], former: [...former.values()], problems }
}

/** `Quận Ba Đình (001)` → `Quận Ba Đình` */
function withoutCode(text: string): string {
  return text
    .replace(/\s*\(\d{2,3}\)\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const ENGLISH: readonly [start: string, end: string][] = [
  ['Thành phố ', ' City'],
  ['Tỉnh ', ' Province'],
  ['Phường ', ' Ward'],
  ['Xã ', ' Commune'],
  ['Đặc khu ', ' Special Zone'],
]

/** `Phường Ba Đình` → `Ba Đình Ward` */
export function englishPlace(name: string): string {
  const [start, end] = ENGLISH.find(([beginning]) => name.startsWith(beginning)) ?? ['', '']
  return name.slice(start.length) + end
}

/** Places as lists a form may name, each commune also found by what it was called before. */
export function listsOf(places: readonly Place[], former: readonly FormerPlace[]) {
  const also = new Map<string, string[]>()
  for (const { place, name } of former) also.set(place, [...(also.get(place) ?? []), name])
  const option = ({ code, name, province }: Place): Option => {
    const old = also.get(code)
    const label = { vi: name, en: englishPlace(name) }
    return { value: code, label, ...(province ? { within: province } : {}), ...(old ? { also: old } : {}) }
  }
  return {
    provinces: places.filter(({ province }) => province === undefined).map(option),
    'all-communes': places.filter(({ province }) => province !== undefined).map(option),
  }
}
