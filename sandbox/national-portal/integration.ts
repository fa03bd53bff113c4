import type { Faults } from '../faults/faults.ts'
import { checkFields, type Fields, isEmpty, isRecord, type Reason, type Rule } from '../web/fields.ts'
import type { Answer } from '../web/router.ts'
import { checkDossier, checkProgress, DOSSIER_CODE } from './dossier-fields.ts'
import { businessError, done, fieldErrors, unreadable } from './envelope.ts'
import type { Holdings, Question } from './holdings.ts'
import { canonicalAgency, speaksFor } from './sessions.ts'
import { comesTooEarly, mayFollow } from './status.ts'

export interface Asked {
  madonvi: string
  body: Fields
}

type Service = (asked: Asked) => Answer

const LONGEST_BATCH = 10

function itemsOf({ data }: Fields): Fields[] | undefined {
  const list = Array.isArray(data) ? data : [data]
  return list.length > 0 && list.every(isRecord) ? list : undefined
}

/** The services agencies push to. Of one call everything is done or nothing. @see contract 2.2 */
export class Integration {
  readonly #holdings: Holdings
  readonly #faults: Faults
  readonly services: Record<string, Service> = {
    DongBoHoSoMC: (asked) => this.#dossiers(asked),
    CapNhatTienDoHoSoMC: (asked) => this.#progress(asked),
    DongBoTrangThaiHoSo: (asked) => this.#bornStatus(asked),
    DongBoHoiDap: (asked) => this.#publishQuestions(asked),
    DongBoKetQuaHoiDapGuiTuDVCQG: (asked) => this.#answerQuestions(asked),
    DongBoDanhGia: (asked) => this.#ratings(asked),
  }

  constructor(holdings: Holdings, faults: Faults) {
    this.#holdings = holdings
    this.#faults = faults
  }

  /** A refusal somebody asked for on `/faults`. */
  misbehave(path: string): Answer | undefined {
    const fault = this.#faults.take('national', ['refuse', 'refuse-field', 'exists'], path)
    switch (fault?.kind) {
      case 'refuse':
        return businessError('Hệ thống đang khóa sổ, đề nghị gửi lại sau')
      case 'exists':
        return businessError('Hồ sơ đã tồn tại trên hệ thống (already exists)')
      case 'refuse-field':
        return fieldErrors([{ field: 'MaLinhVuc', reason: 'không thuộc danh mục lĩnh vực' }])
      default:
        return undefined
    }
  }

  #dossiers({ madonvi, body }: Asked): Answer {
    const items = itemsOf(body)
    if (!items) return unreadable('data phải là danh sách hồ sơ')
    const isUpdating = String(body.isUpdating).toLowerCase()
    if (isUpdating !== 'true' && isUpdating !== 'false') return unreadable('isUpdating là "True" hoặc "False"')
    const reasons = items.flatMap((item) => [
      ...checkDossier(item, this.#holdings.strict),
      ...this.#againstCatalogue(item),
      ...this.#againstAgency(item, madonvi),
      ...this.#againstHeld(item),
    ])
    if (reasons.length > 0) return fieldErrors(reasons)

    const known = items.find(({ MaHoSo }) => this.#holdings.dossiers.has(String(MaHoSo)))
    if (known && isUpdating === 'false') {
      return businessError(`Hồ sơ ${String(known.MaHoSo)} đã tồn tại trên hệ thống (already exists)`)
    }
    for (const dossier of items) this.#holdings.take({ kind: 'dossier', at: this.#holdings.moment(), madonvi, dossier })
    return done(items.map(({ MaHoSo }) => ({ MaHoSo })))
  }

  #againstCatalogue(item: Fields): Reason[] {
    if (isEmpty(item.MaTTHC)) return []
    const procedure = this.#holdings.catalogue.find(item.MaTTHC)
    if (!procedure) return [{ field: 'MaTTHC', reason: 'không có trong CSDLQG về TTHC' }]
    // What was received before a withdrawal still runs its course.
    const isNew = !this.#holdings.dossiers.has(String(item.MaHoSo))
    const withdrawn = procedure.state === 'WITHDRAWN' && isNew ? [{ field: 'MaTTHC', reason: 'đã bị bãi bỏ' }] : []
    const differs = (field: string, wanted: string) =>
      !isEmpty(item[field]) && String(item[field]).normalize('NFC').trim() !== wanted.normalize('NFC').trim()
        ? [{ field, reason: `khác CSDLQG về TTHC: ${wanted}` }]
        : []
    return [
      ...withdrawn,
      ...differs('TenTTHC', procedure.name),
      ...differs('MaLinhVuc', procedure.field.code),
      ...differs('TenLinhVuc', procedure.field.name),
    ]
  }

