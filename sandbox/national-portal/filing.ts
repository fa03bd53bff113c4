import { citizenGroups } from '../citizens/people.ts'
import { type Fields, isRecord, stamp } from '../web/fields.ts'
import type { PortalFiles } from './files.ts'
import type { Holdings } from './holdings.ts'
import { samplePdf } from './sample-file.ts'

/** A person at the national portal fills in a form. */
export interface Filing {
  matthc: string
  /** `sub` of one of the sandbox's people. */
  person: string
  answers: Fields
  files: { name: string; component: string; content: Buffer }[]
}

const text = (value: unknown, fallback: string) => (typeof value === 'string' && value !== '' ? value : fallback)

export function readFiling(asked: Fields): Filing {
  const files = Array.isArray(asked.files) ? asked.files.filter(isRecord) : []
  return {
    matthc: text(asked.matthc, '1.004873'),
    person: text(asked.person, 'vang-thi-my'),
    answers: isRecord(asked.answers) ? asked.answers : {},
    files: files.map((file, index) => ({
      name: text(file.name, `giay-to-${index + 1}.pdf`),
      component: text(file.component, ''),
      content: typeof file.content === 'string' ? Buffer.from(file.content, 'base64') : samplePdf(text(file.name, '')),
    })),
  }
}

/** `G22.99.xx-…`: dossiers born at the national portal. @see contract 2.1 */
export function nextCode(holdings: Holdings): string {
  const day = stamp(new Date()).slice(2, 8)
  const prefix = `G22.99.12-${day}-`
  const used = [...holdings.born.keys()].filter((code) => code.startsWith(prefix))
  const highest = Math.max(0, ...used.map((code) => Number(code.slice(prefix.length))))
  return `${prefix}${String(highest + 1).padStart(4, '0')}`
}

/** The dossier in the names of DongBoHoSoMC; form data and address as the receiving side documents them. */
export function dossierBody(holdings: Holdings, files: PortalFiles, at: { filing: Filing; origin: string }): Fields {
  const { filing, origin } = at
  const account = citizenGroups()
    .flatMap(({ accounts }) => accounts)
    .find(({ sub }) => sub === filing.person)
  const claims = account?.claims ?? {}
  const procedure = holdings.catalogue.find(filing.matthc)
  const isBusiness = claims.LoaiTaiKhoan === '2'
  const number = (isBusiness ? claims.MaSoDoanhNghiep : claims.SoDinhDanh) ?? ''
  return {
    MaHoSo: nextCode(holdings),
    MaTTHC: filing.matthc,
    TenTTHC: procedure?.name ?? '',
    MaLinhVuc: procedure?.field.code ?? '',
    TenLinhVuc: procedure?.field.name ?? '',
    KenhThucHien: '2',
    ChuHoSo: (isBusiness ? claims.TenDoanhNghiep : claims.HoVaTen) ?? '',
    LoaiDoiTuong: isBusiness ? '2' : '1',
    MaDoiTuong: claims.TechID ?? '',
    SoGiayToChuHoSo: number,
    DinhDanhCHS: { LoaiDinhDanh: isBusiness ? '2' : '1', SoDinhDanh: number },
    Email: claims.ThuDienTu ?? '',
    SoDienThoai: claims.SoDienThoai ?? '',
    DiaChi: claims.DiaChi ?? claims.NoiOHienNay ?? claims.ThuongTru ?? '',
    NgaySinh: claims.NgayThangNamSinh ?? '',
    GioiTinh: claims.GioiTinh ?? '',
    NgayNopHoSo: stamp(new Date()),
    TrangThaiHoSo: '1',
    NoiNopHoSo: '1',
    TaiKhoanDuocXacThucVoiVNeID: claims.loAs === '02' ? '1' : '0',
    DuLieuBieuMau: filing.answers,
    TaiLieuNop: filing.files.map(({ name, component, content }) => {
      const id = files.add(content)
      const DuongDanTaiTepTin = `${origin}/national/downloadfile/${id}`
      return { TepDinhKemId: id, TenTepDinhKem: name, MaThanhPhanHoSo: component, DuongDanTaiTepTin }
    }),
  }
}
