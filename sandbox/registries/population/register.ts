import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Journal } from '../../web/journal.ts'
import { type Content, child, type Element, textAt, toXml } from '../../web/xml.ts'
import { findCitizen, OPERATIONS, type Subject } from './operations.ts'

export const NAMESPACE = 'http://dancuquocgia.bca'
const INTEGRATION_CODE = 'SANDBOX-TICHHOP-01'

/** Who looked, at whom, for which procedure. */
export interface Lookup {
  at: string
  operation: string
  MaYeuCau: string
  MaDVC: string
  MaTichHop: string
  MaCanBo: string
  subject: string
  found: boolean
  asked: string
}

interface Batch {
  id: string
  owner: string
  createdAt: string
  subjects: Subject[]
  /** Asked about so far; the first answer is that it is still being worked on. */
  asked: number
  deleted: boolean
}

export class SoapProblem extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

const HEADS = ['MaYeuCau', 'MaDVC', 'MaTichHop', 'MaCanBo'] as const

function headsOf(asked: Element): Record<(typeof HEADS)[number], string> {
  const heads = Object.fromEntries(HEADS.map((name) => [name, textAt(asked, name)])) as Record<
    (typeof HEADS)[number],
    string
  >
  const missing = HEADS.filter((name) => heads[name] === '')
  if (missing.length > 0) throw new SoapProblem('01', `Thiếu ${missing.join(', ')}`)
  if (!/^\d\.\d{6}(\.\d{2})?$/.test(heads.MaDVC))
    throw new SoapProblem('02', 'MaDVC không phải mã thủ tục hoặc dịch vụ')
  if (heads.MaTichHop !== INTEGRATION_CODE) throw new SoapProblem('03', 'MaTichHop chưa được cấp')
  return heads
}

function subjectOf(element: Element): Subject {
  const born = textAt(element, 'NgayThangNamSinh', 'NgayThangNam') || textAt(element, 'NgayThangNamSinh', 'Nam')
  const name = child(element, 'HoVaTen')
  const parts = ['Ho', 'ChuDem', 'Ten'].map((part) => textAt(name, part)).filter((part) => part !== '')
  const subject = {
    ...{ SoDinhDanh: textAt(element, 'SoDinhDanh'), SoCMND: textAt(element, 'SoCMND'), born },
    HoVaTen: parts.length > 0 ? parts.join(' ') : (name?.text.trim() ?? ''),
  }
  if (!subject.SoDinhDanh && !subject.SoCMND) throw new SoapProblem('04', 'Thiếu SoDinhDanh hoặc SoCMND')
  if (!subject.HoVaTen) throw new SoapProblem('04', 'Thiếu HoVaTen')
  if (!/^\d{4}(\d{4})?$/.test(born)) throw new SoapProblem('04', 'Thiếu NgayThangNamSinh (yyyyMMdd hoặc yyyy)')
  return subject
}

/** The last three digits are enough to know one's own line in the log. */
const masked = ({ SoDinhDanh, SoCMND }: Subject) => `…${(SoDinhDanh || SoCMND).slice(-3)}`

/** The population register as an agency meets it. @see contract 3.2 */
export class PopulationRegister {
  readonly #journal: Journal<Lookup>
  readonly lookups: Lookup[]
  readonly #batches = new Map<string, Batch>()

  constructor(directory: string) {
    this.#journal = new Journal(join(directory, 'population', 'lookups.jsonl'))
    this.lookups = this.#journal.read()
  }

  /** The answer's content. Throws `SoapProblem`. */
  answer(asked: Element): string {
    if (asked.namespace !== NAMESPACE) throw new SoapProblem('00', `namespace phải là ${NAMESPACE}`)
    const content = this.#act(asked)
    return `<${asked.name}Response xmlns="${NAMESPACE}">${toXml(content)}</${asked.name}Response>`
  }

