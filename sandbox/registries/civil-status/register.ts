import { createHash } from 'node:crypto'
import type { Faults } from '../../faults/faults.ts'
import { checkFields, type Fields, isRecord, type Rule } from '../../web/fields.ts'
import { type Answer, type Call, json } from '../../web/router.ts'
import type { Case, Cases } from '../cases.ts'
import { MODULES, wrongData } from './modules.ts'

export const RESULT_STATUSES = { 1: 'Chờ xử lý', 2: 'Yêu cầu bổ sung', 3: 'Đang xử lý', 4: 'Có kết quả', 6: 'Từ chối' }

const FILE: Rule[] = [
  { name: 'id', kind: 'text' },
  { name: 'loaiGiayTo', kind: 'text' },
  { name: 'tenGiayTo', kind: 'text', required: true },
  { name: 'tenTepDinhKem', kind: 'text', required: true },
  { name: 'huyGiayTo', kind: 'flag' },
  { name: 'duLieuTepDinhKem', kind: 'pattern', pattern: /^[A-Za-z0-9+/]*={0,2}$/, like: 'base64' },
]

const REGISTRATION: Rule[] = [
  { name: 'maHoSoMCDT', kind: 'text', required: true },
  { name: 'maHoSoLT', kind: 'text' },
  { name: 'module', kind: 'code', required: true, codes: Object.keys(MODULES) },
  { name: 'ngayTiepNhan', kind: 'pattern', required: true, pattern: /^\d{2}\/\d{2}\/\d{4}$/, like: 'dd/MM/yyyy' },
  { name: 'maDonVi', kind: 'pattern', required: true, pattern: /^\d{5}$/, like: 'mã xã 5 chữ số' },
  { name: 'data', kind: 'text', required: true },
  { name: 'fileDinhKem', kind: 'list', inside: FILE },
]

const print = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** One run-on text of “field + reason”, with no field apart. */
function refused(reasons: string[]): Answer {
  return json({ statusCode: 0, message: reasons.join(' '), value: null })
}

function dataOf(body: Fields): Fields | undefined {
  try {
    const data: unknown = JSON.parse(String(body.data))
    return isRecord(data) ? data : undefined
  } catch {
    return undefined
  }
}

function wrongRegistration(body: Fields): string[] {
  const shape = checkFields(body, REGISTRATION).map(({ field, reason }) => `${field} ${reason}`)
  const module = MODULES[String(body.module)]
  if (!module || shape.length > 0) return shape
  const data = dataOf(body)
  return data ? wrongData(module, data) : ['data phải là chuỗi JSON của một đối tượng']
}

/** Takes a registration in. The same again is the same; other content under the same code is refused. */
export async function registerEvent(call: Call, cases: Cases, faults: Faults): Promise<Answer> {
  const body = await call.json()
  const fault = faults.take('civil-status', ['refuse', 'refuse-field'], call.url.pathname)
  if (fault?.kind === 'refuse') return refused(['Phần mềm hộ tịch đang khóa sổ cuối ngày'])
  const reasons = fault ? ['nycNoiCuTru thiếu mã xã nksDanToc không có trong danh mục'] : wrongRegistration(body)
  if (reasons.length > 0) return refused(reasons)
  const id = `${String(body.maHoSoMCDT)} ${String(body.module)}`
  const known = cases.find(id)
  if (known && known.body.print !== print(body)) return refused([`maHoSoMCDT ${String(body.maHoSoMCDT)} đã tồn tại`])
  if (!known) cases.open({ id, status: '1', body: { ...body, fileDinhKem: undefined, print: print(body) } })
  return json({ statusCode: 1, message: 'Thành công', value: { maHoSoMCDT: body.maHoSoMCDT, maHoSoLT: body.maHoSoLT } })
}

const NEXT: Record<string, string> = { 1: '3', 3: '4' }

function shown({ body, status, history, answer }: Case) {
  return {
    ...{ maHoSoLT: body.maHoSoLT ?? '', maHoSoMCDT: body.maHoSoMCDT, trangThai: Number(status) },
    ...{ thoiGianThucHien: history.at(-1)?.at, ghiChu: history.at(-1)?.note, nguoiXuLy: 'Lò Thị Mẩu' },
    ...{ chucDanh: 'Công chức tư pháp - hộ tịch', phongBanXuLy: 'UBND xã Mẫu An', hanBoSungHoSo: '' },
    ...{ ketQuaXuLy: answer.ketQuaXuLy ?? '', noiDungXuLy: RESULT_STATUSES[status as '1'] ?? '' },
  }
}

/** Answers where dossiers stand; each asking lets one that waits go a step further: 1, 3, 4. */
export async function pollResults(call: Call, cases: Cases): Promise<Answer> {
  const { maTinh, maDinhDanhHoSo, module } = await call.json()
  if (typeof maTinh !== 'string' || !Array.isArray(maDinhDanhHoSo) || typeof module !== 'string') {
    return refused(['maTinh, maDinhDanhHoSo, module không được để trống'])
  }
  const found = maDinhDanhHoSo.flatMap((code) => cases.find(`${String(code)} ${module}`) ?? [])
  const value = found.map(shown)
  for (const one of found) {
    const status = NEXT[one.status]
    const ketQuaXuLy = `Số ${one.id.slice(-8)}/2026`
    if (status) cases.move(one, { status, answer: status === '4' ? { ketQuaXuLy } : {} })
  }
  return json({ statusCode: 1, message: 'Thành công', value })
}
