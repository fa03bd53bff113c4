import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { closePdf } from '#platform/pdf/index.ts'
import { postMultipart, samples } from '#rooms/documents/testing.ts'
import { anOfficer, aCitizen as signsIn } from '#rooms/identity/testing.ts'
import { installService } from '#rooms/procedures/index.ts'
import { getDossier } from '../../commands/find.ts'
import { dossierRoutes } from '../../index.ts'
import { installSample, sampleService } from '../../testing.ts'
import { ENGLISH, faultsIn, locationOf } from '../testing.ts'

useTestDatabase()
useTestFiles()
const HOSTILE = '<script>alert(1)</script>'
const SERVICE = '/desk/counter/9.000001'
const SAME_DAY = '9.000002'
let site: TestApp
let desk: Officer
let elsewhere: Officer
let ministry: Officer

beforeAll(async () => {
  await installSample()
  const { service, procedure } = sampleService
  const name = { vi: 'Cấp bản sao mẫu', en: 'Sample copy' }
  const cases = service.cases.map((one) => ({ ...one, limit: '0wd' }))
  const quick = { ...service, code: SAME_DAY, name, cases }
  await transaction(1, (tx) =>
    installService(tx, 1, {
      ...sampleService,
      service: quick,
      procedure: { ...procedure, code: SAME_DAY, name: name.vi },
    }),
  )
  site = await createTestApp([dossierRoutes])
  desk = await anOfficer('tran-van-thu')
  elsewhere = await anOfficer('sung-thi-don')
  ministry = await anOfficer('pham-thi-bo')
})
afterAll(async () => {
  setClock()
  await closePdf()
})

const numbers = Array.from({ length: 90 }, (_, n) => `0001980002${String(n).padStart(2, '0')}`)
const nextNumber = () => numbers.shift() ?? ''

const PAPER = {
  name: 'Giàng Thị Quầy',
  ...{ 'bornOn-day': '4', 'bornOn-month': '5', 'bornOn-year': '1961' },
  ...{ gender: 'female', residence: 'Bản Nà Mẫu, xã Mẫu An', phone: '0900 000 077', email: '' },
}

const ANSWERS: Record<string, Record<string, string>> = {
  'about-you': { phone: '0900000077' },
  paper: { '--asked': 'residenceCommune,purposeText', residenceCommune: 'H99.12', purposeText: 'Để thử' },
  result: { delivery: 'counter' },
}

/** Written down at the counter; the address of the page on which they are compared with their paper. */
async function writtenDown(code = '9.000001', idNumber = nextNumber()): Promise<string> {
  const done = await site.post(`/desk/counter/${code}/people`, { ...PAPER, idNumber }, { viewer: desk })
  return locationOf(done)
}

/** A form at the counter, with its answers when `filled`; the address under which it stands. */
async function begun({ code = '9.000001', filled = true } = {}): Promise<string> {
  const person = await writtenDown(code)
  const base = locationOf(await site.post(`${person}/draft`, { identified: 'card' }, { viewer: desk }))
  if (!filled) return base
  for (const [step, body] of Object.entries(ANSWERS)) await site.post(`${base}/${step}`, body, { viewer: desk })
  return base
}

async function revisionOn(base: string): Promise<string> {
  const { body } = await site.get(`${base}/check`, { viewer: desk })
  return /name="revision" value="(\d+)"/.exec(body)?.[1] ?? ''
}

const RECEIVED = { papers: '0', 'kind-0': 'original', 'copies-0': '1', signed: 'yes' }

