import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { breakSandbox, mendSandbox, type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import type { MakeRegistry } from './adapter.ts'
import { businessRegistry } from './business/adapter.ts'
import { civilStatusRegistry } from './civil-status/adapter.ts'
import { criminalRecordRegistry } from './criminal-record/adapter.ts'
import { drivingLicenceRegistry } from './driving-licence/adapter.ts'
import { landRegistry } from './land/adapter.ts'
import type { Finding, Keys, Purpose, RegistryName } from './lookup.ts'
import { populationRegistry } from './population/adapter.ts'
import { socialAssistanceRegistry } from './social-assistance/adapter.ts'

useTestDatabase()
let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandboxProcess()
})
afterEach(() => mendSandbox(sandbox))
afterAll(() => sandbox.stop())

const QUICK = { timeout: 400, attempts: 1 }
const CODE = 'H99-261125-0010'

interface Known {
  path: string
  make: MakeRegistry
  keys: Keys
  evidence: object
  /** Keys under which there is nothing. */
  unknown?: Keys
}

/** Each registry of the contract, and somebody or something that the sandbox knows. */
const REGISTRIES: Record<RegistryName, Known> = {
  population: {
    path: 'population/service',
    make: populationRegistry,
    keys: { idNumber: '000000000901', name: 'Nguyễn Văn Sáu', born: '1962-05-01' },
    evidence: { residence: 'Tổ 3', residenceCode: '99003', born: '1962-05-01', gender: '1' },
    unknown: { idNumber: '000000000901', name: 'Nguyễn Văn Sáu', born: '1963' },
  },
  business: {
    path: 'apiDKKD',
    make: businessRegistry,
    keys: { code: '0000000103' },
    evidence: { businessKind: 'Hộ kinh doanh', registeredOn: '2020-01-02' },
    unknown: { code: '0000000999' },
  },
  'civil-status': {
    path: 'civil-status',
    make: civilStatusRegistry,
    keys: { code: CODE, module: 'KT' },
    evidence: { caseCode: CODE, caseState: 'waiting' },
    unknown: { code: CODE, module: 'KS' },
  },
  'criminal-record': {
    path: 'criminal-record',
    make: criminalRecordRegistry,
    keys: { code: CODE },
    evidence: { caseCode: CODE, caseState: 'waiting' },
    unknown: { code: 'H99-261125-9999' },
  },
  land: {
    path: 'land',
    make: landRegistry({ username: 'motcua', password: 'sandbox-land-password' }),
    keys: { code: CODE },
    evidence: { caseCode: CODE, caseState: 'payable', payable: '150000' },
    unknown: { code: 'H99-261125-9999' },
  },
  'social-assistance': {
    path: 'social-assistance',
    make: socialAssistanceRegistry,
    keys: { code: CODE, owner: 'Trần Văn Cụ', receivedAt: '20261125080000', papers: 'Đơn <đề nghị>' },
    evidence: { caseCode: CODE, caseState: 'waiting' },
  },
  'driving-licence': {
    path: 'driving-licence',
    make: drivingLicenceRegistry,
    keys: { code: 'G09.99-261120-0001', idNumber: '000000000003' },
    evidence: { licenceClass: 'A1', name: 'Lò Văn Pắng' },
    unknown: { code: 'G09.99-261120-0002' },
  },
}
const NAMES = Object.keys(REGISTRIES) as RegistryName[]

async function post(path: string, body: object, token?: string): Promise<void> {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const headers = { 'content-type': 'application/json', ...authorization }
  const answer = await fetch(`${sandbox.origin}/registries/${path}`, {
    ...{ method: 'POST', headers, body: JSON.stringify(body) },
  })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toMatch(/"(error_code":"0"|statusCode":1|id":)/)
}

function look(name: RegistryName, keys = REGISTRIES[name].keys, patience = QUICK): Promise<Finding> {
  const { make, path } = REGISTRIES[name]
  const settings = {
    url: `${sandbox.origin}/registries/${path}`,
    integrationCode: 'SANDBOX-TICHHOP-01',
    province: '99',
  }
  const purpose: Purpose = {
    ...{ requestId: newId(), procedureCode: '1.004873', basis: 'Luật Mẫu, Điều 1' },
    actor: { kind: 'system' },
  }
  return make({ settings }, patience).lookUp(purpose, 'H99.HT', keys)
}

