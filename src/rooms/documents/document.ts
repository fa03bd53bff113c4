import type { Scan } from '#platform/files/index.ts'

/** A file that somebody handed in (giấy tờ đã nộp). Its bytes never change. */
export interface Document {
  agencyId: number
  id: string
  ownerPersonId: string | undefined
  sha256: string
  name: string
  mediaType: MediaType
  size: number
  scan: Scan
  /** Why it was handed in: `dossier`, `supplement`. */
  purpose: string
  createdAt: Date
}

/**
 * What is taken: papers as PDF, photographs as JPEG or PNG. An officer sees these in any browser, and they hold
 * neither macros nor links to elsewhere, which Word files may. Phones turn HEIC into JPEG when asked for these.
 */
export const MEDIA_TYPES = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
} as const

export type MediaType = keyof typeof MEDIA_TYPES

/** For the `accept` of an upload: only a convenience, the bytes decide. */
export const ACCEPT = Object.keys(MEDIA_TYPES).join(',')

export function isMediaType(text: string | undefined): text is MediaType {
  return text !== undefined && Object.hasOwn(MEDIA_TYPES, text)
}

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*:<>?|]/gu
const LONGEST = 120

/**
 * A name that can be shown and saved anywhere: the last part of a path, NFC, without control or direction marks, with
 * an ending that says what the bytes are. `../../hóa đơn.exe` holding a PDF becomes `hóa đơn.exe.pdf`.
 */
export function safeName(given: string, mediaType: MediaType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(UNSAFE, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
  const endings: readonly string[] = MEDIA_TYPES[mediaType]
  const ending = clean.split('.').at(-1)?.toLowerCase() ?? ''
  if (endings.includes(ending) && clean.length <= LONGEST) return clean
  const stem = (endings.includes(ending) ? clean.slice(0, -ending.length - 1) : clean).slice(0, LONGEST) || 'tep'
  return `${stem}.${endings[0]}`
}

/** Why a file was not taken: a value, because the person can do something about it. */
export type IntakeProblem =
  | { code: 'empty'; name: string }
  | { code: 'too-large'; name: string; size: number | undefined; limit: number }
  | { code: 'wrong-type'; name: string }
  | { code: 'infected'; name: string; finding: string }
  | { code: 'unreadable'; name: string }

/** `attachment` with the name in both spellings, for old and new browsers. @see RFC 6266; RFC 8187 */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