describe('the service and the person', () => {
  test('R-070: services of the desk are found without marks; the national catalogue is one link away', async () => {
    const found = await site.get('/desk/counter?q=giay+xac+nhan', { viewer: desk })
    const codes = [...found.body.matchAll(/href="\/desk\/counter\/([\d.]+)"/g)].map(([, code]) => code)
    expect(codes).toEqual(['9.000001', SAME_DAY]) // the second has these words in its everyday name only
    expect((await site.get('/desk/counter?q=ban+sao', { viewer: desk })).body).not.toContain(`href="${SERVICE}"`)
    const none = await site.get('/desk/counter?q=khong+co', { viewer: desk })
    expect(none.body).toContain('/procedures?q=khong%20co')
    const unknown = await site.get('/desk/counter/1.000000', { viewer: desk })
    expect([unknown.statusCode, unknown.body.includes('dossiers.not-at-desks')]).toEqual([409, true])
    expect((await site.get('/desk/counter', { viewer: await anOfficer('lo-thi-mau') })).statusCode).toBe(403)
  })

  test('an unknown number is written down from the paper, with what is wrong said at its field', async () => {
    const short = await site.post(`${SERVICE}/person`, { idNumber: '0001' }, { viewer: desk })
    expect([short.statusCode, short.body.includes('href="#idNumber"')]).toEqual([422, true])
    const idNumber = nextNumber()
    const unknown = await site.post(
      `${SERVICE}/person`,
      { idNumber: idNumber.replace(/(...)/g, '$1 ') },
      { viewer: desk },
    )
    expect(unknown.body).toContain(`value="${idNumber}"`)

    const wrong = { ...PAPER, idNumber, name: HOSTILE, 'bornOn-month': '13', gender: '', phone: '12' }
    const again = await site.post(`${SERVICE}/people`, wrong, { viewer: desk })
    expect(again.statusCode).toBe(422)
    for (const field of ['name', 'bornOn', 'gender', 'phone']) expect(again.body).toContain(`href="#${field}"`)
    expect(again.body).not.toContain(HOSTILE)
    expect(again.body).toContain('value="Bản Nà Mẫu, xã Mẫu An"')

    const person = await writtenDown('9.000001', idNumber)
    const known = await site.get(person, { viewer: desk })
    expect(known.body).toContain('Giàng Thị Quầy')
    expect(known.body).toContain('Giấy tờ xuất trình tại quầy')
    const found = await site.post(`${SERVICE}/person`, { idNumber }, { viewer: desk })
    expect(locationOf(found)).toBe(person)
    for (const act of ['person.looked-up', 'person.recorded', 'person.opened']) expect(site.acts).toContain(act)
  })

  test('R-042: whoever is known by an account is compared with a paper, and cannot be corrected here', async () => {
    const idNumber = nextNumber()
    const citizen = await signsIn({ idNumber, name: 'Mùa A Đăng' })
    const person = locationOf(await site.post(`${SERVICE}/person`, { idNumber }, { viewer: desk }))
    const page = await site.get(person, { viewer: desk })
    expect(page.body).toContain('Lần gần nhất ở cổng này hoặc ở quầy')
    expect(page.body).not.toContain(`${person}/edit`)
    expect(locationOf(await site.get(`${person}/edit`, { viewer: desk }))).toBe(person)
    const unsure = await site.post(`${person}/draft`, {}, { viewer: desk })
    expect([unsure.statusCode, unsure.body.includes('href="#identified"')]).toEqual([422, true])
    expect(person).toContain(citizen.personId)
  })

  test('a weak account is no proof: its number is unknown here, and its page is not found', async () => {
    const idNumber = nextNumber()
    const weak = await signsIn({ idNumber, assurance: 'level-1' })
    const unknown = await site.post(`${SERVICE}/person`, { idNumber }, { viewer: desk })
    expect(unknown.body).toContain('Cơ quan chưa biết người có số này')
    expect((await site.get(`${SERVICE}/people/${weak.personId}`, { viewer: desk })).statusCode).toBe(404)
  })
})

