import {
  checkFields,
  type Fields,
  isEmpty,
  isRecord,
  type Reason,
  type Rule,
  readStamp,
  strangers,
} from '../web/fields.ts'

/** `{agency}-{yyMMdd}-{tail}`: the agency in the form of QĐ 20/2020 or of QCVN 102:2016. @see contract 2.1 */
export const DOSSIER_CODE = /^((?:[A-Z]\d{2}(?:\.\d{1,3}){0,4})|(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}))-\d{6}-\d{4,7}$/

export const STATUS_CODES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const

const FEES: Rule[] = [
  { name: 'TenPhiLePhi', kind: 'text', required: true },
  { name: 'MaPhiLePhi', kind: 'text' },
  { name: 'HinhThucThu', kind: 'text' },
  { name: 'Gia', kind: 'number', required: true },
  { name: 'LoaiPhiLePhi', kind: 'text' },
]

const OTHER_PAPERS: Rule[] = [
  { name: 'TenGiayTo', kind: 'text', required: true },
  { name: 'SoLuong', kind: 'number' },
  { name: 'LoaiGiayTo', kind: 'text' },
]

const SUBMITTED_PAPERS: Rule[] = [
  { name: 'TepDinhKemId', kind: 'text' },
  { name: 'TenTepDinhKem', kind: 'text', required: true, longest: 4000 },
  { name: 'IsDeleted', kind: 'flag' },
  { name: 'MaThanhPhanHoSo', kind: 'text' },
  { name: 'DuongDanTaiTepTin', kind: 'pattern', pattern: /^https?:\/\/\S+$/, like: 'địa chỉ http(s)' },
  { name: 'DuocSoHoa', kind: 'code', codes: ['0', '1'] },
  { name: 'DuocTaiSuDung', kind: 'code', codes: ['0', '1', '2'] },
  { name: 'DuocLayTuKhoDMQG', kind: 'code', codes: ['0', '1'] },
  { name: 'MaKetQuaThayThe', kind: 'text' },
]

const SUPPLEMENTS: Rule[] = [
  { name: 'HoSoBoSungId', kind: 'text' },
  { name: 'NguoiYeuCauBoSung', kind: 'text' },
  { name: 'NoiDungBoSung', kind: 'text', required: true },
  { name: 'NgayBoSung', kind: 'stamp', required: true },
  { name: 'NguoiTiepNhanBoSung', kind: 'text' },
  { name: 'ThongTinTiepNhan', kind: 'text' },
  { name: 'NgayTiepNhanBoSung', kind: 'stamp' },
  { name: 'TrangThaiBoSung', kind: 'number' },
  { name: 'DanhSachGiayToBoSung', kind: 'list', inside: OTHER_PAPERS },
  { name: 'DanhSachLePhiBoSung', kind: 'list', inside: FEES },
  { name: 'NgayHenTraTruoc', kind: 'stamp' },
  { name: 'NgayHenTraMoi', kind: 'stamp' },
]

const RESULT_PAPERS: Rule[] = [
  { name: 'TenGiayTo', kind: 'text', required: true, longest: 2000 },
  { name: 'MaThanhPhanHoSo', kind: 'text' },
  { name: 'GiayToId', kind: 'text' },
  { name: 'DuongDanTepTinKetQua', kind: 'pattern', pattern: /^https?:\/\/\S+$/, like: 'địa chỉ http(s)' },
  { name: 'MaGiayToKetQua', kind: 'text' },
]

/** DongBoHoSoMC. What is required is not public; required here is what the meaning of the message needs. @see contract 2.4 */
export const DOSSIER_FIELDS: Rule[] = [
  { name: 'MaHoSo', kind: 'pattern', required: true, pattern: DOSSIER_CODE, like: '{cơ quan}-{yyMMdd}-{số}' },
  { name: 'MaTTHC', kind: 'pattern', required: true, pattern: /^\d\.\d{6}$/, like: 'n.nnnnnn' },
  { name: 'TenTTHC', kind: 'text', required: true },
  { name: 'MaLinhVuc', kind: 'text', required: true },
  { name: 'TenLinhVuc', kind: 'text', required: true },
  { name: 'KenhThucHien', kind: 'code', required: true, codes: ['1', '2', '3'] },
  { name: 'ChuHoSo', kind: 'text', required: true },
  { name: 'LoaiDoiTuong', kind: 'code', required: true, codes: ['1', '2', '3', '4'] },
  { name: 'MaDoiTuong', kind: 'text' },
  { name: 'SoGiayToChuHoSo', kind: 'text' },
  {
    name: 'DinhDanhCHS',
    kind: 'object',
    inside: [
      { name: 'LoaiDinhDanh', kind: 'code', required: true, codes: ['1', '2'] },
      { name: 'SoDinhDanh', kind: 'text', required: true },
    ],
  },
  { name: 'ThongTinKhac', kind: 'text' },
  { name: 'Email', kind: 'pattern', pattern: /^[^\s@]+@[^\s@]+$/, like: 'thư điện tử' },
  { name: 'Fax', kind: 'text' },
  { name: 'SoDienThoai', kind: 'pattern', pattern: /^[+\d][\d .-]{5,19}$/, like: 'số điện thoại' },
  { name: 'TrichYeuHoSo', kind: 'text', longest: 1000 },
  { name: 'NgayNopHoSo', kind: 'stamp' },
  { name: 'NgayTiepNhan', kind: 'stamp' },
  { name: 'NgayHenTra', kind: 'stamp' },
  { name: 'NgayTra', kind: 'stamp' },
  { name: 'NgayKetThucXuLy', kind: 'stamp' },
  { name: 'NgayTuChoi', kind: 'stamp' },
  { name: 'TrangThaiHoSo', kind: 'code', required: true, codes: STATUS_CODES },
  { name: 'ThongTinTra', kind: 'text' },
  { name: 'HinhThuc', kind: 'code', codes: ['0', '1', '2'] },
  { name: 'DonViXuLy', kind: 'text', required: true },
  { name: 'GhiChu', kind: 'text' },
  { name: 'NoiNopHoSo', kind: 'code', codes: ['1', '2'] },
  { name: 'HoSoCoThanhPhanSoHoa', kind: 'code', codes: ['0', '1'] },
  { name: 'TaiKhoanDuocXacThucVoiVNeID', kind: 'code', codes: ['0', '1'] },
  { name: 'DuocThanhToanTrucTuyen', kind: 'code', codes: ['0', '1', '3'] },
  { name: 'DSKetNoiCSDL', kind: 'list', inside: [{ name: 'MaCSDL', kind: 'text', required: true }] },
  { name: 'TaiLieuNop', kind: 'list', inside: SUBMITTED_PAPERS },
  { name: 'DanhSachLePhi', kind: 'list', inside: FEES },
  { name: 'DanhSachTepDinhKemKhac', kind: 'list', inside: OTHER_PAPERS },
  { name: 'DanhSachHoSoBoSung', kind: 'list', inside: SUPPLEMENTS },
  { name: 'DanhSachGiayToKetQua', kind: 'list', inside: RESULT_PAPERS },
]

