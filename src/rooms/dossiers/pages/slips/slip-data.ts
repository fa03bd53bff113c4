import { dayOf, timeOf, toLocal } from '#kernel/local-date.ts'
import { formatDate, formatMoney } from '#platform/i18n/index.ts'
import type {
  ReceiptData,
  RefusalData,
  SlipHead,
  SlipPaper,
  SlipPerson,
  SupplementRequestData,
} from '#platform/pdf/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import { deadlineWords, type Explanation, parseLimit, sayLimit } from '#rooms/deadlines/index.ts'
import type { FeeNotice } from '#rooms/forms/index.ts'
import { type Dossier, type Party, refOf } from '../../dossier.ts'
import type { ListedPaper, Receipt, Refusal, SupplementRequest } from '../../slips.ts'

/*
 * Slips are official papers, so their words are Vietnamese whatever the page's language.
 * @see Circular 03/2025/TT-VPCP, Appendix I, forms 01 to 03
 */

export interface SlipSource {
  dossier: Dossier
  /** Where it was received, and what that unit belongs to. */
  unit: Unit
  parent: Unit | undefined
  fees: FeeNotice
  explanation: Explanation | undefined
  hotline: string
  /** `http://dichvucong.tinhmau.localhost:8080` */
  origin: string
}

const KINDS: Record<ListedPaper['kind'], string> = {
  original: 'Bản chính',
  'certified-copy': 'Bản sao chứng thực',
  copy: 'Bản chụp',
  electronic: 'Điện tử',
}

const DELIVERIES = {
  electronic: 'Bản điện tử',
  counter: 'Bản giấy, tại nơi tiếp nhận',
  post: 'Bản giấy, qua bưu chính',
}

const CENTRE = 'Trung tâm Phục vụ hành chính công'
const COMMITTEE = 'Ủy ban nhân dân'

/** `xã Mẫu An` of a commune's committee; undefined for other units. */
function communeOf({ kind, name }: Unit): string | undefined {
  return kind === 'commune' ? name.vi.replace(new RegExp(`^${COMMITTEE} `), '') : undefined
}

function short(name: string): string {
  return name.replace(COMMITTEE, 'UBND')
}

/** `Mẫu An` of `xã Mẫu An`, `Mẫu` of `tỉnh Mẫu`: the place at which a paper is made. */
function placeOf(name: string): string {
  return name.replace(/^(?:xã|phường|đặc khu|tỉnh|thành phố|bộ)\s+/i, '')
}

function headOf({ unit, parent }: SlipSource, of: { number: string; at: Date }): SlipHead {
  const commune = communeOf(unit)
  const issued = { number: of.number, issuedOn: dayOf(toLocal(of.at)) }
  if (commune) return { parentAgency: short(unit.name.vi), unit: CENTRE, place: placeOf(commune), ...issued }
  const above = parent ?? unit
  const parentAgency = parent ? short(parent.name.vi) : undefined
  return { ...(parentAgency ? { parentAgency } : {}), unit: unit.name.vi, place: placeOf(above.name.vi), ...issued }
}

/** Without members that are undefined: the print takes those for given. */
function given<T extends object>(data: T): T {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T
}

function personOf({ name, identityNumber, address, phone, email }: Party): SlipPerson {
  return given({ name, idNumber: identityNumber, address, phone, email })
}

function papersOf(papers: readonly ListedPaper[]): SlipPaper[] {
  return papers.map(({ name, kind, copies }) => ({ name, kind: KINDS[kind], copies }))
}

/** What every slip of this room says. */
function common(source: SlipSource, of: { officerName: string; at: Date; foot: string }) {
  const { dossier, origin } = source
  const same = JSON.stringify(dossier.owner) === JSON.stringify(dossier.applicant)
  return {
    dossierCode: refOf(dossier),
    applicant: personOf(dossier.applicant),
    owner: same ? 'Như người nộp' : dossier.owner.name,
    procedure: `${dossier.procedureName.vi} (${dossier.procedureCode})`,
    officer: of.officerName,
    ...(dossier.channel === 'online' ? { applicantSigns: 'Xác thực bằng VNeID' } : {}),
    officerSigns: `Lập trên hệ thống lúc ${timeOf(toLocal(of.at))}, ${formatDate(of.at)}`,
    foot: `${of.foot} Hỏi: ${source.hotline}.`,
    verifyUrl: `${origin}/track/${refOf(dossier)}`,
  }
}

