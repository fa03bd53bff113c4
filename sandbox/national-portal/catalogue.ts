import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { agencies } from '../staff/officers.ts'
import { isRecord } from '../web/fields.ts'
import { readIfPresent } from '../web/state.ts'

/** What a dossier is checked against. */
export interface Procedure {
  code: string
  name: string
  field: { code: string; name: string }
  publisher: { code: string; name: string }
  state: 'ACTIVE' | 'WITHDRAWN'
  result?: { code: string; name: string }
}

const JUSTICE = { code: 'G15', name: 'Bộ Tư pháp' }
const CIVIL_STATUS = { code: 'G15-TP07', name: 'Hộ tịch' }

function civilStatus(code: string, name: string, result: [string, string]): Procedure {
  const paper = { code: result[0], name: result[1] }
  return { code, name, field: CIVIL_STATUS, publisher: JUSTICE, state: 'ACTIVE', result: paper }
}

/** As the public catalogue of July 2026 names them. */
const OWN: Procedure[] = [
  civilStatus('1.004873', 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', [
    'KQ.G15.000038',
    'Giấy xác nhận tình trạng hôn nhân',
  ]),
  civilStatus('2.000635', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh', [
    'KQ.G15.000342',
    'Bản sao Trích lục hộ tịch, bản sao giấy khai sinh',
  ]),
  civilStatus('1.001193', 'Thủ tục đăng ký khai sinh', ['KQ.G15.000031', 'Giấy khai sinh']),
  civilStatus('1.000894', 'Thủ tục đăng ký kết hôn', ['KQ.G15.000032', 'Giấy chứng nhận kết hôn']),
  civilStatus('1.000656', 'Thủ tục đăng ký khai tử', ['KQ.G15.000034', 'Trích lục khai tử']),
  civilStatus('1.001022', 'Thủ tục đăng ký nhận cha, mẹ, con', [
    'KQ.G15.000033',
    'Trích lục đăng ký nhận cha, mẹ, con',
  ]),
  civilStatus('1.004884', 'Thủ tục đăng ký lại khai sinh', ['KQ.G15.000031', 'Giấy khai sinh']),
  civilStatus('1.004837', 'Thủ tục đăng ký giám hộ', ['KQ.G15.000035', 'Trích lục đăng ký giám hộ']),
]

function pair(value: unknown): { code: string; name: string } | undefined {
  if (!isRecord(value) || typeof value.code !== 'string' || typeof value.name !== 'string') return undefined
  return { code: value.code, name: value.name }
}

export function readProcedure(value: unknown): Procedure | undefined {
  const named = pair(value)
  if (!named || !isRecord(value)) return undefined
  const result = pair(Array.isArray(value.results) ? value.results[0] : value.result)
  return {
    ...named,
    field: pair(value.field) ?? { code: '', name: '' },
    publisher: pair(value.publisher) ?? { code: '', name: '' },
    state: value.state === 'WITHDRAWN' ? 'WITHDRAWN' : 'ACTIVE',
    ...(result ? { result } : {}),
  }
}

/** Procedure records lying in a folder, `{any}/procedure.json`: a portal knows the procedures that agencies offer. */
function procedureFiles(folder: string | undefined): Procedure[] {
  if (!folder) return []
  try {
    return readdirSync(folder).flatMap((name) => {
      const text = readIfPresent(join(folder, name, 'procedure.json'))
      const procedure = text === undefined ? undefined : readProcedure(JSON.parse(text))
      return procedure ? [procedure] : []
    })
  } catch {
    return []
  }
}

export type CodeRow = Record<string, string>

/** Code lists by the name in their service, `LayDanhMuc{name}`. @see contract 2.2 */
function codeLists(): Record<string, CodeRow[]> {
  const units = agencies.flatMap(({ code, name, officers }) => [
    { MADONVI: code, TENDONVI: name, CAPDONVI: '1' },
    ...[...new Set(officers.map(({ unit }) => unit))].map((unit, index) => ({
      MADONVI: `${code}.${String(index + 11)}`,
      TENDONVI: unit,
      CAPDONVI: '2',
    })),
  ])
  const rows = (kind: string, names: string[]) =>
    names.map((name, index) => ({ [`MA${kind}`]: String(index + 1), [`TEN${kind}`]: name }))
  return {
    CoQuan: units,
    LinhVuc: [{ MALINHVUC: CIVIL_STATUS.code, TENLINHVUC: CIVIL_STATUS.name, MANGANH: 'G15' }],
    TinhThanh: [{ MATINHTHANH: '99', TENTINHTHANH: 'Tỉnh Mẫu' }],
    QuanHuyen: [], // no district level since 1 July 2025
    PhuongXa: [
      { MAPHUONGXA: '99001', TENPHUONGXA: 'Xã Mẫu An', MATINHTHANH: '99' },
      { MAPHUONGXA: '99002', TENPHUONGXA: 'Xã Mẫu Sơn', MATINHTHANH: '99' },
      { MAPHUONGXA: '99003', TENPHUONGXA: 'Phường Mẫu Trung', MATINHTHANH: '99' },
    ],
    QuocGia: [
      { MAQUOCGIA: 'VN', TENQUOCGIA: 'Việt Nam' },
      { MAQUOCGIA: 'GB', TENQUOCGIA: 'Anh' },
    ],
    DanToc: rows('DANTOC', ['Kinh', 'Tày', 'Thái', 'Mông', 'Khmer', 'Dao', 'Ê Đê']),
    TonGiao: rows('TONGIAO', ['Không', 'Phật giáo', 'Công giáo', 'Tin lành']),
    GioiTinh: rows('GIOITINH', ['Nam', 'Nữ']),
    TinhTrangHonNhan: rows('TINHTRANGHONNHAN', ['Chưa kết hôn', 'Đang có vợ hoặc chồng', 'Đã ly hôn', 'Góa']),
    DoiTuong: rows('DOITUONG', ['Công dân', 'Doanh nghiệp', 'Cơ quan nhà nước', 'Tổ chức khác']),
    CapThucHien: rows('CAPTHUCHIEN', ['Cấp bộ', 'Cấp tỉnh', 'Cấp xã']),
    CanCuPhapLy: [
      { SOVANBAN: '118/2025/NĐ-CP', TENVANBAN: 'Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa' },
    ],
    LePhi: [{ MAPHILEPHI: 'LP-HT-01', TENPHILEPHI: 'Lệ phí hộ tịch', SOTIEN: '8000' }],
  }
}

/** The national catalogue as the portal holds it. It changes while agencies sleep: `put` and `putCodes`. */
export class Catalogue {
  readonly #procedures: Map<string, Procedure>
  readonly codes = codeLists()

  constructor(folder: string | undefined) {
    this.#procedures = new Map([...procedureFiles(folder), ...OWN].map((one) => [one.code, one]))
  }

  list(): Procedure[] {
    return [...this.#procedures.values()]
  }

  find(code: unknown): Procedure | undefined {
    return typeof code === 'string' ? this.#procedures.get(code) : undefined
  }

  put(procedure: Procedure): void {
    this.#procedures.set(procedure.code, procedure)
  }

  putCodes(name: string, rows: CodeRow[]): void {
    this.codes[name] = rows
  }
}