describe('the form', () => {
  test('R-027: what was begun at home goes on at the desk once the person asks for it', async () => {
    const citizen: Citizen = await signsIn({ idNumber: nextNumber() })
    await site.get('/procedures/9.000001/apply', { viewer: citizen })
    await site.post('/procedures/9.000001/apply/about-you', { phone: '0900000055' }, { viewer: citizen })
    const person = `${SERVICE}/people/${citizen.personId}`
    const alone = await site.post(`${person}/draft`, { identified: 'vneid' }, { viewer: desk })
    expect([alone.statusCode, alone.body.includes('href="#takeOver"')]).toEqual([422, true])
    const base = locationOf(
      await site.post(`${person}/draft`, { identified: 'vneid', takeOver: 'yes' }, { viewer: desk }),
    )
    expect(locationOf(await site.get(base, { viewer: desk }))).toBe(`${base}/paper`)
    expect((await site.get(`${base}/about-you`, { viewer: desk })).body).toContain('value="0900000055"')
    await site.post(`${base}/paper`, ANSWERS.paper ?? {}, { viewer: desk })

    await site.post(`${base}/leave`, {}, { viewer: desk })
    expect((await site.get(base, { viewer: desk })).statusCode).toBe(404)
    const athome = await site.get('/procedures/9.000001/apply', { viewer: citizen })
    expect(locationOf(athome)).toContain('/apply/result')
  })

  test('R-051: the same form as online: mistakes at their field, and a desk comes back to what it left', async () => {
    const base = await begun({ filled: false })
    const step = locationOf(await site.get(base, { viewer: desk }))
    const page = await site.get(step, { viewer: desk })
    expect(page.body).toContain('Đã đối chiếu thẻ căn cước')
    expect(page.body).not.toMatch(/000198\d{6}/)
    const wrong = await site.post(step, { phone: '12' }, { viewer: desk })
    expect([wrong.statusCode, wrong.body.includes('href="#phone"')]).toEqual([422, true])
    const open = await site.get('/desk/counter', { viewer: desk })
    expect(open.body).toContain(`href="${base}"`)
    expect((await site.get('/desk/counter', { viewer: elsewhere })).body).not.toContain(base)
  })

  test('R-045: to another desk and another agency there is no such form', async () => {
    const base = await begun()
    for (const path of ['', '/paper', '/check', '/declaration']) {
      expect((await site.get(`${base}${path}`, { viewer: elsewhere })).statusCode).toBe(404)
      const host = 'dichvucong.bomau.localhost'
      expect((await site.get(`${base}${path}`, { viewer: ministry, host })).statusCode).toBe(404)
    }
    for (const path of ['/paper', '/receipt', '/leave'])
      expect((await site.post(`${base}${path}`, RECEIVED, { viewer: elsewhere })).statusCode).toBe(404)
    const other = base.replace(/people\/[^/]+/, `people/${newId()}`)
    expect((await site.get(`${other}/check`, { viewer: desk })).statusCode).toBe(404)
  })
})

