import { afterEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'
import { missingBefore } from './civil-status/interlinked.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

type Json = Record<string, unknown>

async function call(path: string, body?: unknown, { method = 'POST', token = '' } = {}): Promise<Json> {
  const response = await sandbox.call(`/registries/${path}`, {
    method: body === undefined && method === 'POST' ? 'GET' : method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { http: response.status, ...((await response.json()) as Json) }
}

const move = (system: string, id: string, status: string) => call(`${system}/_act/move`, { id, status })

test('a business, a cooperative and a household business are found by their own parameter (contract 3.3)', async () => {
  const find = async (path: string) => (await call(`apiDKKD/${path}`)).result
  expect(await find('DoanhNghiep/chiTietDoanhNghiep?msdn=0000000101')).toMatchObject({
    TenDoanhNghiep: 'Công ty TNHH Thực phẩm Mẫu',
    NguoiDaiDien: { HoVaTen: 'Nguyễn Thị An' },
  })
  expect(await find('HopTacXa/chiTietHopTacXa?mst=0000000102')).toMatchObject({ LoaiHinh: 'Hợp tác xã' })
  expect(await find('HoKinhDoanh/chiTietHoKinhDoanh?mst=0000000103')).toMatchObject({ LoaiHinh: 'Hộ kinh doanh' })
  expect(await find('DoanhNghiep/chiTietDoanhNghiep?msdn=0000000103')).toBeNull()
  expect(await call('apiDKKD/HopTacXa/chiTietHopTacXa')).toMatchObject({ http: 400 })
})

describe('civil status (contract 3.4)', () => {
  const registration = (data: Json, more: Json = {}) => ({
    ...{ maHoSoMCDT: 'H99.12-261125-0001', maHoSoLT: '', module: 'KT', ngayTiepNhan: '25/11/2026', maDonVi: '99001' },
    data: JSON.stringify(data),
    fileDinhKem: [{ tenGiayTo: 'Giấy báo tử', tenTepDinhKem: 'a.pdf', duLieuTepDinhKem: 'JVBERi0=' }],
    ...more,
  })
  const death = {
    ...{ nycHoTen: { Ho: 'Trần', ChuDem: 'Văn', Ten: 'Cụ' }, nycSoGiayToTuyThan: '000000000009' },
    ...{ nktHoTen: 'Nguyễn Thị Hai', nktNgayChet: '15/11/2026' },
    nktNoiChet: { maTinh: '99', maXa: '99001', dcChiTiet: 'Thôn Mẫu Hạ', quocGia: 'VN' },
  }

  test('what is wrong comes back as one run-on text', async () => {
    const wrong = { ...death, nycHoTen: '', nktNgayChet: '31/02/2026', ketHon: 'x' }
    const { message, statusCode } = await call('civil-status/dangKy', registration(wrong))
    expect(statusCode).toBe(0)
    expect(message).toBe(
      'nycHoTen không được để trống nktNgayChet sai định dạng ngày dd/MM/yyyy ketHon không có trong biểu mẫu',
    )
    expect(await call('civil-status/dangKy', registration(death, { maDonVi: '99' }))).toMatchObject({ statusCode: 0 })
    const asObject = { ...registration(death), data: death }
    expect(await call('civil-status/dangKy', asObject)).toMatchObject({ statusCode: 0 })
  })

  test('taken once, polled until it has a result', async () => {
    const sent = registration(death)
    expect(await call('civil-status/dangKy', sent)).toMatchObject({ statusCode: 1 })
    expect(await call('civil-status/dangKy', sent)).toMatchObject({ statusCode: 1 })
    const other = registration({ ...death, nktHoTen: 'Khác' })
    expect(await call('civil-status/dangKy', other)).toMatchObject({ statusCode: 0 })
    const poll = async () => {
      const asked = { maTinh: '99', maDinhDanhHoSo: ['H99.12-261125-0001', 'x'], module: 'KT' }
      return (await call('civil-status/ketQua', asked)).value as { trangThai: number; ketQuaXuLy: string }[]
    }
    const seen = [await poll(), await poll(), await poll(), await poll()].map(([one]) => one?.trangThai)
    expect(seen).toEqual([1, 3, 4, 4])
    expect((await poll())[0]?.ketQuaXuLy).not.toBe('')
  })
})

describe('inter-linked services (contract 3.4)', () => {
  const login = async () =>
    (await call('interlinked/token', { userName: 'motcua', password: 'sandbox-interlinked-password' })) as {
      token: string
      refreshToken: string
    }

  test.each([
    ['4', ['1'], ['3', '7']],
    ['5', ['1', '3', '7'], ['4']],
    ['2', [], ['1']],
    ['6', ['1'], []],
    ['1', [], []],
  ])('%s after %j lacks %j', (status, told, missing) => {
    expect(missingBefore(status, told)).toEqual(missing)
  })

  test('pulled, marked, and told 1, 3, 7, 4, 5 in that order only', async () => {
    expect(await call('interlinked/hoSo')).toMatchObject({ http: 401 })
    const { token } = await login()
    const [first] = (await call('interlinked/hoSo?module=LTKS', undefined, { token })).value as { maHoSo: string }[]
    const id = first?.maHoSo ?? ''
    const detail = (await call(`interlinked/hoSo/${id}`, undefined, { token })).value as { data: string }
    expect(JSON.parse(detail.data)).toMatchObject({ nksHoTen: 'Đỗ Minh Mới' })
    await call(`interlinked/hoSo/${id}/daNhan`, {}, { token, method: 'PUT' })

    const tell = (trangThai: string) => {
      const who = { coQuanXuLy: 'UBND xã Mẫu An', nguoiXuLy: 'Lò Thị Mẩu', thoiGianThucHien: '20261125090000' }
      return call('interlinked/trangThai', { maTTHC: '2.002621', maHoSo: id, trangThai, ...who }, { token })
    }
    expect(await tell('4')).toMatchObject({ statusCode: 0, message: expect.stringContaining('3, 7') })
    for (const step of ['3', '2', '7', '4']) expect(await tell(step)).toMatchObject({ statusCode: 1 })
    expect(await tell('7')).toMatchObject({ statusCode: 0, message: expect.stringContaining('đã có') })
    expect(await tell('5')).toMatchObject({ statusCode: 1 })
    expect(await tell('6')).toMatchObject({ statusCode: 0, message: expect.stringContaining('kết thúc') })
  })

  test('a token ends, and its refresh token opens once', async () => {
    const { token, refreshToken } = await login()
    await sandbox.fault({ target: 'interlinked', kind: 'session-expired', times: 1 })
    expect(await call('interlinked/hoSo', undefined, { token })).toMatchObject({ http: 401 })
    expect(await call('interlinked/token', { refreshToken })).toMatchObject({ http: 200 })
    expect(await call('interlinked/token', { refreshToken })).toMatchObject({ http: 401 })
  })
})

describe('criminal record, land, social assistance, driving licence (contract 3.4)', () => {
  const declaration = {
    maHoSo: 'H99-261125-0009',
    declarationForm: {
      ...{ fullName: 'Lò Văn Pắng', birthDateStr: '05/01/1987', genderId: '1', idTypeId: 1 },
      ...{ identifyNo: '000000000003', purpose: 'Xin việc', requestQty: 1 },
    },
    residenceForm: [{ fromDateStr: '01/2003', toDateStr: '11/2026', residencePlace: 'Bản Pá Mẫu' }],
  }

  test('a declaration is supplemented only when it was asked for', async () => {
    const send = (body: Json, method = 'POST') => call('criminal-record/declarations', body, { method })
    expect(await send({ ...declaration, residenceForm: [{}] })).toMatchObject({ error_code: '-3' })
    expect(await send(declaration)).toMatchObject({ error_code: '0' })
    expect(await send({ ...declaration, mandatorForm: {} })).toMatchObject({ error_code: '3' })
    expect(await send(declaration, 'PUT')).toMatchObject({ error_code: '-3' })
    await move('criminal-record', declaration.maHoSo, '5')
    expect(await send(declaration, 'PUT')).toMatchObject({ error_code: '0' })
    await sandbox.fault({ target: 'criminal-record', kind: 'refuse-field', times: 1 })
    expect(await send(declaration)).toMatchObject({ result: [{ field: 'residenceForm[0].toDateStr' }] })
  })

  test('a land dossier goes in under a password grant, and comes back with its tax notice', async () => {
    const form = { grant_type: 'password', username: 'motcua', password: 'sandbox-land-password' }
    const grant = await sandbox.call('/registries/land/token', { method: 'POST', body: new URLSearchParams(form) })
    const { access_token: token } = (await grant.json()) as { access_token: string }
    const dossier = {
      ...{
        SoBienNhan: 'BN-1',
        MaHoSoMotCua: 'H99-261125-0010',
        TinhId: '99',
        XaId: '99001',
        NguoiTiepNhan: 'Trần Văn Thu',
      },
      ...{ NgayTiepNhan: '25/11/2026', NgayHenTra: '05/12/2026', ThongTinNguoiNopDon: { HoTen: 'Lò Văn Pắng' } },
      ...{
        ThongTinQuyTrinh: { MaQuyTrinh: 'QT1' },
        ThongTinThuaDat: [{ SoThuTuThua: '1', SoHieuBanDo: '2', DienTich: 90.5 }],
      },
    }
    expect(await call('land/hoSo', dossier)).toMatchObject({ http: 401 })
    expect(await call('land/hoSo', { ...dossier, ThongTinThuaDat: [{}] }, { token })).toMatchObject({
      error_code: '-3',
    })
    expect(await call('land/hoSo', dossier, { token })).toMatchObject({ error_code: '0' })
    expect((await call('land/hoSo/BN-1', undefined, { token })).result).not.toHaveProperty('DanhSachThongBaoThue')
    await move('land', 'BN-1', '6')
    expect((await call('land/hoSo/BN-1', undefined, { token })).result).toMatchObject({
      DanhSachThongBaoThue: [{ SoTien: 150_000 }],
    })
  })

  test('social assistance reads its papers from XML', async () => {
    const record = {
      ...{ MaHoSo: 'H99-261125-0011', MaTTHC: '1.001776', ChuHoSo: 'Trần Văn Cụ', NgayTiepNhan: '20261125080000' },
      ...{ TrangThaiHoSo: '2', ExtentData: '<Attachments><Attachment><Name>Đơn</Name></Attachment></Attachments>' },
    }
    expect(await call('social-assistance/hoSo', { ...record, ExtentData: '<a>' })).toMatchObject({ error_code: '-3' })
    expect(await call('social-assistance/hoSo', record)).toMatchObject({ error_code: '0' })
  })

  test('driving licences are pulled', async () => {
    const [first] = (await call('driving-licence/DanhSachHoSo', {})).result as { MaHoSo: string }[]
    expect((await call('driving-licence/TraCuuHoSo', { mahoso: first?.MaHoSo })).result).toMatchObject({
      HangGPLX: 'A1',
    })
    expect((await call('driving-licence/LayTaiLieuHoSo', { mahoso: first?.MaHoSo })).result).toHaveLength(1)
  })

  test('what was taken survives a restart, and each has a page', async () => {
    await sandbox.restart()
    expect((await call('criminal-record/_state/cases')).cases).toMatchObject([{ id: declaration.maHoSo }])
    for (const name of [
      'civil-status',
      'interlinked',
      'criminal-record',
      'land',
      'social-assistance',
      'driving-licence',
    ]) {
      const page = await (await sandbox.call(`/registries/${name}`)).text()
      expect(page).toContain('Mô phỏng – không phải hệ thống thật.')
    }
    expect(await (await sandbox.call('/registries/land')).text()).toContain('BN-1')
  })
})
