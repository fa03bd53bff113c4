import { holds, type Role, type Viewer } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import type { Frame, MenuItem } from '#platform/html/frame.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { getUnit, type Unit } from '#rooms/agencies/index.ts'
import { canLook } from '#rooms/exchange/index.ts'
import { answersPeople } from '#rooms/feedback/index.ts'
import { canLead } from '#rooms/reporting/index.ts'

const PUBLIC: readonly MenuItem[] = [
  { href: '/', label: { vi: 'Trang chủ', en: 'Home' }, wideOnly: true },
  { href: '/procedures', label: { vi: 'Thủ tục', en: 'Services' } },
  { href: '/track', label: { vi: 'Tra cứu hồ sơ', en: 'Track' } },
  { href: '/my', label: { vi: 'Trang của tôi', en: 'My page' } },
  { href: '/verify', label: { vi: 'Xác minh giấy tờ', en: 'Verify a document' }, wideOnly: true },
  { href: '/statistics', label: { vi: 'Số liệu', en: 'Figures' }, wideOnly: true },
  { href: '/help', label: { vi: 'Trợ giúp', en: 'Help' }, wideOnly: true },
]

const DESK: readonly MenuItem[] = [
  { href: '/desk', label: { vi: 'Hàng việc', en: 'Queue' } },
  { href: '/desk/register', label: { vi: 'Sổ theo dõi', en: 'Register' } },
]

/** For those at a desk. On a phone the button on the queue leads there. */
const COUNTER: MenuItem = { href: '/desk/counter', label: { vi: 'Nhận tại quầy', en: 'Counter' }, wideOnly: true }

/** What goes to people by post. */
const POST: MenuItem = { href: '/desk/post', label: { vi: 'Bưu gửi', en: 'Post' }, wideOnly: true }

/** What people ask and reflect. */
const PEOPLE: MenuItem = { href: '/desk/questions', label: { vi: 'Hỏi đáp', en: 'Questions' }, wideOnly: true }

/** For those who answer for others’ work. */
const BOARD: MenuItem = { href: '/desk/board', label: { vi: 'Bảng điều hành', en: 'Board' }, wideOnly: true }

const MANAGE: readonly MenuItem[] = [
  { href: '/manage', label: { vi: 'Quản trị', en: 'Administration' } },
  { href: '/manage/connections', label: { vi: 'Kết nối', en: 'Connections' }, wideOnly: true },
  { href: '/manage/exchange', label: { vi: 'Sổ gửi nhận', en: 'Ledger' }, wideOnly: true },
]

/** Those who draw up, appraise, sign and allocate; others have no plan to look at. */
const FUNDERS: readonly Role[] = ['case-officer', 'approver', 'supervisor', 'administrator']
const FUNDING: MenuItem = { href: '/manage/funding-plans', label: { vi: 'Kinh phí', en: 'Funding' } }

/** The menu of each area: five links at most, three on phones. The way to the rooms of administrators is theirs alone. */
export function menuOf(area: Frame['area'], viewer: Viewer | undefined): readonly MenuItem[] {
  if (area === 'public') return PUBLIC
  if (viewer?.kind !== 'officer') return DESK
  const funding = FUNDERS.some((role) => holds(viewer, role)) ? [FUNDING] : []
  const board = canLead(viewer) === true ? [BOARD] : []
  const people = answersPeople(viewer) ? [PEOPLE] : []
  const desk = [...DESK, ...(holds(viewer, 'desk-officer') ? [COUNTER, POST] : []), ...people, ...board]
  if (canLook(viewer) !== true) return [...desk, ...funding]
  const wide = funding.map((item) => ({ ...item, wideOnly: true }))
  return area === 'manage'
    ? [...DESK.slice(0, 1), ...MANAGE, ...wide]
    : [...DESK, ...people, ...board, ...MANAGE.slice(0, 1), ...wide]
}

/** Names of units by id: a unit that is renamed is another unit, with its own dates. */
const places = new Map<string, Bilingual>()

/** The place of this viewer's first appointment. Undefined for citizens, and for one who is appointed nowhere. */
export function placeOf(viewer: Viewer): Bilingual | undefined {
  const unitId = viewer.kind === 'officer' ? viewer.appointments[0]?.unitId : undefined
  return unitId === undefined ? undefined : places.get(unitId)
}

/** Sees to it that `placeOf` knows this viewer's place: one look at the first request, none afterwards. */
export async function learnPlaces(viewer: Viewer | undefined): Promise<Viewer | undefined> {
  const unitId = viewer?.kind === 'officer' ? viewer.appointments[0]?.unitId : undefined
  if (viewer && unitId !== undefined && !places.has(unitId)) {
    places.set(unitId, sayPlace(await read(viewer.agencyId, (tx) => getUnit(tx, unitId))))
  }
  return viewer
}

/** A commune's people work at its one-stop desk: “Một cửa xã Mẫu An”. Other units bear their own name. */
function sayPlace({ kind, name }: Unit): Bilingual {
  if (kind !== 'commune') return name
  return {
    vi: name.vi.replace(/^Ủy ban nhân dân /, 'Một cửa '),
    en: name.en.replace(/^People’s Committee of /, 'One-stop desk, '),
  }
}
