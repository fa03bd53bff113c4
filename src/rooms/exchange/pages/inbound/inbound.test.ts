import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { config } from '#platform/config/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import {
  type Dossier,
  findDossierAsSystem,
  getSlips,
  listSaidLog,
  markResultReady,
  receiveDossier,
  requestSupplement,
  returnResult,
  startProcessing,
  supplyDossier,
} from '#rooms/dossiers/index.ts'
import { anOfficer, installSample } from '#rooms/dossiers/testing.ts'
import { useAdapters } from '../../adapter.ts'
import { connect } from '../../commands/connect.ts'
import { fetchFiles } from '../../inbound/commands/take-dossier.ts'
import type { Message } from '../../message.ts'
import { nationalPortal } from '../../national/adapter.ts'
import { messageOf } from '../../store/messages.ts'
import { deliverAll, TestDestination } from '../../testing.ts'
import { nationalInboundRoutes } from './inbound.route.tsx'

useTestDatabase()

/** The real composing, and a destination that remembers. */
class Portal extends TestDestination {
  override compose = nationalPortal({ username: 'x', password: 'x' }).compose as TestDestination['compose']
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const PAPER = '000.00.00.G99-KQ000002'
const TOKEN = 'sandbox-national-inbound'

let site: TestApp
let outside: Portal
let files: Server
let origin = ''
let missing = 0
let number = 0

beforeAll(async () => {
  config.NATIONAL_INBOUND_TOKEN = TOKEN
  files = createServer((_request, response) => {
    missing -= 1
    if (missing >= 0) response.writeHead(404).end()
    else response.writeHead(200).end(PDF)
  })
  await new Promise<void>((resolve) => files.listen(0, resolve))
  origin = `http://localhost:${(files.address() as AddressInfo).port}`
  await installSample()
  site = await createTestApp([nationalInboundRoutes])
  const at = { since: new Date(Date.now() - 3_600_000), settings: { url: `${origin}/national` }, perMinute: 100_000 }
  await transaction(1, (tx) =>
    connect(tx, { agencyId: 1, destination: 'national-portal', contractVersion: '1.4', ...at }),
  )
})
beforeEach(() => {
  missing = 0
  outside = new Portal()
  useAdapters([outside])
})
afterAll(() => void files.close())

const answers = {
  phone: '0900000012',
  residenceCommune: 'H99.12',
  purposeText: 'Để thử',
  delivery: 'counter',
}

function brought(change: object = {}): { MaHoSo: string } & Record<string, unknown> {
  number += 1
  return {
    MaHoSo: `G22.99.12-261125-${String(number).padStart(4, '0')}`,
    MaTTHC: '9.000001',
    LoaiDoiTuong: '1',
    MaDoiTuong: `TECH-${number}`,
    ChuHoSo: 'Vàng Thị Mẫu',
    SoGiayToChuHoSo: `0001980${String(number).padStart(5, '0')}`,
    NgayNopHoSo: '20261125080000',
    TaiKhoanDuocXacThucVoiVNeID: '1',
    DuLieuBieuMau: answers,
    ...change,
  }
}

interface Answered {
  status: number
  body: { error_code: string; message: string; result: unknown }
}

async function call(path: string, body: unknown, more: { token?: string; host?: string } = {}): Promise<Answered> {
  const { token = TOKEN, host = 'dichvucong.tinhmau.localhost' } = more
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { host, 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await site.app.inject({ method: 'POST', url: `/api/national/${path}`, payload, headers })
  return { status: answer.statusCode, body: answer.json() }
}

const bring = (item: object) => call('nhanhsdvcqg', { service: 'nhanhsdvcqg', data: [item] })
const found = (code: string) => read(1, (tx) => findDossierAsSystem(tx, 1, code))
const fieldsOf = ({ body }: Answered) => (body.result as { field: string }[]).map(({ field }) => field)

async function dossierOf(code: string): Promise<Dossier> {
  const dossier = await found(code)
  if (!dossier) throw new Error(`no dossier ${code}`)
  return dossier
}

async function kept(ref: string): Promise<Message[]> {
  const rows = await read(1, (tx) =>
    tx.selectFrom('messages').selectAll().where('direction', '=', 'in').where('ref', '=', ref).orderBy('id').execute(),
  )
  return rows.map(messageOf)
}

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
    expect(site.acts).toContain('national.dossier-brought')
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
    expect((await dossierOf(`G22.99.12-261125-${String(number).padStart(4, '0')}`)).personId).toBe(first.personId)
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
    const fetched = brought(paper({ DuongDanTaiTepTin: `${origin}/national/downloadfile/1` }, '../../x\u202e.exe'))
    for (const item of [inline, fetched]) expect((await bring(item)).body.error_code).toBe('0')
    const ids = (await dossierOf(inline.MaHoSo)).documents.oldPaper
    expect(ids).toHaveLength(1)
    expect((await dossierOf(fetched.MaHoSo)).documents.oldPaper).toHaveLength(1)
    expect(JSON.stringify((await kept(inline.MaHoSo))[0]?.payload)).toContain('sha256:')
    expect(await bring(inline)).toMatchObject({ body: { error_code: '0' } })

    const headers = { host: 'dichvucong.tinhmau.localhost', authorization: `Bearer ${TOKEN}` }
    const url = `/api/national/downloadfile/${ids?.[0]}`
    const given = await site.app.inject({ url, headers })
    expect(given.rawPayload.equals(PDF)).toBe(true)
    expect((await site.app.inject({ url, headers: { ...headers, authorization: 'Bearer x' } })).statusCode).toBe(401)
    const ministry = { ...headers, host: 'dichvucong.bomau.localhost' }
    expect((await site.app.inject({ url, headers: ministry })).statusCode).toBe(404)
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
    missing = 2
    const item = brought(paper({ DuongDanTaiTepTin: `${origin}/national/downloadfile/2` }))
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

describe('who may call', () => {
  test.each(['nhanhsdvcqg', 'nhantbthuedvcqg', 'search/call', 'dptracuuthanhtoanhs', 'addtthcKhuyenMai'])(
    '%s answers nobody without the secret, and nothing is kept',
    async (path) => {
      const item = brought()
      for (const token of ['wrong', '', `${TOKEN}x`, TOKEN.slice(0, -1)]) {
        expect(await call(path, item, { token })).toMatchObject({ status: 401, body: { error_code: '-1' } })
      }
      expect(await kept(item.MaHoSo)).toEqual([])
    },
  )

  test('the secret of one agency opens no other', async () => {
    config.NATIONAL_INBOUND_TOKEN = 'H99:for-the-province,G99:for-the-ministry'
    const item = brought()
    const ministry = { host: 'dichvucong.bomau.localhost' }
    expect((await call('nhanhsdvcqg', item, { token: 'for-the-province', ...ministry })).status).toBe(401)
    expect((await call('nhanhsdvcqg', item, { token: 'for-the-province' })).body.error_code).toBe('0')
    const there = await call('search/call', { MaHoSo: item.MaHoSo }, { token: 'for-the-ministry', ...ministry })
    expect(there.body).toMatchObject({ error_code: '3', result: [{ field: 'MaHoSo' }] })
    config.NATIONAL_INBOUND_TOKEN = TOKEN
  })

  test.each([
    ['no JSON', '<xml/>', 400],
    ['JSON cut short', '{"data": [', 400],
    ['a list', '[]', 400],
    ['a NUL', '{"MaHoSo": "a\\u0000b"}', 400],
    ['half a character', '{"MaHoSo": "\\ud800"}', 400],
    ['nesting without end', `{"data": ${'['.repeat(5000)}${']'.repeat(5000)}}`, 400],
    ['a prototype', '{"__proto__": {"MaHoSo": "x"}}', 400],
    ['too much', `{"MaHoSo": "${'x'.repeat(300_000)}"}`, 413],
  ])('%s is answered in the envelope', async (_what, body, status) => {
    const path = status === 413 ? 'search/call' : 'nhanhsdvcqg'
    expect(await call(path, body)).toMatchObject({ status, body: { error_code: '-1' } })
  })
})

describe('what the portal asks', () => {
  test('a look-up says status and dates by either code, and nothing about a person', async () => {
    const item = brought()
    await bring(item)
    const { temporaryCode } = await dossierOf(item.MaHoSo)
    const answer = await call('search/call', { MaHoSo: temporaryCode })
    expect(answer.body.result).toMatchObject({ MaHoSo: item.MaHoSo, TrangThaiHoSo: '1', NgayTiepNhan: '' })
    expect(JSON.stringify(answer.body)).not.toContain('Vàng')
    expect((await call('dptracuuthanhtoanhs', { MaHoSo: item.MaHoSo })).body.error_code).toBe('0')
    expect((await call('dptracuuthanhtoanhs', { MaHoSo: 'G22.99.12-261125-9999' })).body.error_code).toBe('-1')
  })

  test('a tax notice stands once in the log of its dossier; before the dossier came it is refused', async () => {
    const item = brought()
    const notice = { data: [{ MaHoSo: item.MaHoSo, SoThongBao: 'TB-01', SoTien: '150000' }] }
    expect((await call('nhantbthuedvcqg', notice)).body.error_code).toBe('3')
    await bring(item)
    const first = await call('nhantbthuedvcqg', notice)
    expect(first.body.error_code).toBe('0')
    expect(await call('nhantbthuedvcqg', notice)).toEqual(first)
    const said = await read(1, async (tx) =>
      listSaidLog(tx, await dossierOf(item.MaHoSo), { language: 'vi', kind: 'officer' }),
    )
    expect(said.filter((line) => JSON.stringify(line).includes('TB-01'))).toHaveLength(1)
    expect((await call('addtthcKhuyenMai', { MaHoSo: 'KM-1', Ten: 'x' })).body.error_code).toBe('0')
    expect((await call('addtthcKhuyenMai', { Ten: 'x' })).body.error_code).toBe('3')
  })
})

describe('the whole way', () => {
  test('R-186: every status goes back under their code, received and supplement also as its state', async () => {
    const item = brought()
    await bring(item)
    const desk = await anOfficer(DEMO.units.mauAn)
    const worker = await anOfficer(DEMO.units.mauAn, ['case-officer'])
    for (const officer of [desk, worker]) await known(officer.officerId)
    const actor = { kind: 'system' } as const
    const { code } = await receiveDossier(desk, item.MaHoSo, { documents: [] })
    const step = { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' }, unitId: DEMO.units.mauAn }
    await transaction(1, async (tx) => startProcessing(tx, await dossierOf(code), { actor, step }))
    await requestSupplement(worker, code, { items: [{ name: 'Giấy cũ', reason: 'Thiếu trang 2' }] })
    const { personId = '' } = await dossierOf(code)
    const person = { kind: 'citizen', agencyId: 1, personId, name: 'Vàng Thị Mẫu', assurance: 'level-2' } as const
    const { supplementRequests } = await read(1, async (tx) => getSlips(tx, await dossierOf(code)))
    const [asked] = supplementRequests.flatMap(({ items }) => items)
    await supplyDossier(person, code, [{ itemId: asked?.id ?? '', text: 'Đã bổ sung', documentIds: [] }])
    await transaction(1, async (tx) => {
      const ready = await markResultReady(tx, await dossierOf(code), { actor, outcome: 'granted', resultId: newId() })
      await returnResult(tx, ready, { actor, channel: 'electronic' })
    })

    await deliverAll()
    const of = (service: string) => outside.reached.filter((message) => message.service === service)
    expect(new Set(outside.reached.map(({ payload }) => payload?.MaHoSo))).toEqual(new Set([item.MaHoSo]))
    expect(of('DongBoHoSoMC').map(({ payload }) => payload?.TrangThaiHoSo)).toEqual(['2', '4', '5', '4', '9', '10'])
    expect(of('DongBoHoSoMC').every(({ payload }) => payload?.NoiNopHoSo === '1')).toBe(true)
    expect(of('DongBoHoSoMC').every(({ payload }) => payload?.NgayNopHoSo === item.NgayNopHoSo)).toBe(true)
    expect(of('CapNhatTienDoHoSoMC')).toHaveLength(7)
    expect(of('DongBoTrangThaiHoSo').map(({ payload }) => payload)).toMatchObject([
      { type: '2', MaHoSoDonVi: code, TrangThai: '2', MaDoiTuong: item.MaDoiTuong, TaiLieuXuLy: [] },
      { TrangThai: '5', NoiDung: 'Yêu cầu bổ sung hồ sơ; Giấy cũ: Thiếu trang 2' },
    ])
    expect(
      of('DongBoTrangThaiHoSo').every(({ proof }) =>
        Object.values(proof ?? {})
          .flat()
          .every((seq) => seq > 0),
      ),
    )
    const { id } = await dossierOf(code)
    const rest = await read(1, (tx) =>
      tx
        .selectFrom('messages')
        .select('state')
        .where('dossier_id', '=', id)
        .where('state', '<>', 'acknowledged')
        .execute(),
    )
    expect(rest).toEqual([])
  })
})

/** An officer the ledger can name. */
async function known(officerId: string): Promise<void> {
  const named = { subject: officerId, name: 'Trần Văn Thử', email: null, disabled_at: null, disabled_because: null }
  await transaction(1, (tx) =>
    tx
      .insertInto('officers')
      .values({
        agency_id: 1,
        id: officerId,
        ...named,
        last_seen_at: new Date(),
        failed_factors: 0,
        factors_locked_until: null,
      })
      .execute(),
  )
}
