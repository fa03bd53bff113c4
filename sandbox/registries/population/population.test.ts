import { afterEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../../testing.ts'
import { parseXml, textAt } from '../../web/xml.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const MY = {
  ...{ SoDinhDanh: '000000000002', HoVaTen: 'Vàng Thị Mỷ' },
  NgayThangNamSinh: '<d:NgayThangNam>19980920</d:NgayThangNam>',
}

let last = 0

async function ask(operation: string, fields: Record<string, string> = {}, namespace = 'http://dancuquocgia.bca') {
  last += 1
  const heads = {
    MaYeuCau: `YC-${last}`,
    MaDVC: '1.004873.01',
    MaTichHop: 'SANDBOX-TICHHOP-01',
    MaCanBo: 'tran-van-thu',
  }
  const all = Object.entries({ ...heads, ...fields }).map(([name, value]) => `<d:${name}>${value}</d:${name}>`)
  const response = await sandbox.call('/registries/population/service', {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0"?><e:Envelope xmlns:e="${SOAP}" xmlns:d="${namespace}"><e:Body><d:${operation}>${all.join('')}</d:${operation}></e:Body></e:Envelope>`,
  })
  const text = await response.text()
  const [answer] = parseXml(text).children[0]?.children ?? []
  return { status: response.status, answer, text, at: (...path: string[]) => textAt(answer, ...path) }
}

