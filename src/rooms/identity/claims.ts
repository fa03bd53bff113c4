import { z } from 'zod'
import { DomainError } from '#kernel/errors.ts'
import { type LocalDate, localDate } from '#kernel/local-date.ts'
import { nfc } from '#kernel/vietnamese.ts'
import type { Assurance } from '#kernel/viewer.ts'

/** What the identity provider states about who signed in, in our words. */
export interface StatedPerson {
  kind: 'person' | 'organisation'
  subject: string
  techId: string | undefined
  /** Of the person; of an organisation, its legal representative's is in `claims` and identifies nobody. */
  idNumber: string | undefined
  name: string
  /** Undefined when only the year is known. */
  bornOn: LocalDate | undefined
  bornYear: number | undefined
  gender: 'male' | 'female' | undefined
  nationality: string | undefined
  ethnicity: string | undefined
  residence: string | undefined
  currentResidence: string | undefined
  email: string | undefined
  phone: string | undefined
  taxCode: string | undefined
  organisationCode: string | undefined
  representative: string | undefined
  assurance: Assurance
}

const text = z
  .string()
  .transform((value) => nfc(value).trim())
  .transform((value) => (value === '' ? undefined : value))
  .optional()

// Names as in the contract of the national sign-in. Unknown claims are kept by the caller, as they came.
const claimsSchema = z.object({
  sub: z.string().min(1),
  LoaiTaiKhoan: z.enum(['1', '2']),
  TechID: text,
  loAs: text,
  IAL: text,
  SoDinhDanh: text,
  HoVaTen: text,
  NgayThangNamSinh: text,
  GioiTinh: text,
  DanToc: text,
  QuocTich: text,
  ThuongTru: text,
  NoiOHienNay: text,
  ThuDienTu: text,
  SoDienThoai: text,
  MaSoThue: text,
  MaSoDoanhNghiep: text,
  TenDoanhNghiep: text,
  DiaChi: text,
  NguoiDaiDien: text,
})

type Claims = z.infer<typeof claimsSchema>

const LEVELS: Record<string, Assurance> = { '01': 'level-1', '02': 'level-2' }
const GENDERS: Record<string, 'male' | 'female'> = { '1': 'male', '2': 'female' }

function bornOf(stated: string | undefined): { bornOn: LocalDate | undefined; bornYear: number | undefined } {
  const [, year, month, day] = /^(\d{4})(?:(\d{2})(\d{2}))?$/.exec(stated ?? '') ?? []
  if (!year) return { bornOn: undefined, bornYear: undefined }
  const bornYear = Number(year)
  if (!month || !day || month === '00' || day === '00') return { bornOn: undefined, bornYear }
  try {
    return { bornOn: localDate(`${year}-${month}-${day}`), bornYear }
  } catch {
    return { bornOn: undefined, bornYear }
  }
}

/**
 * How sure the provider is. A level it does not state, or states in another way, is the lower one.
 * @see Decree 69/2024, Art. 5
 */
function assuranceOf({ LoaiTaiKhoan, loAs, IAL }: Claims): Assurance {
  if (LoaiTaiKhoan === '2') return 'organisation'
  return LEVELS[loAs ?? IAL ?? ''] ?? 'level-1'
}

function organisationOf(claims: Claims) {
  return {
    kind: 'organisation' as const,
    idNumber: undefined,
    name: claims.TenDoanhNghiep,
    bornOn: undefined,
    bornYear: undefined,
    gender: undefined,
    nationality: undefined,
    ethnicity: undefined,
    residence: claims.DiaChi,
    currentResidence: undefined,
    representative: claims.NguoiDaiDien ?? claims.HoVaTen,
  }
}

function naturalPersonOf(claims: Claims) {
  return {
    kind: 'person' as const,
    idNumber: claims.SoDinhDanh,
    name: claims.HoVaTen,
    ...bornOf(claims.NgayThangNamSinh),
    gender: GENDERS[claims.GioiTinh ?? ''],
    nationality: claims.QuocTich,
    ethnicity: claims.DanToc,
    residence: claims.ThuongTru,
    currentResidence: claims.NoiOHienNay,
    representative: undefined,
  }
}

/** Reads the claims of the ID token. Throws `identity.claims-incomplete` when they do not say who this is. */
export function statedPerson(claims: unknown): StatedPerson {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success)
    throw new DomainError('identity.claims-incomplete', { claim: String(parsed.error.issues[0]?.path) })
  const read = parsed.data
  const who = read.LoaiTaiKhoan === '2' ? organisationOf(read) : naturalPersonOf(read)
  if (!who.name) throw new DomainError('identity.claims-incomplete', { claim: 'name' })
  return {
    ...who,
    name: who.name,
    subject: read.sub,
    techId: read.TechID,
    email: read.ThuDienTu,
    phone: read.SoDienThoai,
    taxCode: read.MaSoThue,
    organisationCode: read.MaSoDoanhNghiep,
    assurance: assuranceOf(read),
  }
}
