import type { TestSandbox } from '../testing.ts'
import { stamp } from '../web/fields.ts'
import { DSTCODE } from './portal.ts'

interface Envelope {
  error_code: string
  message: string
  result: unknown
  session?: string
}

const HEADERS = { 'content-type': 'application/json', charset: 'utf-8', dstcode: DSTCODE }

/** An agency's side of the adapter, as the contract says it: nothing is known here of the product's client. */
export function agencyOf(sandbox: TestSandbox, prefix = '/national') {
  let session = ''
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Envelope> => {
    const response = await sandbox.call(`${prefix}/RestService/forward/${path}?dstcode=${DSTCODE}`, {
      method: 'POST',
      headers: { ...HEADERS, ...headers },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Envelope
  }
  return {
    post,
    async login() {
      const answer = await post('mapi/login', { username: 'motcua', password: 'sandbox-national-password' })
      session = answer.session ?? ''
      return answer
    },
    call: (endpoint: 'share' | 'integration', service: string, more: Record<string, unknown> = {}) =>
      post(`mapi/${endpoint}`, { session, madonvi: 'H99', service, ...more }),
  }
}

let last = 0

export function nextDossierCode(): string {
  last += 1
  return `H99.12-261125-${String(last).padStart(4, '0')}`
}

/** A dossier that the contract has nothing against. */
export function aDossier(more: Record<string, unknown> = {}) {
  return {
    MaHoSo: nextDossierCode(),
    MaTTHC: '1.004873',
    TenTTHC: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
    MaLinhVuc: 'G15-TP07',
    TenLinhVuc: 'Hộ tịch',
    KenhThucHien: '2',
    ChuHoSo: 'Vàng Thị Mỷ',
    LoaiDoiTuong: '1',
    DinhDanhCHS: { LoaiDinhDanh: '1', SoDinhDanh: '000000000002' },
    NgayNopHoSo: '20261124073000',
    NgayTiepNhan: '20261124090000',
    TrangThaiHoSo: '2',
    DonViXuLy: 'Ủy ban nhân dân xã Mẫu An',
    ...more,
  }
}

export function aLine(MaHoSo: string, TrangThai: string) {
  return { MaHoSo, NguoiXuLy: 'Lò Thị Mẩu', ThoiDiemXuLy: stamp(new Date()), NoiDungXuLy: 'Xử lý', TrangThai }
}
