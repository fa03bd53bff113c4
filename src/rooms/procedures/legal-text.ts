import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { fold } from '#kernel/vietnamese.ts'
import type { Named } from './record.ts'

/** What kind of legal text it is (hình thức văn bản), as its number says. R-012 */
export const LEGAL_KINDS = [
  ...(['law', 'ordinance', 'decree', 'resolution', 'decision'] as const),
  ...(['circular', 'joint-circular', 'consolidation', 'other'] as const),
]
export type LegalKind = (typeof LEGAL_KINDS)[number]

/** A legal text that procedures rest on (văn bản quy phạm pháp luật). */
export interface LegalText {
  /** `123/2015/NĐ-CP`; where the publisher gives no number, its own words. */
  number: string
  /** The number as an address: `123-2015-nd-cp`. */
  slug: string
  kind: LegalKind
  /** Who issued it, where the number tells; empty where it does not. */
  issuer: string
  /** The day it was issued, where its title tells. */
  issuedOn: LocalDate | null
  /** Trích yếu, as published. */
  title: string
}

const NUMBER = /(\d+[a-z]?(?:\.\d*)?)\s*\/\s*((?:19|20)\d{2})\s*\/\s*([A-ZĐa-zđ]+\d*(?:-[A-ZĐa-zđ]+)*)/u
const WITHOUT_YEAR = /(\d+)\s*\/\s*(QĐ|NQ|CT)-([A-ZĐ]+)/u
const DAY = /ngày\s+(\d{1,2})\s*(?:\/|tháng)\s*(\d{1,2})\s*(?:\/|năm)\s*((?:19|20)\d{2})/iu

const KINDS: [RegExp, LegalKind][] = [
  [/^UBTVQH/, 'ordinance'],
  [/^QH/, 'law'],
  [/^NĐ/, 'decree'],
  [/^NQ/, 'resolution'],
  [/^QĐ/, 'decision'],
  [/^TTLT/, 'joint-circular'],
  [/^TT/, 'circular'],
  [/^VBHN/, 'consolidation'],
]

const ISSUERS: Record<string, string> = {
  CP: 'Chính phủ',
  TTG: 'Thủ tướng Chính phủ',
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  BTP: 'Bộ Tư pháp',
  BTC: 'Bộ Tài chính',
  BCA: 'Bộ Công an',
  BQP: 'Bộ Quốc phòng',
  BNV: 'Bộ Nội vụ',
  BNG: 'Bộ Ngoại giao',
  BYT: 'Bộ Y tế',
  BXD: 'Bộ Xây dựng',
  BCT: 'Bộ Công Thương',
  BGDĐT: 'Bộ Giáo dục và Đào tạo',
  BKHCN: 'Bộ Khoa học và Công nghệ',
  BVHTTDL: 'Bộ Văn hóa, Thể thao và Du lịch',
  BNNMT: 'Bộ Nông nghiệp và Môi trường',
  BNNPTNT: 'Bộ Nông nghiệp và Phát triển nông thôn',
  BTNMT: 'Bộ Tài nguyên và Môi trường',
  BGTVT: 'Bộ Giao thông vận tải',
  BLĐTBXH: 'Bộ Lao động - Thương binh và Xã hội',
  BTTTT: 'Bộ Thông tin và Truyền thông',
  BKHĐT: 'Bộ Kế hoạch và Đầu tư',
  NHNN: 'Ngân hàng Nhà nước Việt Nam',
  TTCP: 'Thanh tra Chính phủ',
  VPCP: 'Văn phòng Chính phủ',
}

/**
 * Reads a legal text out of what the publisher wrote of it: `31/2024/QH15 `, `Nghị định số 151/2026/NĐ-CP` and a number
 * that only the title has are one and the same kind of thing. Undefined when there is neither number nor title.
 */
export function legalTextOf({ code, name }: Named): LegalText | undefined {
  const title = name.trim().replace(/\s+/g, ' ')
  const written = code.trim().replace(/\s+/g, ' ')
  const number = numberIn(written) ?? (written || numberIn(title))
  const slug = slugOf(number ?? '')
  if (number === undefined || slug === '') return undefined
  const end = number.slice(number.lastIndexOf('/') + 1)
  const kind = KINDS.find(([sign]) => sign.test(end))?.[1] ?? 'other'
  return {
    number,
    slug,
    kind: ofParliament(kind, title),
    issuer: issuerOf(end),
    issuedOn: dayIn(title),
    title: title || number,
  }
}

function numberIn(text: string): string | undefined {
  const [, number, year, sign] = NUMBER.exec(text) ?? []
  if (number && year && sign) return `${number.replace(/\.$/, '')}/${year}/${sign}`
  const [, serial, kind, issuer] = WITHOUT_YEAR.exec(text) ?? []
  return serial ? `${serial}/${kind}-${issuer}` : undefined
}

/** Parliament's numbers do not tell its laws from its resolutions; the title does. */
function ofParliament(kind: LegalKind, title: string): LegalKind {
  return (kind === 'law' || kind === 'ordinance') && /^nghị quyết/i.test(title) ? 'resolution' : kind
}

function issuerOf(end: string): string {
  if (/^QH\d/.test(end)) return 'Quốc hội'
  if (/^UBTVQH/.test(end)) return 'Ủy ban Thường vụ Quốc hội'
  const signs = end.split('-').slice(1)
  return signs.flatMap((sign) => ISSUERS[sign.toUpperCase()] ?? []).join(', ')
}

function dayIn(title: string): LocalDate | null {
  const [, day = '', month = '', year = ''] = DAY.exec(title) ?? []
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(text) ? text : null
}

export function slugOf(number: string): string {
  return fold(number)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
}
