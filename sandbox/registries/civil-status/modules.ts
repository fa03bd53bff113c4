import { type Fields, isEmpty, isRecord } from '../../web/fields.ts'

/** Fields of `data` begin with the role of the person they speak of. @see contract 3.4 */
const ROLES = ['nyc', 'nks', 'me', 'cha', 'nkt', 'cbs', 'chong', 'vo']

interface Module {
  name: string
  /** What cannot be missing; the contract publishes no list, this is what the entry in the register needs. */
  required: string[]
}

const REQUESTER = ['nycHoTen', 'nycSoGiayToTuyThan']
const BIRTH = ['nksHoTen', 'nksGioiTinh', 'nksNgaySinh', 'nksNoiSinh', 'meHoTen']
const DEATH = ['nktHoTen', 'nktNgayChet', 'nktNoiChet']
const MARRIAGE = ['chongHoTen', 'chongNgaySinh', 'voHoTen', 'voNgaySinh']

export const MODULES: Record<string, Module> = {
  KS: { name: 'Đăng ký khai sinh', required: [...REQUESTER, ...BIRTH] },
  KT: { name: 'Đăng ký khai tử', required: [...REQUESTER, ...DEATH] },
  KH: { name: 'Đăng ký kết hôn', required: MARRIAGE },
  XN: { name: 'Xác nhận tình trạng hôn nhân', required: REQUESTER },
  BS: { name: 'Cấp bản sao trích lục', required: [...REQUESTER, 'cbsHoTen'] },
  LTKS: { name: 'Liên thông khai sinh', required: [...REQUESTER, ...BIRTH] },
  LTKT: { name: 'Liên thông khai tử', required: [...REQUESTER, ...DEATH] },
  LTKH: { name: 'Liên thông kết hôn', required: MARRIAGE },
}

const isName = (value: unknown) =>
  typeof value === 'string' ? value.trim() !== '' : isRecord(value) && typeof value.Ten === 'string' && value.Ten !== ''

const isPlace = (value: unknown) =>
  typeof value === 'string' || (isRecord(value) && !isEmpty(value.maXa) && !isEmpty(value.quocGia))

function isDay(value: unknown): boolean {
  if (typeof value !== 'string') return false
  if (/^\d{4}$/.test(value)) return true
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(value) ?? []
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.getUTCDate() === Number(day)
}

function wrongValue(name: string, value: unknown): string | undefined {
  if (name.endsWith('HoTen') && !isName(value)) return 'sai định dạng họ tên'
  if (/Ngay(Sinh|Chet|Cap)?$/.test(name) && !isDay(value)) return 'sai định dạng ngày dd/MM/yyyy'
  if (/Noi(Sinh|Chet|CuTru)$/.test(name) && !isPlace(value)) return 'thiếu mã xã hoặc quốc gia'
  return undefined
}

/** Everything wrong with the form data of a module, as “field + reason”. */
export function wrongData(module: Module, data: Fields): string[] {
  const missing = module.required.filter((name) => isEmpty(data[name])).map((name) => `${name} không được để trống`)
  const wrong = Object.entries(data).flatMap(([name, value]) => {
    if (!ROLES.some((role) => name.startsWith(role))) return [`${name} không có trong biểu mẫu`]
    const reason = isEmpty(value) ? undefined : wrongValue(name, value)
    return reason ? [`${name} ${reason}`] : []
  })
  return [...missing, ...wrong]
}
