import type { Content } from '../../web/xml.ts'
import { birthOf, type Citizen, citizens, nameParts, placeOf } from './citizens.ts'

const byNumber = (number: string) => citizens().find((one) => one.number === number)

function relativeOf(citizen: Citizen, relation: string): Citizen | undefined {
  const found = citizen.relatives.find((one) => one.relation === relation)
  return found && byNumber(found.number)
}

function briefly(citizen: Citizen | undefined): Content {
  if (!citizen) return undefined
  const { nationality, number, oldNumber, name } = citizen
  return { QuocTich: nationality, SoDinhDanh: number, SoCMND: oldNumber, HoVaTen: nameParts(name) }
}

/** The shared answer, `ChiaSeThongTinCongDan`. @see contract 3.2 */
function shared(citizen: Citizen): { [name: string]: Content } {
  const head = byNumber(citizen.household)
  const isMinor = Number(citizen.born.slice(0, 4)) > new Date().getFullYear() - 18
  return {
    SoDinhDanh: citizen.number,
    SoCMND: citizen.oldNumber,
    HoVaTen: nameParts(citizen.name),
    GioiTinh: citizen.gender,
    DanToc: citizen.ethnicity,
    TonGiao: citizen.religion,
    TinhTrangHonNhan: citizen.marital,
    NhomMau: citizen.blood,
    NgayThangNamSinh: birthOf(citizen.born),
    NoiDangKyKhaiSinh: placeOf(citizen.origin),
    QueQuan: placeOf(citizen.origin),
    ThuongTru: placeOf(citizen.residence),
    NoiOHienTai: placeOf(citizen.current),
    QuocTich: citizen.nationality,
    Cha: briefly(relativeOf(citizen, 'Cha')),
    Me: briefly(relativeOf(citizen, 'Me')),
    VoChong: briefly(relativeOf(citizen, 'VoChong')),
    NguoiDaiDien: isMinor ? briefly(relativeOf(citizen, 'Me')) : undefined,
    ChuHo: head && { QuanHe: citizen.place, ...(briefly(head) as object) },
    SoSoHoKhau: citizen.household,
  }
}

function brief(citizen: Citizen): { [name: string]: Content } {
  const { SoDinhDanh, SoCMND, HoVaTen, GioiTinh, NgayThangNamSinh, ThuongTru } = shared(citizen)
  return { SoDinhDanh, SoCMND, HoVaTen, GioiTinh, NgayThangNamSinh, ThuongTru }
}

const collection = (list: Content[]): Content => ({ CongDan: list })
const verdict = (isSo: boolean, more: { [name: string]: Content } = {}) => ({ KetQua: isSo ? '1' : '0', ...more })

export interface Question {
  citizen: Citizen
  /** The text of a further element of the request, `''` when absent. */
  given(...path: string[]): string
}

type Operation = (question: Question) => { [name: string]: Content }

/** One synchronous look-up each; the answers beyond ChiaSeThongTinCongDan are the sandbox's own. */
export const OPERATIONS: Record<string, Operation> = {
  XacThucThongTinCongDan: () => verdict(true),
  TraCuuThongTinCongDan: ({ citizen }) => ({ CongdanCollection: collection([brief(citizen)]) }),
  CungCapThongTinCongDan: ({ citizen }) => ({ CongdanCollection: collection([shared(citizen)]) }),
  XacMinhThongTinNhanThan: ({ citizen, given }) => {
    const number = given('NhanThan', 'SoDinhDanh')
    const found = citizen.relatives.find((one) => one.number === number)
    return verdict(found !== undefined, { QuanHe: found?.relation })
  },
  XacMinhThongTinChuHo: ({ citizen, given }) =>
    verdict(citizen.household === (given('ChuHo', 'SoDinhDanh') || citizen.number), { QuanHe: citizen.place }),
  XacMinhThongTinNguoiGiamHo: ({ citizen, given }) => {
    const guardian = given('NguoiGiamHo', 'SoDinhDanh')
    return verdict(citizen.relatives.some(({ relation, number }) => number === guardian && relation !== 'Con'))
  },
  XacMinhThongTinNoiOHienTai: ({ citizen, given }) => {
    const { MaPhuongXa } = placeOf(citizen.current) as { MaPhuongXa: string }
    return verdict(MaPhuongXa === given('NoiOHienTai', 'MaPhuongXa'))
  },
  XacMinhTinhTrangHonNhan: ({ citizen }) => verdict(true, { TinhTrangHonNhan: citizen.marital }),
  XacMinhThongTinChetMatTich: ({ citizen }) => verdict(citizen.died !== undefined, { NgayChet: citizen.died }),
  CungCapThongTinHoGiaDinh: ({ citizen }) => {
    const members = citizens().filter(({ household, died }) => household === citizen.household && !died)
    const listed = members.map((member) => ({ ...brief(member), QuanHe: member.place }))
    return { SoSoHoKhau: citizen.household, CongdanCollection: collection(listed) }
  },
  CungCapThongTinNhomMau: ({ citizen }) => verdict(true, { NhomMau: citizen.blood }),
}

export interface Subject {
  SoDinhDanh: string
  SoCMND: string
  HoVaTen: string
  born: string
}

const isSameText = (a: string, b: string) =>
  a.normalize('NFC').toLocaleLowerCase('vi') === b.normalize('NFC').toLocaleLowerCase('vi')

/** Number, name and birth date must all be those of one person: two right and one wrong finds nobody. */
export function findCitizen({ SoDinhDanh, SoCMND, HoVaTen, born }: Subject): Citizen | undefined {
  return citizens().find(
    (one) =>
      (SoDinhDanh ? one.number === SoDinhDanh : one.oldNumber === SoCMND) &&
      isSameText(one.name, HoVaTen) &&
      (one.born === born || (born.length === 4 && one.born.slice(0, 4) === born)),
  )
}
