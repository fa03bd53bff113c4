import { dayOf, type LocalDate, type LocalDateTime, localDate, timeOf } from '#kernel/local-date.ts'
import { formatDate, formatWeekday } from '#platform/i18n/index.ts'
import { qrImage } from './qr.ts'
import { type RenderOptions, renderPdf } from './render.ts'

/** The letterhead of every slip. @see Decree 30/2020/NĐ-CP, Art. 8 and Appendix I */
export interface SlipHead {
  /** `UBND xã Mẫu An`; printed in capitals. */
  parentAgency?: string | undefined
  /** `Trung tâm Phục vụ hành chính công`; printed in capitals. */
  unit: string
  /** `0007/TNHS` */
  number: string
  /** `Mẫu An` */
  place: string
  issuedOn: LocalDate
}

export interface SlipPerson {
  name: string
  idNumber?: string | undefined
  address?: string | undefined
  phone?: string | undefined
  email?: string | undefined
}

export interface SlipPaper {
  name: string
  /** `Bản chính`, `Bản sao chứng thực`, `Bản chụp`, `Điện tử` */
  kind: string
  copies: number
}

interface SlipBase {
  head: SlipHead
  dossierCode: string
  applicant: SlipPerson
  /** The owner of the dossier, or `Như người nộp`. */
  owner: string
  /** `Cấp Giấy xác nhận tình trạng hôn nhân (1.004873)` */
  procedure: string
  officer: string
  /** How each side signed, when not by pen: `Xác thực bằng VNeID`, `Đã ký số lúc 8:40, 19/11/2026`. */
  applicantSigns?: string | undefined
  officerSigns?: string | undefined
  /** The small print under the comb line: how to follow the dossier, why this date, whom to ask. */
  foot?: string | undefined
  /** Where the QR code leads. */
  verifyUrl: string
}

/** Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export interface ReceiptData extends SlipBase {
  documents: SlipPaper[]
  /** Number of sets (số bộ hồ sơ). */
  sets: number
  /** `3 ngày làm việc` */
  timeLimit: string
  receivedAt: LocalDateTime
  dueAt?: LocalDateTime | undefined
  returnPlace?: string | undefined
  /** `8.000 đồng, đã nộp qua VietQR` */
  fees?: string | undefined
  /** `Bản điện tử; bản giấy tại quầy` */
  delivery: string
  register?: { book: string; entry: string } | undefined
}

/** Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
export interface SupplementRequestData extends SlipBase {
  items: { name: string; reason: string; copies?: number | undefined }[]
  reason?: string | undefined
  basis?: string | undefined
  supplementBy?: LocalDateTime | LocalDate | undefined
  /** Officer and telephone number for questions. */
  contact: string
}

/** Form 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
export interface RefusalData extends SlipBase {
  reason: string
  /** The article that the refusal stands on. */
  basis: string
  /** What the person can do now. */
  advice?: string | undefined
  returned: SlipPaper[]
  refusedOn: LocalDate
}

/** One passing on of the dossier, as form 06 lists it. Times are `08:40, 19/11/2026`. */
export interface HandoverRow {
  /** Who gave it, and from which unit. */
  from: string
  handedAt: string
  /** Who took it; the unit alone while nobody has. */
  to: string
  receivedAt?: string | undefined
  /** `Đúng hạn`, `Đang giải quyết` */
  outcome: string
  note?: string | undefined
}

/** Form 06, Phiếu kiểm soát quá trình giải quyết hồ sơ. */
export interface ControlSlipData extends SlipBase {
  receivedAt: LocalDateTime
  timeLimit: string
  dueAt?: LocalDateTime | undefined
  rows: HandoverRow[]
}

export interface SlipData {
  receipt: ReceiptData
  'supplement-request': SupplementRequestData
  refusal: RefusalData
  'control-slip': ControlSlipData
}

/**
 * The printed face of a slip, A5, in the layout of administrative papers.
 * @see Circular 03/2025/TT-VPCP, Appendix I; Decree 30/2020/NĐ-CP, Art. 8–9
 */
export async function renderSlip<K extends keyof SlipData>(
  kind: K,
  data: SlipData[K],
  options: RenderOptions = {},
): Promise<Buffer> {
  const { verifyUrl, ...shown } = data
  const qr = await qrImage(verifyUrl, `Mã QR để kiểm tra giấy này: ${verifyUrl}`)
  return renderPdf(`slips/${kind}`, { ...slipWords(shown), qr }, options)
}

// Templates read every name they know, so what is not given is sent as null.
const OPTIONAL = {
  ...{ dueAt: null, returnPlace: null, fees: null, register: null, supplementBy: null, reason: null, basis: null },
  ...{ advice: null, applicantSigns: null, officerSigns: null, foot: null },
}
const NO_CONTACT = { idNumber: null, address: null, phone: null, email: null }

function slipWords(data: Omit<SlipData[keyof SlipData], 'verifyUrl'>): object {
  const times = data as Partial<ReceiptData & SupplementRequestData & RefusalData>
  return {
    ...OPTIONAL,
    ...data,
    head: headWords(data.head),
    applicant: { ...NO_CONTACT, ...data.applicant },
    ...(times.dueAt && { dueAt: momentWords(times.dueAt) }),
    ...(times.receivedAt && { receivedAt: hourWords(times.receivedAt) }),
    ...(times.supplementBy && { supplementBy: momentWords(times.supplementBy) }),
    ...(times.refusedOn && { refusedOn: formatDate(times.refusedOn) }),
    ...(times.register && { register: `Quyển số ${times.register.book}, số thứ tự ${times.register.entry}` }),
    ...('rows' in data && {
      rows: (data as ControlSlipData).rows.map((row) => ({ receivedAt: null, note: null, ...row })),
    }),
    ...('items' in data && {
      items: (data as SupplementRequestData).items.map((item) => ({ copies: null, ...item })),
    }),
  }
}

/** What the templates' `letterhead` reads. */
export function headWords(head: SlipHead): object {
  return { parentAgency: null, ...head, date: longDate(head.issuedOn) }
}

/** `ngày 05 tháng 02 năm 2026`: below 10, and for January and February, with a zero. @see Decree 30/2020/NĐ-CP, Appendix I, II.4 */
export function longDate(date: LocalDate): string {
  const [year, month = '', day = ''] = date.split('-')
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/** `17:00, thứ Tư, 25/11/2026`, or without the hour. */
function momentWords(moment: LocalDateTime | LocalDate): string {
  const day = localDate(moment.slice(0, 10))
  const weekday = formatWeekday(day, 'vi').replace(/^T/, 't').replace(/^C/, 'c')
  const words = `${weekday}, ${formatDate(day)}`
  return moment.length > 10 ? `${timeOf(moment as LocalDateTime)}, ${words}` : words
}

/** `8 giờ 40 phút, 19/11/2026` */
function hourWords(moment: LocalDateTime): string {
  const [hour, minute] = timeOf(moment).split(':').map(Number)
  return `${hour} giờ ${String(minute).padStart(2, '0')} phút, ${formatDate(dayOf(moment))}`
}