/** What an agency has handed over before it asks. */
beforeAll(async () => {
  await post('civil-status/dangKy', {
    ...{ maHoSoMCDT: CODE, maHoSoLT: '', module: 'KT', ngayTiepNhan: '25/11/2026', maDonVi: '99001' },
    data: JSON.stringify({
      ...{ nycHoTen: 'Trần Văn Cụ', nycSoGiayToTuyThan: '000000000009', nktHoTen: 'Nguyễn Thị Hai' },
      ...{ nktNgayChet: '15/11/2026', nktNoiChet: { maXa: '99001', quocGia: 'VN' } },
    }),
    fileDinhKem: [],
  })
  await post('criminal-record/declarations', {
    maHoSo: CODE,
    declarationForm: {
      ...{ fullName: 'Lò Văn Pắng', birthDateStr: '05/01/1987', genderId: '1', idTypeId: 1 },
      ...{ identifyNo: '000000000003', purpose: 'Xin việc', requestQty: 1 },
    },
    residenceForm: [{ fromDateStr: '01/2003', toDateStr: '11/2026', residencePlace: 'Bản Pá Mẫu' }],
  })
  const form = { grant_type: 'password', username: 'motcua', password: 'sandbox-land-password' }
  const grant = await fetch(`${sandbox.origin}/registries/land/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  const { access_token: token } = (await grant.json()) as { access_token: string }
  const land = {
    ...{ SoBienNhan: CODE, MaHoSoMotCua: CODE, TinhId: '99', XaId: '99001', NguoiTiepNhan: 'Trần Văn Thu' },
    ...{ NgayTiepNhan: '25/11/2026', NgayHenTra: '05/12/2026', ThongTinNguoiNopDon: { HoTen: 'Lò Văn Pắng' } },
    ThongTinQuyTrinh: { MaQuyTrinh: 'QT1' },
    ThongTinThuaDat: [{ SoThuTuThua: '1', SoHieuBanDo: '2', DienTich: 90.5 }],
  }
  await post('land/hoSo', land, token)
  await post('land/_act/move', { id: CODE, status: '6' })
})

describe.each(NAMES)('the registry %s of the sandbox', (name) => {
  const { evidence, unknown } = REGISTRIES[name]

  test('R-190: says what the contract lets it say', async () => {
    expect(await look(name)).toEqual({ outcome: 'found', evidence: expect.objectContaining(evidence) })
  })

  test.runIf(unknown)('R-129: that there is nothing is an answer', async () => {
    expect(await look(name, unknown)).toEqual({ outcome: 'not-found' })
  })

  test('R-236: too slow, broken, and answers of another shape are silence, and the next question is answered', async () => {
    for (const kind of ['error500', 'wrong-answer', 'garbage', 'slow']) {
      await breakSandbox(sandbox, { target: name, kind })
      const { outcome, problem } = (await look(name)) as { outcome: string; problem: string }
      expect([kind, outcome]).toEqual([kind, 'unreachable'])
      // What an unreadable answer said is not kept: it may speak of people.
      if (kind === 'wrong-answer' || kind === 'garbage') expect(problem).toBe('unreadable')
      await mendSandbox(sandbox)
    }
    expect(await look(name)).toMatchObject({ outcome: 'found' })
  })
})

describe('what each of them has of its own', () => {
  test('R-190: the population database logs the officer and the procedure of every question', async () => {
    await look('population')
    const answer = await fetch(`${sandbox.origin}/registries/population/_state/lookups?officer=H99.HT`)
    const { lookups } = (await answer.json()) as { lookups: object[] }
    expect(lookups.at(-1)).toMatchObject({ operation: 'TraCuuThongTinCongDan', MaDVC: '1.004873', found: true })
  })

  test('R-129: a business under another name, and a licence of another person, are differences', async () => {
    const other = { code: '0000000101', register: 'enterprise', name: 'Công ty Khác' }
    expect(await look('business', other)).toMatchObject({ outcome: 'differs', problem: 'businessName' })
    const stranger = { ...REGISTRIES['driving-licence'].keys, idNumber: '000000000004' }
    expect(await look('driving-licence', stranger)).toMatchObject({ outcome: 'differs', problem: 'idNumber' })
  })

  test('a register that is named is the only one asked', async () => {
    expect(await look('business', { code: '0000000103', register: 'enterprise' })).toEqual({ outcome: 'not-found' })
  })

  test('a refusal is told in the registry’s own words', async () => {
    await breakSandbox(sandbox, { target: 'business', kind: 'refuse' })
    expect(await look('business')).toEqual({ outcome: 'refused', problem: 'Vượt số lượt tra cứu trong ngày' })
  })

  test('a token of the land system that ended early is renewed once', async () => {
    await look('land')
    await breakSandbox(sandbox, { target: 'land', kind: 'session-expired', times: 1 })
    expect(await look('land')).toMatchObject({ outcome: 'found' })
    await breakSandbox(sandbox, { target: 'land', kind: 'session-expired' })
    expect(await look('land')).toEqual({ outcome: 'refused', problem: 'HTTP 401' })
  })
})