const SCAN = 'Quét mã để xem hồ sơ đang ở đâu.'
const MOST_DAYS = 7

/** `Vì sao hẹn ngày 25/11: đếm 20/11, 23/11, 25/11.` Left out where the days would fill the paper. */
function whyThisDay(explanation: Explanation | undefined): string {
  const counted = explanation?.steps.filter((step) => step.counted && step.ordinal !== undefined) ?? []
  if (!explanation?.dueOn || counted.length === 0 || counted.length > MOST_DAYS) return SCAN
  const days = counted.map(({ date }) => formatDate(date).slice(0, 5)).join(', ')
  return `${SCAN} Vì sao hẹn ngày ${formatDate(explanation.dueOn).slice(0, 5)}: đếm ${days}.`
}

function feesIn({ total, lines, unset }: FeeNotice): string {
  if (unset.length > 0) return 'Theo thông báo của cơ quan'
  return lines.length === 0 || total === 0 ? 'Không thu' : formatMoney(total)
}

function number(of: number, mark: string): string {
  return `${String(of).padStart(4, '0')}/${mark}`
}

/** What a slip of another room says before its own matter. `mark` stands in its number: `0007/KSGQ`. */
export function slipBase(source: SlipSource, of: { mark: string; number: number; officerName: string; at: Date }) {
  return given({
    ...common(source, { officerName: of.officerName, at: of.at, foot: SCAN }),
    head: headOf(source, { number: number(of.number, of.mark), at: of.at }),
  })
}

/** Form 01. R-067 */
export function receiptData(source: SlipSource, receipt: Receipt): ReceiptData {
  const { dossier, unit, fees, explanation } = source
  const received = toLocal(receipt.receivedAt)
  const commune = communeOf(unit)
  return given({
    ...common(source, { officerName: receipt.officerName, at: receipt.receivedAt, foot: whyThisDay(explanation) }),
    dossierCode: receipt.code,
    head: headOf(source, { number: number(receipt.number, 'TNHS'), at: receipt.receivedAt }),
    documents: papersOf(receipt.documents),
    sets: 1,
    timeLimit: sayLimit(parseLimit(dossier.timeLimit), deadlineWords('vi')),
    receivedAt: received,
    dueAt: receipt.dueAt,
    returnPlace: commune ? `${CENTRE} ${commune}` : unit.name.vi,
    fees: feesIn(fees),
    delivery: DELIVERIES[dossier.resultChannel],
    register: { book: received.slice(0, 7).replace('-', '/'), entry: String(receipt.number).padStart(4, '0') },
  })
}

/** Form 02. R-077 */
export function supplementRequestData(source: SlipSource, request: SupplementRequest): SupplementRequestData {
  const { unit } = source
  return given({
    ...common(source, { officerName: request.officerName, at: request.requestedAt, foot: SCAN }),
    head: headOf(source, { number: number(request.number, 'YCBS'), at: request.requestedAt }),
    items: request.items.map(({ name, reason }) => ({ name, reason })),
    ...(request.approval ? { reason: `Yêu cầu lần ${request.number}: ${request.approval.reason}` } : {}),
    supplementBy: request.supplyBy,
    contact: [request.officerName, unit.phone].filter(Boolean).join(', '),
  })
}

/** Form 03. R-065 */
export function refusalData(source: SlipSource, refusal: Refusal): RefusalData {
  return given({
    ...common(source, { officerName: refusal.officerName, at: refusal.refusedAt, foot: SCAN }),
    head: headOf(source, { number: number(1, 'TCTN'), at: refusal.refusedAt }),
    reason: refusal.reason,
    basis: refusal.basis,
    advice: refusal.advice,
    returned: papersOf(refusal.returned),
    refusedOn: dayOf(toLocal(refusal.refusedAt)),
  })
}
