import { type Fields, stamp } from '../web/fields.ts'
import type { PortalFiles } from './files.ts'

/** One call of the national portal to an agency. */
export interface Step {
  path: string
  body: string
  /** Absent: the agreed secret. `null`: no header at all. */
  authorization?: string | null
  /** Sent at the same time as the one before. */
  together?: boolean
}

export interface Scene {
  body: Fields
  files: PortalFiles
  origin: string
}

const RECEIVE = 'nhanhsdvcqg'

function receive(body: Fields, more: Partial<Step> = {}): Step {
  return { path: RECEIVE, body: JSON.stringify({ service: RECEIVE, data: [body] }), ...more }
}

export function taxNotice(MaHoSo: unknown): Fields {
  const notice = {
    SoThongBao: 'TB-000-MAU',
    NgayThongBao: stamp(new Date()),
    NoiDung: 'Lệ phí trước bạ',
    SoTien: '150000',
  }
  return { service: 'nhantbthuedvcqg', data: [{ MaHoSo, ...notice, DanhSachThongBaoThue: [notice] }] }
}

/** A file whose address leads elsewhere. */
function withAddress(body: Fields, address: string): Step {
  const paper = { TepDinhKemId: 'x', TenTepDinhKem: 'to-khai.pdf', MaThanhPhanHoSo: '', DuongDanTaiTepTin: address }
  return receive({ ...body, TaiLieuNop: [paper] })
}

function withFile(
  { body, files, origin }: Scene,
  content: Buffer,
  options: { name?: string; missesFirst?: number },
): Step {
  const id = files.add(content, options)
  const address = `${origin}/national/downloadfile/${id}`
  const name = options.name ?? 'giay-to.pdf'
  const paper = { TepDinhKemId: id, TenTepDinhKem: name, MaThanhPhanHoSo: '', DuongDanTaiTepTin: address }
  return receive({ ...body, TaiLieuNop: [paper] })
}

/** In two pieces, so that this file is not itself taken for one. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const ODD_NAME = `<script>alert(1)</script>\u202e\u200b‘; DROP TABLE dossiers; -- ${'Nguyễn'.normalize('NFD')}`

/** How a dossier may arrive: as it is, doubled, out of order, or from somebody who means harm. */
export const VARIANTS = {
  good: { about: 'Một lần, đúng hợp đồng', steps: ({ body }) => [receive(body)] },
  duplicate: { about: 'Gửi hai lần như nhau', steps: ({ body }) => [receive(body), receive(body)] },
  simultaneous: {
    about: 'Ba lần cùng một lúc',
    steps: ({ body }) => [receive(body), receive(body, { together: true }), receive(body, { together: true })],
  },
  changed: {
    about: 'Cùng mã, nội dung khác',
    steps: ({ body }) => [receive(body), receive({ ...body, ChuHoSo: 'Người Khác', DuLieuBieuMau: {} })],
  },
  'out-of-order': {
    about: 'Thông báo thuế và tra cứu đến trước hồ sơ',
    steps: ({ body }) => [
      { path: 'nhantbthuedvcqg', body: JSON.stringify(taxNotice(body.MaHoSo)) },
      { path: 'search/call', body: JSON.stringify({ MaHoSo: body.MaHoSo }) },
      receive(body),
      { path: 'nhantbthuedvcqg', body: JSON.stringify(taxNotice(body.MaHoSo)) },
    ],
  },
  'unknown-procedure': {
    about: 'Thủ tục không có',
    steps: ({ body }) => [receive({ ...body, MaTTHC: '9.999999', TenTTHC: 'Không có' })],
  },
  'no-answers': { about: 'Thiếu dữ liệu biểu mẫu', steps: ({ body }) => [receive({ ...body, DuLieuBieuMau: {} })] },
  'no-name': { about: 'Thiếu chủ hồ sơ', steps: ({ body }) => [receive({ ...body, ChuHoSo: '' })] },
  'foreign-code': {
    about: 'Mã hồ sơ không phải của Cổng DVCQG',
    steps: ({ body }) => [receive({ ...body, MaHoSo: 'H99.12-260101-0001' })],
  },
  'wrong-day': {
    about: 'Ngày nộp không có trong lịch',
    steps: ({ body }) => [receive({ ...body, NgayNopHoSo: '20260230120000' })],
  },
  future: {
    about: 'Nộp vào năm sau',
    steps: ({ body }) => [receive({ ...body, NgayNopHoSo: stamp(new Date(Date.now() + 366 * 86_400_000)) })],
  },
  'file-later': {
    about: 'Tệp chỉ có ở lần hỏi thứ ba',
    steps: (scene) => [withFile(scene, Buffer.from('%PDF-1.4\n%%EOF\n'), { missesFirst: 2 })],
  },
  'file-missing': {
    about: 'Tệp không bao giờ có',
    steps: ({ body, origin }) => [
      withAddress(body, `${origin}/national/downloadfile/00000000-0000-4000-8000-000000000000`),
    ],
  },
  virus: {
    about: 'Tệp thử của phần mềm diệt vi-rút (EICAR)',
    steps: (scene) => [withFile(scene, Buffer.from(EICAR), {})],
  },
  'odd-file-name': {
    about: 'Tên tệp leo thư mục',
    steps: (scene) => [withFile(scene, Buffer.from('%PDF-1.4\n%%EOF\n'), { name: '../../../etc/cron.d/x\u0000.pdf' })],
  },
  'inner-address': {
    about: 'Địa chỉ tệp trỏ vào trong',
    steps: ({ body }) => [withAddress(body, 'http://169.254.169.254/latest/meta-data')],
  },
  'local-file': { about: 'Địa chỉ tệp là tệp của máy', steps: ({ body }) => [withAddress(body, 'file:///etc/passwd')] },
  'odd-text': {
    about: 'Chữ lạ: thẻ HTML, đảo chiều, dấu tổ hợp',
    steps: ({ body }) => [receive({ ...body, ChuHoSo: ODD_NAME })],
  },
  'wrong-token': { about: 'Sai mã bí mật', steps: ({ body }) => [receive(body, { authorization: 'Bearer wrong' })] },
  'no-token': { about: 'Không có mã bí mật', steps: ({ body }) => [receive(body, { authorization: null })] },
  'not-json': { about: 'Không phải JSON', steps: () => [{ path: RECEIVE, body: '<xml/>' }] },
  'cut-short': {
    about: 'JSON bị cắt giữa chừng',
    steps: ({ body }) => [{ path: RECEIVE, body: receive(body).body.slice(0, -20) }],
  },
  'too-large': {
    about: 'Rất lớn (64 MB)',
    steps: ({ body }) => [receive({ ...body, ThongTinKhac: 'x'.repeat(64_000_000) })],
  },
} satisfies Record<string, { about: string; steps: (scene: Scene) => Step[] }>

export type Variant = keyof typeof VARIANTS

export function isVariant(value: unknown): value is Variant {
  return typeof value === 'string' && Object.hasOwn(VARIANTS, value)
}
