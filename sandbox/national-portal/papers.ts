import { createHmac } from 'node:crypto'
import { citizenGroups } from '../citizens/people.ts'
import { checkFields, type Fields, isRecord, type Rule, runOn } from '../web/fields.ts'
import { type Answer, bytes, json } from '../web/router.ts'
import type { Holdings } from './holdings.ts'
import { samplePdf } from './sample-file.ts'

const SIGNING_SECRET = 'sandbox-papers-secret'
/** The code of the provider in `providerurl`. */
export const PAPERS_PROVIDER = 'khogiayto'

interface Paper {
  owner: string
  MaKetQua: string
  TenGiayTo: string
  SoKyHieu: string
  CoQuanChuQuan: string
  DanhSachTepDinhKem: { TenTep: string; DuongDan: string }[]
}

const KINDS = [
  { MaKetQua: 'KQ.G15.000031', TenGiayTo: 'Giấy khai sinh', symbol: 'KS' },
  { MaKetQua: 'KQ.G01.000001', TenGiayTo: 'Thông báo số định danh cá nhân', symbol: 'DD' },
]

/** Two papers for everybody, and whatever agencies have issued since. */
function papersHeld(holdings: Holdings): Paper[] {
  const given = citizenGroups().flatMap(({ accounts }) =>
    accounts.flatMap(({ claims }) => {
      const owner = claims.LoaiTaiKhoan === '1' ? claims.SoDinhDanh : undefined
      if (!owner) return []
      return KINDS.map(({ symbol, ...kind }) => ({
        ...{ owner, ...kind, SoKyHieu: `${owner.slice(-4)}/${symbol}`, CoQuanChuQuan: 'H99' },
        DanhSachTepDinhKem: [{ TenTep: `${symbol}-${owner}.pdf`, DuongDan: `kho/${owner}/${symbol}.pdf` }],
      }))
    }),
  )
  return [...given, ...issued(holdings)]
}

function issued(holdings: Holdings): Paper[] {
  return [...holdings.dossiers.values()].flatMap(({ MaHoSo, madonvi, dossier }) => {
    const results = Array.isArray(dossier.DanhSachGiayToKetQua) ? dossier.DanhSachGiayToKetQua.filter(isRecord) : []
    return results.map((result, index) => ({
      owner: String(dossier.SoGiayToChuHoSo ?? ''),
      MaKetQua: String(result.MaGiayToKetQua ?? ''),
      TenGiayTo: String(result.TenGiayTo ?? ''),
      SoKyHieu: `${MaHoSo}/${index + 1}`,
      CoQuanChuQuan: madonvi,
      DanhSachTepDinhKem: [
        { TenTep: `${MaHoSo}.pdf`, DuongDan: String(result.DuongDanTepTinKetQua ?? `kho/${MaHoSo}/${index + 1}.pdf`) },
      ],
    }))
  })
}

const REQUEST: Rule[] = [
  { name: 'SoDinhDanhChuSoHuu', kind: 'text', required: true },
  { name: 'HoTenNguoiYeuCau', kind: 'text', required: true },
  { name: 'SoDinhDanhNguoiYeuCau', kind: 'text', required: true },
  { name: 'KenhThucHien', kind: 'code', required: true, codes: ['1', '2', '3'] },
  { name: 'MaThuTuc', kind: 'text', required: true },
  { name: 'DanhSachDanhMucKetQua', kind: 'list' },
]

function signed(errorCode: string, message: string, result: unknown): Answer {
  const signature = createHmac('sha256', SIGNING_SECRET).update(JSON.stringify(result)).digest('hex')
  return json({ errorCode, message, signature, result })
}

/** GetDanhSachKetQua. @see contract 2.8 */
export function listPapers(holdings: Holdings, body: Fields): Answer {
  const reasons = checkFields(body, REQUEST)
  if (reasons.length > 0) return signed('3', runOn(reasons), null)
  const wanted = Array.isArray(body.DanhSachDanhMucKetQua) ? body.DanhSachDanhMucKetQua.filter(isRecord) : []
  const isWanted = (paper: Paper) =>
    wanted.length === 0 ||
    wanted.some(
      ({ MaKetQua, SoKyHieu }) =>
        (!MaKetQua || MaKetQua === paper.MaKetQua) && (!SoKyHieu || SoKyHieu === paper.SoKyHieu),
    )
  const found = papersHeld(holdings).filter((paper) => paper.owner === body.SoDinhDanhChuSoHuu && isWanted(paper))
  return signed('0', 'Thành công', { DanhSachGiayToKetQua: found.map(({ owner, ...paper }) => paper) })
}

/** A file of a paper, by `{CoQuanChuQuan, DuongDan, TenTep}`. */
export function fetchPaper(holdings: Holdings, body: Fields): Answer {
  const found = papersHeld(holdings).find(
    ({ CoQuanChuQuan, DanhSachTepDinhKem }) =>
      CoQuanChuQuan === body.CoQuanChuQuan &&
      DanhSachTepDinhKem.some(({ TenTep, DuongDan }) => TenTep === body.TenTep && DuongDan === body.DuongDan),
  )
  return found
    ? bytes(samplePdf(`${found.TenGiayTo} ${found.SoKyHieu}`), 'application/pdf')
    : signed('3', 'Không có tệp này', null)
}