describe('check, sign and receive', () => {
  test('R-070: nothing is received before papers and signature; then one press gives code, date and slip', async () => {
    setClock(() => new Date('2026-11-25T14:20:00+07:00'))
    const base = await begun()
    for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
      for (const path of ['check', 'declaration', 'about-you']) {
        const page = await site.get(`${base}/${path}`, { viewer: desk, host })
        expect([path, page.statusCode, faultsIn(page.body)]).toEqual([path, 200, []])
      }
    }
    const check = await site.get(`${base}/check`, { viewer: desk })
    const code = /Mã lời khai trên tờ in phải là ([0-9a-f]{4} [0-9a-f]{4})/.exec(check.body)?.[1]
    const paper = await site.get(`${base}/declaration`, { viewer: desk })
    expect(paper.body).toContain(`Mã lời khai ${code}`)
    expect(paper.body).toContain('Tôi cam đoan')

    const revision = await revisionOn(base)
    const half = await site.post(`${base}/receipt`, { revision }, { viewer: desk })
    expect(half.statusCode).toBe(422)
    for (const field of ['papers', 'signed']) expect(half.body).toContain(`href="#${field}"`)
    const stale = await site.post(`${base}/receipt`, { ...RECEIVED, revision: '1' }, { viewer: desk })
    expect([stale.statusCode, stale.body.includes('Đơn vừa được sửa')]).toEqual([422, true])

    const done = await site.post(`${base}/receipt`, { ...RECEIVED, revision }, { viewer: desk })
    expect(locationOf(done)).toMatch(/^\/desk\/counter\/received\/H99\.12-261125-\d{4}$/)
    const ref = locationOf(done).split('/').at(-1) ?? ''
    const page = await site.get(locationOf(done), { viewer: desk })
    expect(page.body).toContain('17:00, thứ Hai, 30/11/2026')
    expect(page.body).toContain(`/dossiers/${ref}/receipt.pdf`)
    const slip = await site.get(`/dossiers/${ref}/receipt`, { viewer: desk })
    for (const words of ['Tờ khai mẫu', 'Bản chính', 'Giàng Thị Quầy']) expect(slip.body).toContain(words)
    const print = await site.get(`/dossiers/${ref}/receipt.pdf`, { viewer: desk })
    expect(print.headers['content-type']).toBe('application/pdf')

    // Back, and pressed once more.
    const again = await site.post(`${base}/receipt`, { ...RECEIVED, revision }, { viewer: desk })
    const shown = await site.get(locationOf(again), { viewer: desk })
    expect(shown.body).toContain(ref)
    expect((await site.get(locationOf(done), { viewer: elsewhere })).statusCode).toBe(404)
    expect(site.acts).toContain('receipt.created')
    setClock()
  })

  test('R-070: what is scanned belongs to the person, and comes with the dossier', async () => {
    const base = await begun()
    const none = await postMultipart(site, `${base}/scans`, { viewer: desk, parts: [] })
    expect([none.statusCode, none.body.includes('href="#scans"')]).toEqual([422, true])
    const part = { name: 'scans', value: samples.png, filename: 'tờ khai đã ký.png' }
    const taken = await postMultipart(site, `${base}/scans`, { viewer: desk, parts: [part] })
    expect(locationOf(taken)).toBe(`${base}/check#scans`)
    const { body } = await site.get(`${base}/check`, { viewer: desk })
    const id = /name="remove" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const file = await site.get(`${base}/documents/${id}`, { viewer: desk })
    expect(file.rawPayload.equals(samples.png)).toBe(true)
    expect((await site.get(`${base}/documents/${id}`, { viewer: elsewhere })).statusCode).toBe(404)

    const done = await site.post(`${base}/receipt`, { ...RECEIVED, revision: await revisionOn(base) }, { viewer: desk })
    const ref = locationOf(done).split('/').at(-1) ?? ''
    const personId = /people\/([^/]+)/.exec(base)?.[1] ?? ''
    const viewer: Citizen = { kind: 'citizen', agencyId: 1, personId, name: '', assurance: 'level-2' }
    expect((await site.get(`/dossiers/${ref}/documents/${id}`, { viewer })).statusCode).toBe(200)
    const mine = await site.get('/my', { viewer })
    expect(mine.body).toContain(ref)
    expect(await read(1, (tx) => getDossier(tx, viewer, ref))).toMatchObject({ channel: 'counter', status: 'received' })
  })

  test('R-071: settled the same day, it is in the register, and the slip is there for who asks', async () => {
    setClock(() => new Date('2026-11-25T09:00:00+07:00'))
    const base = await begun({ code: SAME_DAY })
    const revision = await revisionOn(base)
    const done = await site.post(`${base}/receipt`, { ...RECEIVED, revision }, { viewer: desk })
    const ref = locationOf(done).split('/').at(-1) ?? ''
    const page = await site.get(locationOf(done), { viewer: desk })
    expect(page.body).toContain('không phải giao giấy hẹn, trừ khi người nộp yêu cầu')
    expect(page.body).toContain(`/dossiers/${ref}/receipt.pdf`)
    expect((await site.get('/desk/register', { viewer: desk })).body).toContain(ref)
    setClock()
  })
})
