import { citizenGroups } from '../citizens/people.ts'
import type { Fields } from '../web/fields.ts'
import type { Answer } from '../web/router.ts'
import type { Procedure } from './catalogue.ts'
import { businessError, done, unreadable } from './envelope.ts'
import type { Held, Holdings, Question } from './holdings.ts'
import type { Asked } from './integration.ts'
import { canonicalAgency } from './sessions.ts'

const PAGE = 500

/** Parameters are named in both cases in the field: `mahoso`, `MaHoSo`, `MAHOSO`. */
function parameter(body: Fields, ...names: string[]): string {
  const found = Object.entries(body).find(([name]) => names.includes(name.toLowerCase()))
  return found ? String(found[1] ?? '') : ''
}

/** @see contract 2.3 */
function procedureRecord({ code, name, field, publisher, state, result }: Procedure) {
  const time = { THOIGIANGIAIQUYET: '3', DONVITINH: 'Ngày làm việc', MOTA: '' }
  const fee = { MAPHILEPHI: 'LP-HT-01', SOTIEN: '8000', DONVI: 'Đồng', MOTA: '' }
  return {
    TENTTHC: name,
    MATTHC: code,
    MACOQUANCONGBO: publisher.code,
    TRANGTHAI: state === 'ACTIVE' ? '1' : '0',
    LINHVUCTHUCHIEN: [{ MALINHVUC: field.code, TENLINHVUC: field.name }],
    TRINHTUTHUCHIEN: [{ TRUONGHOP: '', TRINHTU: [{ TENTRINHTU: 'Nộp hồ sơ, tiếp nhận, giải quyết, trả kết quả' }] }],
    CACHTHUCTHUCHIEN: ['1', '2', '3'].map((KENH) => ({ KENH, THOIGIAN: [{ ...time, PHILEPHI: [fee] }] })),
    THANHPHANHOSO: [
      {
        TRUONGHOP: '',
        GIAYTO: [
          { MAGIAYTO: 'GT-01', TENGIAYTO: 'Tờ khai', TENMAUDON: 'Tờ khai', URL: '', SOBANCHINH: '1', SOBANSAO: '0' },
        ],
      },
    ],
    DOITUONGTHUCHIEN: [{ TENDOITUONG: 'Công dân Việt Nam' }],
    KETQUATHUCHIEN: result ? [{ MAKETQUA: result.code, TENKETQUA: result.name }] : [],
    CANCUPHAPLY: [{ SOVANBAN: '118/2025/NĐ-CP', TENVANBAN: 'Nghị định về cơ chế một cửa' }],
    COQUANTHUCHIEN: [],
    YEUCAU: '',
  }
}

function technicalId(body: Fields): Answer {
  const [provider, id] = [parameter(body, 'provider'), parameter(body, 'id')]
  if (!['wso2is', 'mst', 'cmnd'].includes(provider)) return unreadable('provider là wso2is, mst hoặc cmnd')
  const accounts = citizenGroups().flatMap((group) => group.accounts)
  const found = accounts.find(({ sub, claims }) => {
    if (provider === 'wso2is') return sub === id
    if (provider === 'mst') return claims.LoaiTaiKhoan === '2' && claims.MaSoThue === id
    return claims.LoaiTaiKhoan === '1' && claims.SoDinhDanh === id
  })
  return found ? done({ TECHNICALID: found.claims.TechID }) : businessError('Không tìm thấy tài khoản')
}

function shownQuestion({ answers, ...question }: Question) {
  return { ...question, TRALOIID: answers.length > 0 ? `${question.HOIDAPID}-${answers.length}` : '' }
}

function shownDossier({ dossier, progress, createdAt, changedAt, revision }: Held) {
  return { ...dossier, DanhSachTienDo: progress, NgayTao: createdAt, NgayCapNhat: changedAt, SoLanDongBo: revision }
}

/** The services agencies pull from. @see contract 2.2 */
export class Share {
  readonly #holdings: Holdings

  constructor(holdings: Holdings) {
    this.#holdings = holdings
  }

  call(service: string, { madonvi, body }: Asked): Answer | undefined {
    const { catalogue, dossiers, questions } = this.#holdings
    if (service.startsWith('LayDanhMuc')) {
      const rows = catalogue.codes[service.slice('LayDanhMuc'.length)]
      return rows && done(rows)
    }
    switch (service) {
      case 'LayDanhSachTTHC':
        return done(
          catalogue.list().map(({ code, name, state }) => ({ MATTHC: code, TENTTHC: name, TRANGTHAI: state })),
        )
      case 'LayThuTuc': {
        const procedure = catalogue.find(parameter(body, 'matthc', 'mathutuc'))
        return procedure ? done(procedureRecord(procedure)) : businessError('Không có thủ tục này')
      }
      case 'LayDVC':
        return done(this.#onlineServices(parameter(body, 'madvc')))
      case 'TraCuuTechID':
        return technicalId(body)
      case 'TraCuuHoSo': {
        const held = dossiers.get(parameter(body, 'mahoso'))
        return held ? done(shownDossier(held)) : businessError('Hồ sơ không tồn tại trên hệ thống')
      }
      case 'LayDanhSachHoiDapGuiTuDVCQG':
        return done(this.#questionsFor(madonvi).map(shownQuestion))
      case 'LayDanhSachHoiDapBoCoQuan':
        return done([...questions.values()].filter(({ HOVATEN }) => HOVATEN === '').map(shownQuestion))
      case 'LayNoiDungTraLoiTheoCauHoi': {
        const question = questions.get(parameter(body, 'hoidapid'))
        return question ? done(question.answers) : businessError('Không có câu hỏi này')
      }
      case 'LayDanhSachHoSoDaDongBo':
        return this.#changed(madonvi, body)
      default:
        return undefined
    }
  }

  #onlineServices(code: string) {
    return this.#holdings.catalogue
      .list()
      .filter(({ state }) => state === 'ACTIVE')
      .map(({ code: matthc, name, field, publisher }) => ({
        ...{ MADVC: `${matthc}.01`, TENDVC: name, MATTHC: matthc, TENCOQUANBANHANH: publisher.name },
        ...{ TENLINHVUC: field.name, APDUNGDVC: '1' },
      }))
      .filter(({ MADVC }) => code === '' || MADVC === code)
  }

  #questionsFor(madonvi: string): Question[] {
    const isBelow = (code: string) => code === madonvi || code.startsWith(`${madonvi}.`)
    return [...this.#holdings.questions.values()].filter(({ MADONVI, HOVATEN }) => HOVATEN !== '' && isBelow(MADONVI))
  }

  /** The sandbox's own: TraCuuHoSo knows one code at a time, and a reconciliation needs all. `tungay` as it was answered. */
  #changed(madonvi: string, body: Fields): Answer {
    const since = parameter(body, 'tungay')
    const all = this.#holdings.changed({ madonvi: canonicalAgency(madonvi), since })
    const page = all.slice(0, PAGE)
    const last = page.at(-1)?.changedAt ?? since
    return done({ DanhSachHoSo: page.map(shownDossier), DenNgay: last, ConLai: all.length - page.length })
  }
}
