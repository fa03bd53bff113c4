import { describe, expect, test } from 'vitest'
import { read } from '#platform/db/index.ts'
import { listSaidLog } from '#rooms/dossiers/index.ts'
import { fetchFiles } from '../../inbound/commands/take-dossier.ts'
import {
  answers,
  bring,
  brought,
  dossierOf,
  fieldsOf,
  found,
  inbound,
  kept,
  PAPER,
  PDF,
  TOKEN,
  useInbound,
} from './testing.ts'

useInbound()

describe('a dossier born at the national portal', () => {
  test('R-024: becomes a dossier like any other, found by both codes, and the log says where it came from', async () => {
    const item = brought()
    const answer = await bring(item)
    expect(answer).toMatchObject({ status: 200, body: { error_code: '0' } })
    const dossier = await dossierOf(item.MaHoSo)
    expect(answer.body.result).toEqual({ MaHoSo: item.MaHoSo, MaHoSoDonVi: dossier.temporaryCode, TrangThai: '1' })
    expect(dossier).toMatchObject({
      nationalCode: item.MaHoSo,
      status: 'submitted',
      channel: 'online',
      applicant: { name: 'Vàng Thị Mẫu', phone: '0900000012' },
    })
    expect((await dossierOf(dossier.temporaryCode)).id).toBe(dossier.id)
    const lines = await read(1, (tx) => listSaidLog(tx, dossier, { language: 'vi', kind: 'officer' }))
    expect(JSON.stringify(lines)).toContain(`nộp hồ sơ tại Cổng Dịch vụ công quốc gia, mã ${item.MaHoSo}`)
    expect(await kept(item.MaHoSo)).toMatchObject([
      { key: `nhanhsdvcqg:${item.MaHoSo}`, dossierId: dossier.id, state: 'acknowledged' },
    ])
    expect(inbound.site.acts).toContain('national.dossier-brought')
  })

  test('R-061: brought again, one after the other or at once, it is one dossier and one answer', async () => {
    const item = brought()
    const first = await bring(item)
    expect(await bring(item)).toEqual(first)
    const other = brought()
    const all = await Promise.all([bring(other), bring(other), bring(other)])
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await kept(other.MaHoSo)).toHaveLength(1)
  })

  test('another content under the same code is refused, and the first stands', async () => {
    const item = brought()
    await bring(item)
    const answer = await bring({ ...item, ChuHoSo: 'Người Khác' })
    expect(answer.body).toMatchObject({ error_code: '3', result: [{ field: 'MaHoSo' }] })
    expect((await dossierOf(item.MaHoSo)).applicant.name).toBe('Vàng Thị Mẫu')
    expect((await kept(item.MaHoSo)).map(({ state }) => state)).toEqual(['acknowledged', 'refused'])
  })

  test('what is wrong is said field by field; put right, it is taken', async () => {
    const item = brought()
    const wrong = { ...item, DuLieuBieuMau: { ...answers, delivery: 'balloon', phone: '', colour: 'red' } }
    expect(fieldsOf(await bring(wrong))).toEqual(['DuLieuBieuMau.colour'])
    const { colour: _colour, ...known } = wrong.DuLieuBieuMau
    expect(fieldsOf(await bring({ ...item, DuLieuBieuMau: known }))).toEqual([
      'DuLieuBieuMau.phone',
      'DuLieuBieuMau.delivery',
    ])
    expect(await found(item.MaHoSo)).toBeUndefined()
    expect((await bring(item)).body.error_code).toBe('0')
  })

  test.each([
    ['a procedure nobody has', { MaTTHC: '9.999999' }, 'MaTTHC'],
    ['a code that is not theirs', { MaHoSo: 'H99.12-261125-0001' }, 'MaHoSo'],
    ['nobody', { ChuHoSo: ' \u200b' }, 'ChuHoSo'],
    ['no number and no account', { MaDoiTuong: '', SoGiayToChuHoSo: '' }, 'SoGiayToChuHoSo'],
    ['a day that is none', { NgayNopHoSo: '20260230120000' }, 'NgayNopHoSo'],
    ['the future', { NgayNopHoSo: '20991231120000' }, 'NgayNopHoSo'],
    ['no form', { DuLieuBieuMau: undefined }, 'DuLieuBieuMau'],
    ['an answer without end', { DuLieuBieuMau: { purposeText: [{}] } }, 'DuLieuBieuMau.purposeText'],
    ['R-036: an account of level 1', { TaiKhoanDuocXacThucVoiVNeID: '0' }, 'TaiKhoanDuocXacThucVoiVNeID'],
    ['an organisation, for a service for persons', { LoaiDoiTuong: '2' }, 'LoaiDoiTuong'],
  ])('%s is refused at its field', async (_what, change, field) => {
    const before = await count('persons')
    expect(fieldsOf(await bring(brought(change)))).toEqual([field])
    expect(await count('persons')).toBe(before)
  })

  test('a person is known by TechID, then by number, and not overwritten', async () => {
    const [one, other] = [brought(), brought()]
    await bring(one)
    await bring({ ...other, MaDoiTuong: one.MaDoiTuong, ChuHoSo: 'Tên Khác' })
    await bring({ ...brought(), MaDoiTuong: '', SoGiayToChuHoSo: one.SoGiayToChuHoSo })
    const [first, second] = [await dossierOf(one.MaHoSo), await dossierOf(other.MaHoSo)]
    expect(second.personId).toBe(first.personId)
    expect(second.answers.fullName).toBe('Vàng Thị Mẫu')
    expect((await dossierOf(`G22.99.12-261125-${String(inbound.number).padStart(4, '0')}`)).personId).toBe(
      first.personId,
    )
  })
})

