import type { Faults } from '../../faults/faults.ts'
import { credential, Tokens } from '../../lgsp/tokens.ts'
import { checkFields, type Fields, type Rule, runOn } from '../../web/fields.ts'
import { type Answer, type Call, type Handler, json, type Router } from '../../web/router.ts'
import type { Case, Cases } from '../cases.ts'

export const STEPS = {
  0: 'Mới, chưa lấy về',
  1: 'Đã tiếp nhận',
  2: 'Yêu cầu bổ sung',
  3: 'Đủ điều kiện',
  4: 'Đã đăng ký',
  5: 'Đã trả kết quả',
  6: 'Từ chối',
  7: 'Chuyển công chức tư pháp',
}

/** 1 received → 3 eligible → 7 sent to the justice officer → 4 registered → 5 returned. @see contract 3.4 */
const ORDER = ['1', '3', '7', '4', '5']
const ACCOUNT = { userName: 'motcua', password: 'sandbox-interlinked-password' }

/** The steps that must come first and have not. */
export function missingBefore(status: string, told: readonly string[]): string[] {
  const place = ORDER.indexOf(status)
  if (place >= 0) return ORDER.slice(0, place).filter((step) => !told.includes(step))
  return told.includes('1') ? [] : ['1'] // 2 supplement and 6 refusal need the receipt only
}

const STATUS: Rule[] = [
  { name: 'maTTHC', kind: 'text', required: true },
  { name: 'soHoSoLT', kind: 'text' },
  { name: 'coQuanXuLy', kind: 'text', required: true },
  { name: 'maHoSo', kind: 'text', required: true },
  { name: 'trangThai', kind: 'code', required: true, codes: ['1', '2', '3', '4', '5', '6', '7'] },
  { name: 'thoiGianThucHien', kind: 'text', required: true },
  { name: 'ghiChu', kind: 'text' },
  { name: 'ketQuaXuLy', kind: 'text' },
  { name: 'nguoiXuLy', kind: 'text', required: true },
  { name: 'chucDanh', kind: 'text' },
  { name: 'phongBanXuLy', kind: 'text' },
  { name: 'noiDungXuLy', kind: 'text' },
  { name: 'ngayBatDau', kind: 'text' },
  { name: 'ngayKetThucTheoQuyDinh', kind: 'text' },
  { name: 'ngayHenTraTruoc', kind: 'text' },
  { name: 'ngayHenTraMoi', kind: 'text' },
  { name: 'hanBoSungHoSo', kind: 'text' },
]

const done = (value: unknown) => json({ statusCode: 1, message: 'Thành công', value })
const refused = (message: string) => json({ statusCode: 0, message, value: null })

function toldOf({ history }: Case): string[] {
  return history.map(({ status }) => status).filter((status) => status !== '0')
}

function takeStatus(body: Fields, cases: Cases): Answer {
  const reasons = checkFields(body, STATUS)
  if (reasons.length > 0) return refused(runOn(reasons))
  const one = cases.find(body.maHoSo)
  if (!one) return refused(`Không có hồ sơ ${String(body.maHoSo)}`)
  const [status, told] = [String(body.trangThai), toldOf(one)]
  if (one.status === '5' || one.status === '6') return refused(`Hồ sơ đã kết thúc ở trạng thái ${one.status}`)
  const missing = missingBefore(status, told)
  if (missing.length > 0) return refused(`Thiếu trạng thái ${missing.join(', ')} trước trạng thái ${status}`)
  if (ORDER.includes(status) && told.includes(status)) return refused(`Trạng thái ${status} đã có`)
  cases.move(one, { status, note: String(body.noiDungXuLy ?? ''), answer: body })
  return done({ maHoSo: body.maHoSo, trangThai: status })
}

export interface InterlinkedParts {
  cases: Cases
  faults: Faults
  sessionLife: number
  kept: (handler: Handler) => Handler
}

function tokenRoutes(router: Router, { kept, sessionLife }: InterlinkedParts): Tokens {
  const access = new Tokens(sessionLife)
  const refresh = new Tokens(10 * sessionLife)
  const grant = () =>
    json({ token: access.issue(), refreshToken: refresh.issue(), refreshTokenExpiryTime: refresh.expiryDate })
  router.on(
    'POST',
    '/registries/interlinked/token',
    kept(async (call) => {
      const asked = await call.json()
      const isKnown = asked.userName === ACCOUNT.userName && asked.password === ACCOUNT.password
      return isKnown || refresh.use(asked.refreshToken as string | undefined)
        ? grant()
        : json({ message: 'Unauthorized' }, 401)
    }),
  )
  return access
}

/** Birth and death services of several agencies at once: pulled by the agency, then told step by step. */
export function interlinkedRoutes(router: Router, parts: InterlinkedParts): void {
  const { cases, faults, kept } = parts
  const access = tokenRoutes(router, parts)
  const guarded = (handler: Handler): Handler =>
    kept((call: Call) => {
      if (faults.take('interlinked', ['session-expired'], call.url.pathname)) access.endAll()
      if (!access.isOpen(credential(call.headers.authorization, 'bearer')))
        return json({ message: 'Unauthorized' }, 401)
      if (faults.take('interlinked', ['refuse'], call.url.pathname)) return refused('Hệ thống đang bảo trì dữ liệu')
      return handler(call)
    })

  router.on(
    'GET',
    '/registries/interlinked/hoSo',
    guarded(({ url }) => {
      const module = url.searchParams.get('module')
      const waiting = cases.list().filter(({ status, body }) => status === '0' && (!module || body.module === module))
      return done(waiting.map(({ id, body }) => ({ maHoSo: id, module: body.module, ngayTiepNhan: body.ngayTiepNhan })))
    }),
  )
  router.on(
    'GET',
    '/registries/interlinked/hoSo/:id',
    guarded(({ params }) => {
      const one = cases.find(params.id)
      return one ? done({ ...one.body, maHoSo: one.id }) : refused('Không có hồ sơ này')
    }),
  )
  router.on(
    'PUT',
    '/registries/interlinked/hoSo/:id/daNhan',
    guarded(({ params }) => {
      const one = cases.find(params.id)
      if (!one) return refused('Không có hồ sơ này')
      if (one.status === '0') cases.move(one, { status: '1', note: 'Đã lấy về' })
      return done({ maHoSo: one.id })
    }),
  )
  router.on(
    'POST',
    '/registries/interlinked/trangThai',
    guarded(async (call) => takeStatus(await call.json(), cases)),
  )
}

const SUBJECTS = {
  LTKS: { nycHoTen: 'Nguyễn Thị An', nksHoTen: 'Đỗ Minh Mới', nksGioiTinh: '2', nksNgaySinh: '20/11/2026' },
  LTKT: { nycHoTen: 'Trần Văn Cụ', nktHoTen: 'Nguyễn Thị Hai', nktNgayChet: '15/11/2026' },
}

/** A dossier somebody filed at the interlinked portal, whose codes have six digits at the end. @see contract 2.1 */
export function fileInterlinked(cases: Cases, module: 'LTKS' | 'LTKT'): Case {
  const tail = String(cases.list().length + 1).padStart(6, '0')
  const body = {
    ...{ maDonVi: '99001', maTTHC: module === 'LTKS' ? '2.002621' : '2.002622', module, techId: 'SANDBOX-P-0001' },
    ...{ ngayTiepNhan: '25/11/2026', data: JSON.stringify(SUBJECTS[module]), fileDinhKem: [] },
  }
  return cases.open({ id: `G22.99.12-261125-${tail}`, status: '0', body })
}