describe('the population register (contract 3.2)', () => {
  test('gives the shared answer, with family, and no district', async () => {
    const { status, answer, at } = await ask('CungCapThongTinCongDan', MY)
    expect(status).toBe(200)
    expect(answer).toMatchObject({ name: 'CungCapThongTinCongDanResponse', namespace: 'http://dancuquocgia.bca' })
    const person = (...path: string[]) => at('CongdanCollection', 'CongDan', ...path)
    expect([person('HoVaTen', 'Ho'), person('HoVaTen', 'ChuDem'), person('HoVaTen', 'Ten')]).toEqual([
      'Vàng',
      'Thị',
      'Mỷ',
    ])
    expect(person('TinhTrangHonNhan')).toBe('1')
    expect([person('ThuongTru', 'MaQuanHuyen'), person('ThuongTru', 'MaPhuongXa')]).toEqual(['', '99001'])
    expect(person('Cha', 'SoDinhDanh')).toBe('000000000904')
    expect(person('ChuHo', 'QuanHe')).toBe('Con')
  })

  test('number, name and birth date must all be right', async () => {
    const wrong = { ...MY, HoVaTen: 'Vàng Thị My' }
    expect((await ask('CungCapThongTinCongDan', wrong)).at('CongdanCollection', 'CongDan', 'SoDinhDanh')).toBe('')
    expect((await ask('XacThucThongTinCongDan', wrong)).at('KetQua')).toBe('0')
    expect((await ask('XacThucThongTinCongDan', MY)).at('KetQua')).toBe('1')
  })

  test('a year alone is enough for whom only the year is known', async () => {
    const old = {
      ...{ SoDinhDanh: '000000000009', HoVaTen: 'Trần Văn Cụ', NgayThangNamSinh: '<d:Nam>1938</d:Nam>' },
    }
    expect((await ask('XacMinhTinhTrangHonNhan', old)).at('TinhTrangHonNhan')).toBe('4')
  })

  test.each([
    ['XacMinhThongTinNhanThan', { NhanThan: '<d:SoDinhDanh>000000000905</d:SoDinhDanh>' }, '1'],
    ['XacMinhThongTinNhanThan', { NhanThan: '<d:SoDinhDanh>000000000001</d:SoDinhDanh>' }, '0'],
    ['XacMinhThongTinChuHo', { ChuHo: '<d:SoDinhDanh>000000000904</d:SoDinhDanh>' }, '1'],
    ['XacMinhThongTinNoiOHienTai', { NoiOHienTai: '<d:MaPhuongXa>99002</d:MaPhuongXa>' }, '0'],
    ['XacMinhThongTinNguoiGiamHo', { NguoiGiamHo: '<d:SoDinhDanh>000000000905</d:SoDinhDanh>' }, '1'],
    ['XacMinhThongTinChetMatTich', {}, '0'],
    ['CungCapThongTinNhomMau', {}, '1'],
  ])('%s with %j says %s', async (operation, more, verdict) => {
    expect((await ask(operation, { ...MY, ...more })).at('KetQua')).toBe(verdict)
  })

  test('a household lists who lives in it', async () => {
    const { text } = await ask('CungCapThongTinHoGiaDinh', MY)
    expect(text.match(/<QuanHe>/g)).toHaveLength(3)
  })

  test.each([
    ['MaCanBo', { ...MY, MaCanBo: '' }],
    ['MaDVC', { ...MY, MaDVC: 'để biết' }],
    ['MaTichHop', { ...MY, MaTichHop: 'khác' }],
    ['HoVaTen', { SoDinhDanh: '000000000002' }],
  ])('without a right %s it is a fault', async (name, fields) => {
    const { status, answer, at } = await ask('TraCuuThongTinCongDan', fields as Record<string, string>)
    expect(status).toBe(500)
    expect(answer?.name).toBe('Fault')
    expect(at('faultcode')).toBe('soap:Client')
    expect(at('faultstring')).toContain(name)
  })

  test('another namespace, another operation, no XML: faults', async () => {
    expect((await ask('TraCuuThongTinCongDan', MY, 'http://khac')).at('faultstring')).toContain('namespace')
    expect((await ask('XoaCongDan', MY)).answer?.name).toBe('Fault')
    const call = (body: string) => sandbox.call('/registries/population/service', { method: 'POST', body })
    expect((await call('{}')).status).toBe(500)
    const bomb = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    expect(await (await call(bomb)).text()).toContain('Fault')
  })

  test('every look-up is logged with officer and purpose, once though it comes twice; reuse for another is refused', async () => {
    const same = { ...MY, MaYeuCau: 'YC-SAME', MaCanBo: 'lo-thi-mau' }
    await ask('TraCuuThongTinCongDan', same)
    await ask('TraCuuThongTinCongDan', same)
    expect((await ask('CungCapThongTinCongDan', same)).at('faultstring')).toContain('YC-SAME')
    const response = await sandbox.call('/registries/population/_state/lookups?officer=lo-thi-mau')
    const { lookups } = (await response.json()) as { lookups: object[] }
    expect(lookups).toMatchObject([{ MaYeuCau: 'YC-SAME', MaDVC: '1.004873.01', subject: '…002', found: true }])
    expect(JSON.stringify(lookups)).not.toContain('000000000002')
    expect(await (await sandbox.call('/registries/population')).text()).toContain('lo-thi-mau (1)')
  })

  test('a batch is asked for, waited for, read and deleted', async () => {
    const one = `<d:YeuCau>${Object.entries(MY)
      .map(([name, value]) => `<d:${name}>${value}</d:${name}>`)
      .join('')}</d:YeuCau>`
    const id = (await ask('CungCapDanhSachThongTinCongDan', { DanhSach: one })).at('RequestId')
    expect((await ask('GetRequestResult', { RequestId: id })).answer?.name).toBe('Fault')
    expect((await ask('GetRequestStatus', { RequestId: id })).at('Status')).toBe('PROCESSING')
    expect((await ask('GetRequestStatus', { RequestId: id })).at('Status')).toBe('DONE')
    expect((await ask('GetRequestResult', { RequestId: id })).at('CongdanCollection', 'CongDan', 'SoDinhDanh')).toBe(
      '000000000002',
    )
    expect((await ask('DeleteRequest', { RequestId: id })).at('Status')).toBe('DELETED')
    expect((await ask('GetRequestStatus', { RequestId: id })).answer?.name).toBe('Fault')
  })

  test('busy on demand, and described', async () => {
    await sandbox.fault({ target: 'population', kind: 'refuse', times: 1 })
    expect((await ask('TraCuuThongTinCongDan', MY)).at('faultcode')).toBe('soap:Server')
    const wsdl = parseXml(await (await sandbox.call('/registries/population/service?wsdl')).text())
    expect(wsdl.children[0]?.children.length).toBe(18)
  })
})
