import type { Faults } from '../faults/faults.ts'
import { credential, type Tokens } from '../lgsp/tokens.ts'
import { checkFields, type Fields, type Rule, runOn } from '../web/fields.ts'
import { type Answer, BadRequest, type Call, type Handler, json } from '../web/router.ts'
import { child, parseXml } from '../web/xml.ts'
import type { Cases } from './cases.ts'

/** What each specialised system does with a call. Envelope and paths are the sandbox's own. @see contract 3.4 */
export interface System {
  cases: Cases
  faults: Faults
}

const done = (result: unknown) => json({ error_code: '0', message: 'Thành công', result })
const refused = (message: string, result: unknown = []) => json({ error_code: '-3', message, result })
const exists = (id: string) => json({ error_code: '3', message: `Hồ sơ ${id} đã tồn tại`, result: [] })

/** Opens a case once: the same again is the same. */
function openOnce({ cases }: System, one: { id: string; status: string; body: Fields }): Answer {
  const known = cases.find(one.id)
  if (known && JSON.stringify(known.body) !== JSON.stringify(one.body)) return exists(one.id)
  if (!known) cases.open(one)
  return done({ id: one.id, status: known?.status ?? one.status })
}

const DECLARATION: Rule[] = [
  { name: 'fullName', kind: 'text', required: true },
  { name: 'birthDateStr', kind: 'pattern', required: true, pattern: /^\d{2}\/\d{2}\/\d{4}$/, like: 'dd/MM/yyyy' },
  { name: 'genderId', kind: 'code', required: true, codes: ['1', '2'] },
  { name: 'idTypeId', kind: 'number', required: true },
  { name: 'identifyNo', kind: 'text', required: true },
  { name: 'reRegionId', kind: 'text' },
  { name: 'rtRegionId', kind: 'text' },
  { name: 'purpose', kind: 'text', required: true },
  { name: 'requestQty', kind: 'number', required: true },
]

const RESIDENCE: Rule[] = [
  { name: 'fromDateStr', kind: 'text', required: true },
  { name: 'toDateStr', kind: 'text' },
  { name: 'residencePlace', kind: 'text', required: true },
  { name: 'jobName', kind: 'text' },
  { name: 'workPlace', kind: 'text' },
]

const CRIMINAL_RECORD: Rule[] = [
  { name: 'maHoSo', kind: 'text', required: true },
  { name: 'declarationForm', kind: 'object', required: true, inside: DECLARATION },
  { name: 'residenceForm', kind: 'list', required: true, inside: RESIDENCE },
  { name: 'mandatorForm', kind: 'object' },
]

/** A declaration, or what was missing in one: a supplement is taken only while status is 5. */
export function criminalRecord(system: System): Handler {
  return async (call) => {
    const body = await call.json()
    const fault = system.faults.take('criminal-record', ['refuse', 'refuse-field'], call.url.pathname)
    if (fault?.kind === 'refuse') return json({ error_code: '3', message: 'Ngoài giờ tiếp nhận', result: [] })
    const reasons = fault
      ? [{ field: 'residenceForm[0].toDateStr', reason: 'không liên tục' }]
      : checkFields(body, CRIMINAL_RECORD)
    if (reasons.length > 0) return refused(runOn(reasons), reasons)
    const id = String(body.maHoSo)
    if (call.method !== 'PUT') return openOnce(system, { id, status: '1', body })

    const known = system.cases.find(id)
    if (known?.status !== '5') return refused('Chỉ nhận bổ sung khi trạng thái là 5')
    system.cases.move(known, { status: '1', note: 'Đã bổ sung' })
    return done({ id, status: '1' })
  }
}

const PARCEL: Rule[] = [
  { name: 'SoThuTuThua', kind: 'text', required: true },
  { name: 'SoHieuBanDo', kind: 'text', required: true },
  { name: 'DienTich', kind: 'number', required: true },
  { name: 'DiaChiChiTiet', kind: 'text' },
]

const LAND_PAPER: Rule[] = [
  { name: 'TenGiayTo', kind: 'text', required: true },
  { name: 'SoBanChinh', kind: 'number' },
  { name: 'SoBanSao', kind: 'number' },
  { name: 'TapTin', kind: 'object', inside: [{ name: 'name', kind: 'text', required: true }] },
]

const LAND: Rule[] = [
  { name: 'SoBienNhan', kind: 'text', required: true },
  { name: 'MaHoSoMotCua', kind: 'text', required: true },
  { name: 'TinhId', kind: 'text', required: true },
  { name: 'XaId', kind: 'text', required: true },
  { name: 'NguoiTiepNhan', kind: 'text', required: true },
  { name: 'NgayTiepNhan', kind: 'text', required: true },
  { name: 'NgayHenTra', kind: 'text', required: true },
  { name: 'ThongTinNguoiNopDon', kind: 'object', required: true },
  {
    name: 'ThongTinQuyTrinh',
    kind: 'object',
    required: true,
    inside: [
      { name: 'MaQuyTrinh', kind: 'text', required: true },
      { name: 'TenQuyTrinh', kind: 'text' },
    ],
  },
  { name: 'ThongTinThuaDat', kind: 'list', required: true, inside: PARCEL },
  { name: 'DanhSachGiayToDinhKem', kind: 'list', inside: LAND_PAPER },
]

