import type { FastifyInstance } from 'fastify'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#kernel/local-date.ts'
import { setClock, today } from '#platform/clock/index.ts'
import { config } from '#platform/config/index.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { Browser, createPortal } from '#rooms/identity/testing.ts'
import { installService, procedureRoutes, setIntake, setIntakeMode } from '#rooms/procedures/index.ts'
import { makeTicket } from '../../../identity/ticket.ts'
import { installSample, sampleService } from '../../testing.ts'
import { dossierRoutes } from '../index.route.tsx'
import { aPerson, ENGLISH, faultsIn, locationOf } from '../testing.ts'

useTestDatabase()

const PAGE = '/procedures/9.000001'
const APPLY = `${PAGE}/apply`
const DEEP = 'ma_thu_tuc=9.000001'

let site: TestApp
let portal: FastifyInstance

beforeAll(async () => {
  config.NATIONAL_TICKET_SECRET = 'sandbox-national-ticket'
  await installSample()
  site = await createTestApp([dossierRoutes, procedureRoutes])
  portal = await createPortal([dossierRoutes])
})
beforeEach(async () => {
  await mode('mixed')
  await intake('own')
})

const mode = (to: 'portal' | 'mixed' | 'back-office') => transaction(1, (tx) => setIntakeMode(tx, 1, { mode: to }))
const intake = (to: 'own' | 'national' | 'ministry', url?: string) =>
  transaction(1, (tx) => setIntake(tx, 1, { code: '9.000001', intake: to, url }))

describe('a procedure that is taken in elsewhere', () => {
  test('R-025: leads to the same procedure on the national portal, and serves no form here', async () => {
    await intake('national')
    expect((await site.get(PAGE)).body).toContain(DEEP)
    const answer = await site.get(APPLY)
    expect(locationOf(answer)).toBe(`${PAGE}/elsewhere`)
    for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
      const page = await site.get(`${PAGE}/elsewhere`, { host })
      expect(page.statusCode).toBe(200)
      expect(page.body.match(new RegExp(DEEP, 'g'))).toHaveLength(1)
      expect(faultsIn(page.body)).toEqual([])
    }
    const viewer = await aPerson()
    expect(locationOf(await site.get(`${APPLY}/about-you`, { viewer }))).toBe(APPLY)
    expect(locationOf(await site.get(APPLY, { viewer }))).toBe(`${PAGE}/elsewhere`)
  })

  test('R-024: the ministry’s system has its own address; without one it is the portal’s', async () => {
    await intake('ministry', 'https://dvc.bomau.example/thu-tuc/1')
    expect((await site.get(`${PAGE}/elsewhere`)).body).toContain('https://dvc.bomau.example/thu-tuc/1')
    await intake('ministry')
    expect((await site.get(`${PAGE}/elsewhere`)).body).toContain(DEEP)
  })

  test('R-024: a whole agency works behind the national portal from a day on, by its setting', async () => {
    await transaction(1, (tx) => setIntakeMode(tx, 1, { mode: 'back-office', from: addDays(today(), 1) }))
    const viewer = await aPerson()
    expect(locationOf(await site.get(APPLY, { viewer }))).toContain('/apply/about-you')
    setClock(() => new Date(Date.now() + 86_400_000))
    expect(locationOf(await site.get(APPLY, { viewer: await aPerson() }))).toBe(`${PAGE}/elsewhere`)
    setClock(() => new Date())
    await intake('national')
    await mode('portal')
    expect(locationOf(await site.get(APPLY, { viewer: await aPerson() }))).toContain('/apply/about-you')
    expect(locationOf(await site.get(`${PAGE}/elsewhere`))).toBe(APPLY)
  })

  test('a draft begun before goes on to its end', async () => {
    const viewer = await aPerson()
    await site.get(APPLY, { viewer })
    await intake('national')
    expect(locationOf(await site.get(APPLY, { viewer }))).toContain('/apply/about-you')
    expect((await site.get(`${APPLY}/about-you`, { viewer })).statusCode).toBe(200)
  })

  test('R-004: a new version of the package changes nothing of where it is taken in', async () => {
    await intake('national')
    const service = { ...sampleService.service, version: '1.0.1' }
    await transaction(1, (tx) => installService(tx, 1, { ...sampleService, service }))
    expect(locationOf(await site.get(APPLY))).toBe(`${PAGE}/elsewhere`)
  })
})

let number = 0

function ticket(change: object = {}, key = 'sandbox-national-ticket'): string {
  number += 1
  const seconds = Math.floor(Date.now() / 1000)
  const person = { sub: `T-${number}`, LoaiTaiKhoan: '1', TechID: `T-${number}`, loAs: '02', HoVaTen: 'Vàng Thị Mẫu' }
  const payload = { iss: 'national-portal', aud: 'H99', jti: `ticket-${number}`, iat: seconds, exp: seconds + 300 }
  return makeTicket(
    { ...payload, procedure: '9.000001', SoDinhDanh: `00019800${number}000`, ...person, ...change },
    key,
  )
}

describe('somebody sent here with a ticket', () => {
  beforeEach(() => intake('national'))

  test('R-024, R-035: is signed in for this procedure and nothing else', async () => {
    const browser = new Browser(portal)
    const arrived = await browser.get(`${APPLY}?ticket=${ticket()}`)
    expect(locationOf(arrived)).toBe(APPLY)
    expect(locationOf(await browser.get(APPLY))).toContain('/apply/about-you')
    expect((await browser.get(`${APPLY}/about-you`)).body).toContain('Vàng Thị Mẫu')
    for (const path of ['/my', '/my/sessions', '/procedures/9.000002/apply/x']) {
      expect(locationOf(await browser.get(path))).toContain('/sign-in')
    }
    expect((await browser.post('/sign-out')).statusCode).toBe(200)
    expect(locationOf(await browser.get(`${APPLY}/about-you`))).toContain('/sign-in')
  })

  test.each([
    ['tampered with', () => `${ticket().slice(0, -2)}xx`, 'đã bị sửa'],
    ['signed by somebody else', () => ticket({}, 'another key'), 'không do Cổng'],
    ['that has run out', () => ticket({ iat: 1_700_000_000, exp: 1_700_000_300 }), 'đã hết hạn'],
    ['for another agency', () => ticket({ aud: 'G99' }), 'cơ quan khác'],
    ['for another procedure', () => ticket({ procedure: '9.000002' }), 'thủ tục khác'],
    ['about nobody', () => ticket({ HoVaTen: undefined }), 'không cho biết bạn là ai'],
    ['that is none', () => 'xyz', 'thiếu hoặc sai chữ'],
  ])('a ticket %s is refused in words, and opens nothing', async (_which, make, words) => {
    const browser = new Browser(portal)
    const refused = await browser.get(`${APPLY}?ticket=${make()}`)
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain(words)
    expect(faultsIn(refused.body)).toEqual([])
    expect(locationOf(await browser.get(`${APPLY}/about-you`))).toContain('/sign-in')
  })

  test('a ticket opens the door once, also when two browsers come at the same moment', async () => {
    const given = ticket()
    const [one, other] = [new Browser(portal), new Browser(portal)]
    const answers = await Promise.all([one, other].map((browser) => browser.get(`${APPLY}?ticket=${given}`)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 403])
    expect((await new Browser(portal).get(`${APPLY}?ticket=${given}`)).body).toContain('đã được dùng')
  })
})
