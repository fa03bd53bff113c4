import { z } from 'zod'
import { parseDossierCode } from '#kernel/dossier-code.ts'
import { isLocalDate } from '#kernel/local-date.ts'
import { nfc } from '#kernel/vietnamese.ts'
import type { Answer, Form, Journey, Service } from '#rooms/forms/index.ts'
import type { FieldReason } from '../message.ts'

/** A file that comes with a dossier: its bytes, or where they are. */
export interface BroughtFile {
  name: string
  /** Code of the component in the national catalogue; empty when the portal names none. */
  component: string
  address: string | undefined
  base64: string | undefined
}

/** A dossier as the national portal brings it. */
export interface BroughtDossier {
  ref: string
  procedureCode: string
  filedAt: Date | undefined
  /** In the names of the national sign-in. */
  claims: Record<string, unknown>
  answers: Readonly<Record<string, Answer>>
  files: readonly BroughtFile[]
}

const DISGUISE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const text = (longest: number) =>
  z
    .string({ error: 'phải là chữ' })
    .max(longest, { error: `dài quá ${longest} ký tự` })
    .transform((value) => nfc(value).replace(DISGUISE, '').trim())
const optional = (longest = 500) => text(longest).optional().default('')
const needed = (longest = 500) => text(longest).refine((value) => value !== '', { error: 'chưa có' })

/** Codes of dossiers born at the national portal. @see contract, dossier code */
const THEIRS = /^G22\./

const code = needed(40)
  .transform((value) => parseDossierCode(value)?.code ?? '')
  .refine((value) => THEIRS.test(value), { error: 'không phải mã hồ sơ của Cổng Dịch vụ công quốc gia' })