  /** A dossier carries the code of an agency under the sender, or was born at this portal. */
  #againstAgency(item: Fields, madonvi: string): Reason[] {
    const agency = DOSSIER_CODE.exec(String(item.MaHoSo))?.[1]
    if (!agency) return []
    const [root] = canonicalAgency(agency).split('.')
    if (root === 'G22') {
      const isOurs = this.#holdings.born.has(String(item.MaHoSo))
      return isOurs ? [] : [{ field: 'MaHoSo', reason: 'không do Cổng DVCQG cấp' }]
    }
    return root === madonvi.split('.')[0] ? [] : [{ field: 'MaHoSo', reason: `không thuộc đơn vị ${madonvi}` }]
  }

  #againstHeld(item: Fields): Reason[] {
    if (!this.#holdings.strict.order) return []
    const held = this.#holdings.dossiers.get(String(item.MaHoSo))
    const before = held?.statuses.at(-1)?.status
    const after = String(item.TrangThaiHoSo)
    return mayFollow(before, after) ? [] : [{ field: 'TrangThaiHoSo', reason: `không thể từ ${before} sang ${after}` }]
  }

  #progress({ madonvi, body }: Asked): Answer {
    const items = itemsOf(body)
    if (!items) return unreadable('data phải là danh sách tiến độ')
    if (items.length > LONGEST_BATCH) return businessError(`Mỗi lần gửi không quá ${LONGEST_BATCH} dòng tiến độ`)
    const { strict } = this.#holdings
    const shape = items.flatMap((item, index) => checkProgress(item, strict, `data[${index}]`))
    if (shape.length > 0) return fieldErrors(shape)
    const unknown = items.find(({ MaHoSo }) => !this.#holdings.dossiers.has(String(MaHoSo)))
    if (unknown) return businessError(`Hồ sơ ${String(unknown.MaHoSo)} không tồn tại trên hệ thống`)
    const foreign = items.flatMap((item) => this.#againstAgency(item, madonvi))
    const order = strict.order ? this.#linesOutOfOrder(items) : []
    if (foreign.length + order.length > 0) return fieldErrors([...foreign, ...order])

    for (const line of items) this.#holdings.take({ kind: 'progress', at: this.#holdings.moment(), line })
    return done(items.map(({ MaHoSo, TrangThai }) => ({ MaHoSo, TrangThai })))
  }

  #linesOutOfOrder(items: Fields[]): Reason[] {
    const told = new Map<string, string[]>()
    return items.flatMap((item, index) => {
      const code = String(item.MaHoSo)
      const earlier =
        told.get(code) ?? (this.#holdings.dossiers.get(code)?.progress ?? []).map((line) => String(line.TrangThai))
      const after = String(item.TrangThai)
      const before = earlier.at(-1)
      told.set(code, [...earlier, after])
      const field = `data[${index}].TrangThai`
      if (!mayFollow(before, after)) return [{ field, reason: `không thể từ ${before} sang ${after}` }]
      return comesTooEarly(after, earlier) ? [{ field, reason: `${after} đến trước 2` }] : []
    })
  }

  #bornStatus({ body }: Asked): Answer {
    const items = isEmpty(body.data) ? [body] : itemsOf(body)
    if (!items) return unreadable('data không đọc được')
    if (String(body.type ?? items[0]?.type) !== '2') return fieldErrors([{ field: 'type', reason: 'phải là 2' }])
    const reasons = items.flatMap((item) => checkFields(item, BORN_STATUS_FIELDS))
    if (reasons.length > 0) return fieldErrors(reasons)
    const unknown = items.find(({ MaHoSo }) => !this.#holdings.born.has(String(MaHoSo)))
    if (unknown) return businessError(`Hồ sơ ${String(unknown.MaHoSo)} không do Cổng DVCQG cấp`)

    for (const item of items) {
      const born = this.#holdings.born.get(String(item.MaHoSo))
      if (!born) continue
      const [TrangThai, NoiDung] = [String(item.TrangThai), String(item.NoiDung ?? '')]
      const statuses = [
        ...born.statuses,
        { at: this.#holdings.moment(), TrangThai, NoiDung, NgayXuLy: String(item.NgayXuLy) },
      ]
      const MaHoSoDonVi = String(item.MaHoSoDonVi)
      this.#holdings.take({ kind: 'born', born: { ...born, MaHoSoDonVi, status: TrangThai, statuses } })
    }
    return done(items.map(({ MaHoSo }) => ({ MaHoSo })))
  }

  #publishQuestions({ madonvi, body }: Asked): Answer {
    const items = itemsOf(body)
    if (!items) return unreadable('data phải là danh sách hỏi đáp')
    const reasons = items.flatMap((item) => checkFields(item, PUBLISHED_FIELDS))
    if (reasons.length > 0) return fieldErrors(reasons)
    for (const item of items) {
      const text = (name: string) => String(item[name] ?? '')
      const question: Question = {
        ...{ HOIDAPID: text('HOIDAPID'), MALINHVUC: text('MALINHVUC'), NOIDUNG: text('NOIDUNG') },
        ...{ MADONVI: text('MADONVI') || madonvi, MATTHCDP: text('MATTHCDP'), HOVATEN: '', THUDIENTU: '' },
        ...{ TRANGTHAI: 'DA_TRA_LOI', answers: isEmpty(item.NOIDUNGTRALOI) ? [] : [answerOf(item)] },
      }
      this.#holdings.take({ kind: 'question', question })
    }
    return done(items.map(({ HOIDAPID }) => ({ HOIDAPID })))
  }

  #answerQuestions({ body }: Asked): Answer {
    const items = itemsOf(body)
    if (!items) return unreadable('data phải là danh sách trả lời')
    const reasons = items.flatMap((item) => [
      ...checkFields(item, ANSWER_FIELDS),
      ...(isEmpty(item.MADONVI) || speaksFor(item.MADONVI) ? [] : [{ field: 'MADONVI', reason: 'không có quyền' }]),
    ])
    if (reasons.length > 0) return fieldErrors(reasons)
    const unknown = items.find(({ HOIDAPID }) => !this.#holdings.questions.has(String(HOIDAPID)))
    if (unknown) return businessError(`Không có câu hỏi ${String(unknown.HOIDAPID)}`)
    for (const item of items) {
      const question = this.#holdings.questions.get(String(item.HOIDAPID))
      if (!question) continue
      const answered = { ...question, TRANGTHAI: 'DA_TRA_LOI', answers: [...question.answers, answerOf(item)] }
      this.#holdings.take({ kind: 'question', question: answered })
    }
    return done(items.map(({ HOIDAPID }) => ({ HOIDAPID })))
  }

  #ratings({ madonvi, body }: Asked): Answer {
    const items = itemsOf(body)
    if (!items) return unreadable('data phải là danh sách đánh giá')
    const reasons = items.flatMap((item) => [...checkFields(item, RATING_FIELDS), ...notWhole(item)])
    if (reasons.length > 0) return fieldErrors(reasons)
    for (const item of items) {
      this.#holdings.take({ kind: 'rating', rating: { ...item, madonvi, receivedAt: this.#holdings.moment() } })
    }
    return done(items.map(({ MaThuTuc }) => ({ MaThuTuc })))
  }
}

