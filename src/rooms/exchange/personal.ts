import type { Payload } from './message.ts'

/** Fields that say nothing about a person. Whatever is not named here is covered: a new field is covered until somebody has looked. */
const PLAIN = new Set([
  ...['MaHoSo', 'MaTTHC', 'TenTTHC', 'MaLinhVuc', 'TenLinhVuc', 'KenhThucHien', 'LoaiDoiTuong'],
  ...['NgayNopHoSo', 'NgayTiepNhan', 'NgayHenTra', 'NgayTuChoi', 'NgayKetThucXuLy', 'NgayTra', 'TrangThaiHoSo'],
  ...['HinhThuc', 'ThongTinTra', 'DonViXuLy', 'NoiNopHoSo', 'TaiKhoanDuocXacThucVoiVNeID'],
  ...['ChucDanh', 'ThoiDiemXuLy', 'PhongBanXuLy', 'NoiDungXuLy', 'TrangThai', 'NgayBatDau', 'NgayKetThucTheoQuyDinh'],
  ...['type', 'MaHoSoDonVi', 'NgayXuLy'],
  ...['NgayTongHop', 'TongSoNguoiDanhGia', 'PhanTramDanhGia', 'MaThuTuc', 'Madonvi', 'TenDonVi'],
  ...['CodeProfile', 'SiteId', 'CodeTTHC', 'NameTTHC', 'Status', 'FormsReception', 'FormsPayments', 'Level'],
  ...['IsFromDVCQG', 'IsDVCBC', 'Data', 'User'],
])

/** Whether the value of a field is shown only to somebody who says why. @see Law 91/2025 on the protection of personal data */
export function isPersonal(field: string): boolean {
  return !PLAIN.has(field)
}

const COVER = '•••'
/** Shorter values are part of too many words to be looked for: a code of one digit would cover half a sentence. */
const SHORTEST = 4

function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** In a list of papers stands the procedure’s own name too: covering that would leave no reason that can be read. */
function isNameOfPaper(value: unknown, text: string, plain: readonly string[]): boolean {
  return Array.isArray(value) && plain.some((said) => said.includes(text))
}

/**
 * Takes out of a text what the covered fields of a message say, and whatever looks like a number of a person: answers
 * and reasons of the other side repeat what they were told.
 */
export function coverIn(text: string, payload: Payload = {}): string {
  const fields = Object.entries(payload)
  const plain = fields.flatMap(([field, value]) => (isPersonal(field) ? [] : textsIn(value)))
  const personal = fields
    .filter(([field]) => isPersonal(field))
    .flatMap(([, value]) => textsIn(value).filter((text) => !isNameOfPaper(value, text, plain)))
    .filter((value) => value.length >= SHORTEST)
    .sort((one, other) => other.length - one.length)
  const covered = personal.reduce((rest, value) => rest.replaceAll(value, COVER), text)
  return covered.replace(/(?<![\w.-])\+?\d{9,12}(?![\w-])/g, COVER).replace(/[^\s"'<>:;,]+@[^\s"'<>:;,]+/g, COVER)
}