function momentIn(stamp: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? []
  const date = `${year}-${month}-${day}`
  if (!year || !isLocalDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  return new Date(`${date}T${hour}:${minute}:${second}+07:00`)
}

const answer: z.ZodType<Answer> = z.union(
  [
    z.string().max(20_000).transform(nfc),
    z.number(),
    z.boolean(),
    z.array(z.string().max(2000).transform(nfc)).max(200),
    z.strictObject({ day: z.string().max(2), month: z.string().max(2), year: z.string().max(4) }),
  ],
  { error: 'không phải câu trả lời' },
)

const file = z
  .object({
    TenTepDinhKem: needed(4000),
    MaThanhPhanHoSo: optional(),
    DuongDanTaiTepTin: optional(2000),
    NoiDungTep: z.string().optional(),
  })
  .refine(({ DuongDanTaiTepTin, NoiDungTep }) => DuongDanTaiTepTin !== '' || NoiDungTep, {
    error: 'không có nội dung, cũng không có địa chỉ tải',
  })

const dossier = z.object({
  MaHoSo: code,
  MaTTHC: needed(60),
  NgayNopHoSo: optional(14),
  MaDoiTuong: optional(),
  LoaiDoiTuong: z.enum(['1', '2', '3', '4'], { error: 'phải là 1, 2, 3 hoặc 4' }),
  ChuHoSo: needed(),
  SoGiayToChuHoSo: optional(40),
  DinhDanhCHS: z.object({ SoDinhDanh: optional(40) }).optional(),
  Email: optional(),
  SoDienThoai: optional(40),
  DiaChi: optional(1000),
  NgaySinh: optional(8),
  GioiTinh: optional(1),
  TaiKhoanDuocXacThucVoiVNeID: optional(1),
  DuLieuBieuMau: z.record(z.string().max(100), answer, { error: 'chưa có' }),
  TaiLieuNop: z.array(file).max(40, { error: 'quá 40 tệp' }).optional().default([]),
})

type Said = z.infer<typeof dossier>

function claimsOf(said: Said): Record<string, unknown> {
  const number = said.SoGiayToChuHoSo || (said.DinhDanhCHS?.SoDinhDanh ?? '')
  const isPerson = said.LoaiDoiTuong === '1'
  const account = said.MaDoiTuong || `${isPerson ? 'person' : 'organisation'}:${number}`
  const contact = { ThuDienTu: said.Email, SoDienThoai: said.SoDienThoai }
  if (!isPerson) {
    const organisation = { TenDoanhNghiep: said.ChuHoSo, MaSoDoanhNghiep: number, DiaChi: said.DiaChi }
    return { sub: account, LoaiTaiKhoan: '2', TechID: said.MaDoiTuong, ...organisation, ...contact }
  }
  return {
    ...{ sub: account, LoaiTaiKhoan: '1', TechID: said.MaDoiTuong, HoVaTen: said.ChuHoSo, SoDinhDanh: number },
    loAs: said.TaiKhoanDuocXacThucVoiVNeID === '1' ? '02' : '01',
    ...{ NgayThangNamSinh: said.NgaySinh, GioiTinh: said.GioiTinh, ThuongTru: said.DiaChi, ...contact },
  }
}

/** Clocks differ by minutes, not by days. */
const SKEW = 10 * 60_000

/** Reads what the portal brought, or says of each field what is wrong with it. */
export function readDossier(item: unknown, at: Date): BroughtDossier | FieldReason[] {
  const parsed = dossier.safeParse(item)
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message, code: kind }) => ({
      field: path.join('.'),
      reason: kind === 'invalid_type' && message.startsWith('Invalid') ? 'chưa có hoặc sai kiểu' : message,
    }))
  }
  const said = parsed.data
  const filedAt = said.NgayNopHoSo === '' ? undefined : momentIn(said.NgayNopHoSo)
  const isWrong = said.NgayNopHoSo !== '' && (!filedAt || filedAt.getTime() > at.getTime() + SKEW)
  if (isWrong) return [{ field: 'NgayNopHoSo', reason: 'không phải một thời điểm đã qua, dạng yyyyMMddHHmmss' }]
  const claims = claimsOf(said)
  if (/:$/.test(String(claims.sub)))
    return [{ field: 'SoGiayToChuHoSo', reason: 'chưa có, mà cũng không có MaDoiTuong' }]
  return {
    ref: said.MaHoSo,
    procedureCode: said.MaTTHC,
    filedAt,
    claims,
    answers: said.DuLieuBieuMau,
    files: said.TaiLieuNop.map((one) => ({
      name: one.TenTepDinhKem,
      component: one.MaThanhPhanHoSo,
      address: one.DuongDanTaiTepTin || undefined,
      base64: one.NoiDungTep,
    })),
  }
}

/** Answers to questions the form does not have: a sign that the two sides speak of different forms. */
export function unknownAnswers({ definition }: Form, answers: Readonly<Record<string, Answer>>): FieldReason[] {
  const asked = definition.steps.flatMap((step) => step.questions)
  const known = new Set(asked.filter(({ kind }) => kind !== 'note' && kind !== 'file').map(({ id }) => id))
  return Object.keys(answers)
    .filter((name) => !known.has(name))
    .map((name) => ({ field: `DuLieuBieuMau.${name}`, reason: 'biểu mẫu không có câu hỏi này' }))
}

/**
 * The question each file answers, by the component it is; without a component, the only one there is. Only questions
 * that these answers lead to: a file nobody asks for would be lost without a word.
 */
export function questionsFor(
  { package: { service } }: Service,
  journey: Journey,
  files: readonly BroughtFile[],
): (string | FieldReason)[] {
  const asked = journey.steps
    .flatMap((visit) => visit.asked.map(({ definition }) => definition))
    .filter((definition) => definition.kind === 'file')
  return files.map(({ component }, index) => {
    const documents = service.documents.filter((one) => one.code === component).map(({ id }) => id)
    const fits = component === '' ? asked : asked.filter((one) => one.document && documents.includes(one.document))
    const [question] = fits
    if (question && (component !== '' || fits.length === 1)) return question.id
    return { field: `TaiLieuNop.${index}.MaThanhPhanHoSo`, reason: 'biểu mẫu không hỏi thành phần hồ sơ này' }
  })
}