const LAND_ACCOUNT = { username: 'motcua', password: 'sandbox-land-password' }

/** OAuth password grant. */
export function landToken(tokens: Tokens): Handler {
  return async (call) => {
    const form = await call.form()
    const isKnown =
      form.get('grant_type') === 'password' &&
      form.get('username') === LAND_ACCOUNT.username &&
      form.get('password') === LAND_ACCOUNT.password
    if (!isKnown) return json({ error: 'invalid_grant' }, 400)
    return json({ access_token: tokens.issue(), token_type: 'bearer', expires_in: tokens.life })
  }
}

export function landGuard(system: System, tokens: Tokens, handler: Handler): Handler {
  return (call) => {
    if (system.faults.take('land', ['session-expired'], call.url.pathname)) tokens.endAll()
    if (!tokens.isOpen(credential(call.headers.authorization, 'bearer'))) return json({ error: 'invalid_token' }, 401)
    if (system.faults.take('land', ['refuse'], call.url.pathname)) return refused('Thửa đất đang có giao dịch khác')
    return handler(call)
  }
}

export function landDossier(system: System): Handler {
  return async (call) => {
    const body = await call.json()
    const reasons = checkFields(body, LAND)
    if (reasons.length > 0) return refused(runOn(reasons), reasons)
    return openOnce(system, { id: String(body.SoBienNhan), status: '1', body })
  }
}

/** Where a land dossier stands; from status 6 on with its tax notice. */
export function landStatus({ cases }: System): Handler {
  return ({ params }) => {
    const one = cases.find(params.id)
    if (!one) return refused('Không có hồ sơ này')
    const notice = { SoThongBao: `TB-${one.id}`, SoTien: 150_000, NoiDung: 'Lệ phí trước bạ' }
    const taxed = Number(one.status) >= 6 ? { DanhSachThongBaoThue: [notice] } : {}
    return done({ SoBienNhan: one.id, MaHoSoMotCua: one.body.MaHoSoMotCua, TrangThai: one.status, ...taxed })
  }
}

const SOCIAL: Rule[] = [
  { name: 'MaHoSo', kind: 'text', required: true },
  { name: 'MaTTHC', kind: 'text', required: true },
  { name: 'ChuHoSo', kind: 'text', required: true },
  { name: 'NgayTiepNhan', kind: 'stamp', required: true },
  { name: 'NgayHenTra', kind: 'stamp' },
  { name: 'TrangThaiHoSo', kind: 'number', required: true },
  { name: 'ExtentData', kind: 'text', required: true },
]

/** A flat record with the national portal's names, and its papers as XML in `ExtentData`. */
export function socialAssistance(system: System): Handler {
  return async (call: Call) => {
    const body = await call.json()
    if (system.faults.take('social-assistance', ['refuse'], call.url.pathname)) return refused('Đối tượng đang hưởng')
    const reasons = checkFields(body, SOCIAL)
    if (reasons.length > 0) return refused(runOn(reasons), reasons)
    try {
      const papers = parseXml(String(body.ExtentData))
      if (papers.children.length === 0 && !child(papers, 'Attachment')) return refused('ExtentData: không có giấy tờ')
    } catch (error) {
      if (error instanceof BadRequest) return refused(`ExtentData: ${error.message}`)
      throw error
    }
    return openOnce(system, { id: String(body.MaHoSo), status: '1', body })
  }
}

const LICENCE_PAPERS = [{ MaGiayTo: 'GPLX-01', TenGiayTo: 'Giấy phép lái xe cũ' }]

/** DanhSachHoSo, TraCuuHoSo, LayTaiLieuHoSo: the agency pulls. */
export function drivingLicence({ cases, faults }: System): Handler {
  return async (call) => {
    const { mahoso } = await call.json()
    if (faults.take('driving-licence', ['refuse'], call.url.pathname)) return refused('Không có quyền')
    const service = call.params.service
    if (service === 'DanhSachHoSo') {
      return done(
        cases.list().map(({ id, status, createdAt }) => ({ MaHoSo: id, TrangThai: status, NgayNop: createdAt })),
      )
    }
    const one = cases.find(mahoso)
    if (!one) return refused('Không có hồ sơ này')
    if (service === 'TraCuuHoSo') return done({ ...one.body, MaHoSo: one.id, TrangThai: one.status })
    return service === 'LayTaiLieuHoSo' ? done(LICENCE_PAPERS) : refused('Không có dịch vụ này')
  }
}