/** @see contract 2.5 */
export const PROGRESS_FIELDS: Rule[] = [
  { name: 'MaHoSo', kind: 'pattern', required: true, pattern: DOSSIER_CODE, like: '{cơ quan}-{yyMMdd}-{số}' },
  { name: 'NguoiXuLy', kind: 'text', required: true, longest: 50 },
  { name: 'ChucDanh', kind: 'text' },
  { name: 'ThoiDiemXuLy', kind: 'stamp', required: true },
  { name: 'PhongBanXuLy', kind: 'text' },
  { name: 'NoiDungXuLy', kind: 'text', required: true },
  { name: 'TrangThai', kind: 'code', required: true, codes: STATUS_CODES },
  { name: 'NgayBatDau', kind: 'stamp' },
  { name: 'NgayKetThucTheoQuyDinh', kind: 'stamp' },
]

/** Which moments a status cannot be without. @see contract 2.6 */
function momentsOf(status: string): string[] {
  switch (status) {
    case '2':
    case '4':
    case '5':
    case '6':
      return ['NgayTiepNhan']
    case '3':
      return ['NgayTuChoi']
    case '9':
      return ['NgayTiepNhan', 'NgayKetThucXuLy']
    case '10':
      return ['NgayTiepNhan', 'NgayKetThucXuLy', 'NgayTra']
    default:
      return []
  }
}

function missingMoments(dossier: Fields): Reason[] {
  const status = String(dossier.TrangThaiHoSo)
  return momentsOf(status)
    .filter((name) => isEmpty(dossier[name]))
    .map((field) => ({ field, reason: `bắt buộc phải có khi TrangThaiHoSo là ${status}` }))
}

const IN_ORDER = ['NgayNopHoSo', 'NgayTiepNhan', 'NgayKetThucXuLy', 'NgayTra']

function momentsOutOfOrder(dossier: Fields): Reason[] {
  const moments = IN_ORDER.filter((name) => readStamp(dossier[name]))
  return moments.slice(1).flatMap((field, index) => {
    const before = moments[index] ?? ''
    const isEarlier = String(dossier[field]) < String(dossier[before])
    return isEarlier ? [{ field, reason: `trước ${before}` }] : []
  })
}

const TAX_CODE = /^\d{10}(-?\d{3})?$/

function wrongIdentity({ DinhDanhCHS: identity }: Fields): Reason[] {
  if (!isRecord(identity) || isEmpty(identity.SoDinhDanh)) return []
  const number = String(identity.SoDinhDanh)
  const isOne = String(identity.LoaiDinhDanh) === '1'
  const fits = isOne ? /^\d{12}$/.test(number) : /^\d{9}$/.test(number) || TAX_CODE.test(number)
  const reason = isOne ? 'không phải 12 chữ số' : 'không phải 9 chữ số hoặc mã số thuế'
  return fits ? [] : [{ field: 'DinhDanhCHS.SoDinhDanh', reason }]
}

export interface Strictness {
  /** Unknown fields are refused rather than passed over. */
  fields: boolean
  /** Impossible orders of statuses and moments are refused. */
  order: boolean
}

/** Everything wrong with a dossier that can be seen without knowing what is held. */
export function checkDossier(dossier: Fields, strict: Strictness): Reason[] {
  const shape = [...checkFields(dossier, DOSSIER_FIELDS), ...(strict.fields ? strangers(dossier, DOSSIER_FIELDS) : [])]
  const meaning = [...missingMoments(dossier), ...(strict.order ? momentsOutOfOrder(dossier) : [])]
  return [...shape, ...meaning, ...wrongIdentity(dossier)]
}

export function checkProgress(line: Fields, strict: Strictness, at: string): Reason[] {
  return [...checkFields(line, PROGRESS_FIELDS, at), ...(strict.fields ? strangers(line, PROGRESS_FIELDS, at) : [])]
}