const count = (table: 'persons' | 'dossiers' | 'documents') =>
  read(1, async (tx) => (await tx.selectFrom(table).select('id').execute()).length)

const paper = (more: object, name = 'giay-cu.pdf') => ({
  TaiLieuNop: [{ TepDinhKemId: 'f', TenTepDinhKem: name, MaThanhPhanHoSo: PAPER, ...more }],
})

describe('its files', () => {
  test('come with it or are fetched, and are taken in like any upload', async () => {
    const inline = brought(paper({ NoiDungTep: PDF.toString('base64') }))
    const fetched = brought(
      paper({ DuongDanTaiTepTin: `${inbound.origin}/national/downloadfile/1` }, '../../x\u202e.exe'),
    )
    for (const item of [inline, fetched]) expect((await bring(item)).body.error_code).toBe('0')
    const ids = (await dossierOf(inline.MaHoSo)).documents.oldPaper
    expect(ids).toHaveLength(1)
    expect((await dossierOf(fetched.MaHoSo)).documents.oldPaper).toHaveLength(1)
    expect(JSON.stringify((await kept(inline.MaHoSo))[0]?.payload)).toContain('sha256:')
    expect(await bring(inline)).toMatchObject({ body: { error_code: '0' } })

    const headers = { host: 'dichvucong.tinhmau.localhost', authorization: `Bearer ${TOKEN}` }
    const url = `/api/national/downloadfile/${ids?.[0]}`
    const given = await inbound.site.app.inject({ url, headers })
    expect(given.rawPayload.equals(PDF)).toBe(true)
    expect(
      (await inbound.site.app.inject({ url, headers: { ...headers, authorization: 'Bearer x' } })).statusCode,
    ).toBe(401)
    const ministry = { ...headers, host: 'dichvucong.bomau.localhost' }
    expect((await inbound.site.app.inject({ url, headers: ministry })).statusCode).toBe(404)
  })

  test.each([
    ['an address elsewhere', { DuongDanTaiTepTin: 'http://169.254.169.254/latest/meta-data' }],
    ['a file of this machine', { DuongDanTaiTepTin: 'file:///etc/passwd' }],
    ['an address that only looks right', { DuongDanTaiTepTin: 'http://localhost@169.254.169.254/' }],
    ['bytes that are no paper', { NoiDungTep: Buffer.from('MZ program').toString('base64') }],
    ['bytes that are none', { NoiDungTep: '<%%>' }],
    ['neither bytes nor address', {}],
    ['a paper nobody asked for', { NoiDungTep: PDF.toString('base64'), MaThanhPhanHoSo: 'KQ.0' }],
  ])('%s is refused and leaves no dossier', async (_what, file) => {
    const item = brought(paper(file))
    const answer = await bring(item)
    expect(answer.body.error_code).toBe('3')
    expect(fieldsOf(answer)[0]).toMatch(/^TaiLieuNop\.0/)
    expect(await found(item.MaHoSo)).toBeUndefined()
  })

  test('one that is not there yet is fetched again; until then there is no dossier', async () => {
    inbound.missing = 2
    const item = brought(paper({ DuongDanTaiTepTin: `${inbound.origin}/national/downloadfile/2` }))
    const answer = await bring(item)
    expect(answer.body).toMatchObject({ error_code: '0', result: { MaHoSoDonVi: '', TrangThai: '' } })
    expect(await found(item.MaHoSo)).toBeUndefined()
    const [message] = await kept(item.MaHoSo)
    expect(message).toMatchObject({ state: 'waiting', problem: 'files-awaited' })
    const again = () => fetchFiles(1, message?.id ?? 0)
    await expect(again()).rejects.toThrow('does not give every file yet')
    expect(await bring(item)).toEqual(answer)
    await again()
    await again()
    expect((await dossierOf(item.MaHoSo)).documents.oldPaper).toHaveLength(1)
    expect((await kept(item.MaHoSo))[0]).toMatchObject({ state: 'acknowledged' })
  })
})
