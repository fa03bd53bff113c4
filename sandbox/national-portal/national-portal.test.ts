import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'
import { DSTCODE } from './portal.ts'
import { aDossier, agencyOf, aLine } from './testing.ts'

const sandbox = useSandbox()
const agency = agencyOf(sandbox)
beforeAll(() => agency.login())
afterEach(() => sandbox.heal())

const push = (dossier: unknown, isUpdating = 'False') =>
  agency.call('integration', 'DongBoHoSoMC', { isUpdating, data: [dossier] })
const tell = (...lines: unknown[]) => agency.call('integration', 'CapNhatTienDoHoSoMC', { data: lines })
const held = async (code: string) => {
  const response = await sandbox.call(`/national/_state/dossiers/${code}`)
  return response.status === 200 ? ((await response.json()) as Record<string, never>) : undefined
}
const act = (path: string, body: unknown) =>
  sandbox.call(`/national/_act/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('transport and session (contract 2.1)', () => {
  test.each([
    [{ dstcode: 'VN:GOV:x' }, 'dstcode'],
    [{ 'content-type': 'text/plain' }, 'Content-Type'],
    [{ charset: 'latin-1' }, 'Charset'],
  ])('%j is refused before anything is read', async (headers, word) => {
    const answer = await agency.post('mapi/login', {}, headers)
    expect(answer).toMatchObject({ error_code: '-2', message: expect.stringContaining(word) })
  })

  test('the session is opened by the account only, and is asked for in every body', async () => {
    expect(await agency.post('mapi/login', { username: 'motcua', password: 'x' })).toMatchObject({ error_code: '-1' })
    const asked = { session: 'x', madonvi: 'H99', service: 'LayDanhSachTTHC' }
    expect(await agency.post('mapi/share', asked)).toMatchObject({ error_code: '-1' })
    expect(await agency.call('share', 'LayDanhSachTTHC')).toMatchObject({ error_code: '0' })
    expect(await agency.call('share', 'LayDanhSachTTHC', { madonvi: 'H01' })).toMatchObject({ error_code: '3' })
    expect(await agency.call('share', 'LayDanhSachTTHC', { madonvi: '000.00.12.H99' })).toMatchObject({
      error_code: '0',
    })
  })

  test('a session ends without a word when the fault says so, and a new one works', async () => {
    await sandbox.fault({ target: 'national', kind: 'session-expired', times: 1, path: 'integration' })
    expect(await tell()).toMatchObject({ error_code: '-1' })
    await agency.login()
    expect(await agency.call('share', 'LayDVC')).toMatchObject({ error_code: '0' })
  })
})

describe('the catalogue (contract 2.2, 2.3)', () => {
  test('procedures, one procedure, units and code lists are shared', async () => {
    const { result } = await agency.call('share', 'LayThuTuc', { maTTHC: '1.004873' })
    expect(result).toMatchObject({ MATTHC: '1.004873', LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-TP07' }] })
    expect((await agency.call('share', 'LayDanhMucCoQuan')).result).toContainEqual(
      expect.objectContaining({ MADONVI: 'H99', CAPDONVI: '1' }),
    )
    expect((await agency.call('share', 'LayDanhMucQuanHuyen')).result).toEqual([])
    expect(await agency.call('share', 'LayDanhMucHanhTinh')).toMatchObject({ error_code: '-2' })
  })

  test('a technical number is found by account, tax code or identity number', async () => {
    const find = async (provider: string, id: string) =>
      (await agency.call('share', 'TraCuuTechID', { provider, id })).result
    expect(await find('cmnd', '000000000002')).toEqual({ TECHNICALID: 'SANDBOX-P-0002' })
    expect(await find('mst', '0000000101')).toEqual({ TECHNICALID: 'SANDBOX-B-0001' })
    expect(await find('wso2is', 'nguyen-thi-an')).toEqual({ TECHNICALID: 'SANDBOX-P-0001' })
  })

  test('a name that changed overnight is refused by field, and a withdrawn procedure takes nothing new', async () => {
    const changed = { code: '8.000001', name: 'Tên mới', field: { code: 'X', name: 'Y' } }
    await act('procedures', changed)
    const dossier = aDossier({ MaTTHC: '8.000001', TenTTHC: 'Tên cũ', MaLinhVuc: 'X', TenLinhVuc: 'Y' })
    expect(await push(dossier)).toMatchObject({ error_code: '-3', result: [{ field: 'TenTTHC' }] })
    const right = { ...dossier, TenTTHC: 'Tên mới' }
    expect(await push(right)).toMatchObject({ error_code: '0' })
    await act('procedures', { ...changed, state: 'WITHDRAWN' })
    expect(await push({ ...right, TrangThaiHoSo: '4' }, 'True')).toMatchObject({ error_code: '0' })
    expect(await push({ ...right, MaHoSo: 'H99-261125-9999' })).toMatchObject({ result: [{ field: 'MaTTHC' }] })
  })
})

describe('DongBoHoSoMC (contract 2.4)', () => {
  test('a dossier is taken once; again it exists, unless it is an update', async () => {
    const dossier = aDossier()
    expect(await push(dossier)).toMatchObject({ error_code: '0', result: [{ MaHoSo: dossier.MaHoSo }] })
    expect(await push(dossier)).toMatchObject({ error_code: '3', message: expect.stringContaining('đã tồn tại') })
    expect(await push({ ...dossier, TrangThaiHoSo: '4' }, 'True')).toMatchObject({ error_code: '0' })
    expect(await held(dossier.MaHoSo)).toMatchObject({ revision: 2, statuses: [{ status: '2' }, { status: '4' }] })
  })

  test.each([
    ['MaHoSo', { MaHoSo: 'H99-1' }],
    ['MaHoSo', { MaHoSo: 'H01-261125-0001' }],
    ['MaHoSo', { MaHoSo: 'G22.99.12-261125-7777' }],
    ['MaTTHC', { MaTTHC: '9.999999' }],
    ['MaLinhVuc', { MaLinhVuc: 'G15-TP08' }],
    ['KenhThucHien', { KenhThucHien: '4' }],
    ['ChuHoSo', { ChuHoSo: '' }],
    ['ChuHoSo', { ChuHoSo: 'Nguyễn'.normalize('NFD') }],
    ['DinhDanhCHS.SoDinhDanh', { DinhDanhCHS: { LoaiDinhDanh: '1', SoDinhDanh: '12' } }],
    ['TrichYeuHoSo', { TrichYeuHoSo: 'x'.repeat(1001) }],
    ['NgayTiepNhan', { NgayTiepNhan: '20260230100000' }],
    ['NgayTiepNhan', { NgayTiepNhan: '20261123090000' }],
    ['NgayTiepNhan', { NgayTiepNhan: undefined }],
    ['TrangThaiHoSo', { TrangThaiHoSo: '11' }],
    ['NgayTuChoi', { TrangThaiHoSo: '3' }],
    ['DuocThanhToanTrucTuyen', { DuocThanhToanTrucTuyen: '7' }],
    ['TaiLieuNop[0].TenTepDinhKem', { TaiLieuNop: [{ TenTepDinhKem: 'x'.repeat(4001) }] }],
    ['DanhSachLePhi[0].Gia', { DanhSachLePhi: [{ TenPhiLePhi: 'Lệ phí', Gia: 'tám' }] }],
    ['DanhSachGiayToKetQua[0].TenGiayTo', { DanhSachGiayToKetQua: [{ TenGiayTo: 'x'.repeat(2001) }] }],
    ['DSKetNoiCSDL[0]', { DSKetNoiCSDL: ['DC'] }],
    ['NgayHentra', { NgayHentra: '20261125090000' }],
  ])('a wrong %s is refused, naming the field', async (field, wrong) => {
    const dossier = aDossier(wrong)
    const answer = await push(dossier)
    expect(answer).toMatchObject({ error_code: '-3', message: expect.stringContaining(field) })
    expect(answer.result).toContainEqual({ field, reason: expect.any(String) })
    expect(await held(dossier.MaHoSo)).toBeUndefined()
  })

  test('a returned dossier does not wake up, unless order is not asked for', async () => {
    const done = { NgayKetThucXuLy: '20261124100000', NgayTra: '20261124110000' }
    const dossier = aDossier({ TrangThaiHoSo: '10', ...done })
    await push(dossier)
    const woken = { ...dossier, TrangThaiHoSo: '2' }
    expect(await push(woken, 'True')).toMatchObject({ error_code: '-3', result: [{ field: 'TrangThaiHoSo' }] })
    await act('strict', { order: 'off' })
    expect(await push(woken, 'True')).toMatchObject({ error_code: '0' })
    await act('strict', { order: 'on' })
  })

  test('one wrong dossier of a call refuses them all', async () => {
    const [right, wrong] = [aDossier(), aDossier({ ChuHoSo: '' })]
    const answer = await agency.call('integration', 'DongBoHoSoMC', { isUpdating: 'False', data: [right, wrong] })
    expect(answer.error_code).toBe('-3')
    expect(await held(right.MaHoSo)).toBeUndefined()
  })
})

describe('CapNhatTienDoHoSoMC (contract 2.5)', () => {
  test('lines wait for their dossier, ten a call, and are kept as they came', async () => {
    const dossier = aDossier()
    expect(await tell(aLine(dossier.MaHoSo, '2'))).toMatchObject({ error_code: '3' })
    await push(dossier)
    const line = aLine(dossier.MaHoSo, '2')
    expect(await tell(...Array.from({ length: 11 }, () => line))).toMatchObject({ error_code: '3' })
    expect(await tell(line, aLine(dossier.MaHoSo, '4'))).toMatchObject({ error_code: '0' })
    expect(await tell({ ...line, NguoiXuLy: 'x'.repeat(51) })).toMatchObject({
      result: [{ field: 'data[0].NguoiXuLy' }],
    })
    expect(await held(dossier.MaHoSo)).toMatchObject({ progress: [{ TrangThai: '2' }, { TrangThai: '4' }] })
    const { result } = await agency.call('share', 'TraCuuHoSo', { mahoso: dossier.MaHoSo })
    expect(result).toMatchObject({ TrangThaiHoSo: '2', DanhSachTienDo: [{ TrangThai: '2' }, { TrangThai: '4' }] })
  })

  test('10 before 2 is refused, and 2 after 10', async () => {
    const dossier = aDossier()
    await push(dossier)
    expect(await tell(aLine(dossier.MaHoSo, '10'))).toMatchObject({ error_code: '-3' })
    expect(await tell(...['2', '4', '9', '10'].map((code) => aLine(dossier.MaHoSo, code)))).toMatchObject({
      error_code: '0',
    })
    expect(await tell(aLine(dossier.MaHoSo, '2'))).toMatchObject({ error_code: '-3' })
  })
})

describe('questions, ratings, papers, figures (contract 2.2, 2.8, 2.10)', () => {
  test('a question is pulled, answered, and its answer read', async () => {
    await act('questions', { HOIDAPID: 'HD-1', MADONVI: 'H99.12', NOIDUNG: 'Nộp ở đâu?' })
    expect((await agency.call('share', 'LayDanhSachHoiDapGuiTuDVCQG')).result).toMatchObject([
      { HOIDAPID: 'HD-1', TRANGTHAI: 'CHO_TRA_LOI' },
    ])
    const answer = { HOIDAPID: 'HD-1', MADONVI: 'H99', NGUOITRALOI: 'Trần Văn Thu', NOIDUNGTRALOI: 'Tại xã' }
    const send = (data: unknown[]) => agency.call('integration', 'DongBoKetQuaHoiDapGuiTuDVCQG', { data })
    expect(await send([answer])).toMatchObject({ error_code: '-3', result: [{ field: 'NGAYTRALOI' }] })
    expect(await send([{ ...answer, NGAYTRALOI: '20261125080000' }])).toMatchObject({ error_code: '0' })
    expect((await agency.call('share', 'LayNoiDungTraLoiTheoCauHoi', { hoidapid: 'HD-1' })).result).toMatchObject([
      { NOIDUNGTRALOI: 'Tại xã' },
    ])
  })

  test('ratings add up to a hundred', async () => {
    const rating = (RatHaiLong: number) => ({
      ...{ NgayTongHop: '20261125000000', TongSoNguoiDanhGia: 4, Madonvi: 'H99', TenDonVi: 'Tỉnh Mẫu' },
      PhanTramDanhGia: { RatHaiLong, HaiLong: 25, ChuaHaiLong: 0 },
    })
    const send = (data: unknown) => agency.call('integration', 'DongBoDanhGia', { data: [data] })
    expect(await send(rating(10))).toMatchObject({ error_code: '-3' })
    expect(await send(rating(75))).toMatchObject({ error_code: '0' })
  })

  test('what an agency issued is found in the person’s store, and its file fetched', async () => {
    const { session } = await agency.login()
    const result = { TenGiayTo: 'Giấy xác nhận', MaGiayToKetQua: 'KQ.G15.000038' }
    const dossier = aDossier({ SoGiayToChuHoSo: '000000000002', DanhSachGiayToKetQua: [result] })
    await push(dossier)
    const asked = {
      ...{ session, SoDinhDanhChuSoHuu: '000000000002', HoTenNguoiYeuCau: 'Vàng Thị Mỷ', KenhThucHien: '2' },
      ...{ SoDinhDanhNguoiYeuCau: '000000000002', MaThuTuc: '1.004873' },
      DanhSachDanhMucKetQua: [{ MaKetQua: 'KQ.G15.000038' }],
    }
    const through = (path: string, body: unknown) =>
      sandbox.call(`/national/RestService/forward/${path}?dstcode=${DSTCODE}&providerurl=khogiayto`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', charset: 'utf-8', dstcode: DSTCODE },
        body: JSON.stringify(body),
      })
    const found = (await (await through('GetDanhSachKetQua', asked)).json()) as {
      result: { DanhSachGiayToKetQua: { CoQuanChuQuan: string; DanhSachTepDinhKem: object[] }[] }
    }
    const [paper] = found.result.DanhSachGiayToKetQua
    expect(paper).toMatchObject({ TenGiayTo: 'Giấy xác nhận', CoQuanChuQuan: 'H99' })
    const file = await through('LayTepKetQua', { session, ...paper, ...paper?.DanhSachTepDinhKem[0] })
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('the public figures are counted from what was told', async () => {
    const params = JSON.stringify({ service: 'report_by_year_service_part2', type: 'ref', p_tinh_id: 'H99' })
    const body = new URLSearchParams({ params })
    const [row] = (await (await sandbox.call('/national/jsp/rest.jsp', { method: 'POST', body })).json()) as never[]
    expect(row).toMatchObject({ MADONVI: 'H99', TYLE_TRUCTUYEN: 100, SO_LAN_DANHGIA: 4 })
  })
})