  #act(asked: Element): { [name: string]: Content } {
    const heads = headsOf(asked)
    const act = Object.hasOwn(OPERATIONS, asked.name) ? OPERATIONS[asked.name] : undefined
    if (!act) return { MaYeuCau: heads.MaYeuCau, ...this.#batchAct(asked, heads.MaTichHop) }

    const subject = subjectOf(asked)
    const citizen = findCitizen(subject)
    const words = createHash('sha256').update(JSON.stringify(subject)).digest('hex')
    const known = this.lookups.find(({ MaYeuCau }) => MaYeuCau === heads.MaYeuCau)
    if (known && (known.asked !== words || known.operation !== asked.name)) {
      throw new SoapProblem('05', `MaYeuCau ${heads.MaYeuCau} đã dùng cho yêu cầu khác`)
    }
    if (!known) this.#log({ operation: asked.name, ...heads, subject: masked(subject), found: !!citizen, asked: words })
    const given = (...path: string[]) => textAt(asked, ...path)
    const nobody = { KetQua: '0', CongdanCollection: {} }
    return { MaYeuCau: heads.MaYeuCau, ...(citizen ? act({ citizen, given }) : nobody) }
  }

  #log(lookup: Omit<Lookup, 'at'>): void {
    const logged = { at: new Date().toISOString(), ...lookup }
    this.#journal.append(logged)
    this.lookups.push(logged)
  }

  #batchAct(asked: Element, owner: string): { [name: string]: Content } {
    if (asked.name.startsWith('CungCapDanhSach')) return this.#openBatch(asked, owner)
    if (asked.name === 'GetRequests') {
      const mine = [...this.#batches.values()].filter((one) => one.owner === owner && !one.deleted)
      return { Requests: { Request: mine.map(({ id, createdAt }) => ({ RequestId: id, CreatedAt: createdAt })) } }
    }
    const batch = this.#batches.get(textAt(asked, 'RequestId'))
    if (!batch || batch.deleted) throw new SoapProblem('06', 'Không có RequestId này')
    switch (asked.name) {
      case 'GetRequestStatus':
        batch.asked += 1
        return { RequestId: batch.id, Status: batch.asked > 1 ? 'DONE' : 'PROCESSING' }
      case 'GetRequestResult':
        if (batch.asked < 2) throw new SoapProblem('07', 'Yêu cầu chưa xử lý xong')
        return { CongdanCollection: { CongDan: batch.subjects.flatMap(sharedOf) } }
      case 'GetRequestDetail':
      case 'GetRequestHistory':
        return { RequestId: batch.id, CreatedAt: batch.createdAt, Count: batch.subjects.length }
      case 'DeleteRequest':
        batch.deleted = true
        return { RequestId: batch.id, Status: 'DELETED' }
      default:
        throw new SoapProblem('08', `Không có thao tác ${asked.name}`)
    }
  }

  #openBatch(asked: Element, owner: string): { [name: string]: Content } {
    const subjects = (child(asked, 'DanhSach')?.children ?? []).map(subjectOf)
    if (subjects.length === 0) throw new SoapProblem('04', 'DanhSach trống')
    const heads = headsOf(asked)
    const batch = { owner, createdAt: new Date().toISOString(), subjects, asked: 0, deleted: false }
    const known = this.#batches.get(heads.MaYeuCau)
    if (!known) this.#batches.set(heads.MaYeuCau, { id: heads.MaYeuCau, ...batch })
    for (const subject of known ? [] : subjects) {
      const found = findCitizen(subject) !== undefined
      this.#log({ operation: asked.name, ...heads, subject: masked(subject), found, asked: '' })
    }
    return { RequestId: heads.MaYeuCau }
  }
}

function sharedOf(subject: Subject): Content[] {
  const citizen = findCitizen(subject)
  const content = citizen && OPERATIONS.CungCapThongTinCongDan?.({ citizen, given: () => '' })
  return content ? [(content.CongdanCollection as { CongDan: Content[] }).CongDan[0]] : []
}