function answerOf(item: Fields): Fields {
  const names = ['NGUOITRALOI', 'CHUCVUNGUOITRALOI', 'NGAYTRALOI', 'NOIDUNGTRALOI', 'MADONVI']
  return Object.fromEntries(names.map((name) => [name, item[name] ?? '']))
}

const BORN_STATUS_FIELDS: Rule[] = [
  { name: 'MaHoSo', kind: 'pattern', required: true, pattern: DOSSIER_CODE, like: '{cơ quan}-{yyMMdd}-{số}' },
  { name: 'MaHoSoDonVi', kind: 'pattern', required: true, pattern: DOSSIER_CODE, like: '{cơ quan}-{yyMMdd}-{số}' },
  { name: 'MaDoiTuong', kind: 'text' },
  { name: 'NoiDung', kind: 'text' },
  { name: 'NgayXuLy', kind: 'stamp', required: true },
  { name: 'TrangThai', kind: 'code', required: true, codes: ['2', '5'] },
  { name: 'TaiLieuXuLy', kind: 'list' },
]

const ANSWER_FIELDS: Rule[] = [
  { name: 'HOIDAPID', kind: 'text', required: true },
  { name: 'MADONVI', kind: 'text', required: true },
  { name: 'NGUOITRALOI', kind: 'text', required: true },
  { name: 'CHUCVUNGUOITRALOI', kind: 'text' },
  { name: 'NGAYTRALOI', kind: 'stamp', required: true },
  { name: 'NOIDUNGTRALOI', kind: 'text', required: true },
]

const PUBLISHED_FIELDS: Rule[] = [
  { name: 'HOIDAPID', kind: 'text', required: true },
  { name: 'MALINHVUC', kind: 'text' },
  { name: 'NOIDUNG', kind: 'text', required: true },
  { name: 'NGAYTRALOI', kind: 'stamp' },
]

const SHARES: Rule[] = ['RatHaiLong', 'HaiLong', 'ChuaHaiLong'].map((name) => ({
  name,
  kind: 'number',
  required: true,
}))

const RATING_FIELDS: Rule[] = [
  { name: 'NgayTongHop', kind: 'stamp', required: true },
  { name: 'TongSoNguoiDanhGia', kind: 'number', required: true },
  { name: 'PhanTramDanhGia', kind: 'object', required: true, inside: SHARES },
  { name: 'PhanTramDanhGiaMucDoDVC', kind: 'object', inside: SHARES },
  { name: 'NoiDung', kind: 'text' },
  { name: 'DanhSachNoiDungYKien', kind: 'list' },
  { name: 'MaThuTuc', kind: 'text' },
  { name: 'Madonvi', kind: 'text', required: true },
  { name: 'TenDonVi', kind: 'text' },
]

function notWhole(item: Fields): Reason[] {
  const shares = item.PhanTramDanhGia
  if (!isRecord(shares) || Number(item.TongSoNguoiDanhGia) === 0) return []
  const sum = Object.values(shares).reduce<number>((total, value) => total + Number(value), 0)
  return Math.abs(sum - 100) <= 1 ? [] : [{ field: 'PhanTramDanhGia', reason: 'tổng không bằng 100' }]
}
