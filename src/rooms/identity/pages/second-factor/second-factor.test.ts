import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { now, setClock } from '#platform/clock/index.ts'
import { config } from '#platform/config/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { demonstrationOfficerId, getOfficer, identityJobs, requireRecentProof, setDisabled } from '../../index.ts'
import { Browser, createPortal, type RunningSandbox, startSandboxProcess } from '../../testing.ts'

useTestDatabase()

const routes: FastifyPluginAsync = async (app) => {
  app.get('/who', { config: { may: 'officer' } }, async (request) => request.viewer)
  app.get('/receive', { config: { may: 'desk-officer' } }, async () => 'in')
  app.get('/manage-only', { config: { may: 'administrator' } }, async () => 'in')
  app.get('/sign', { config: { may: 'approver' } }, async (request, reply) =>
    (await requireRecentProof(request, reply, { returnTo: '/sign' })) ? 'signing' : reply,
  )
}

let sandbox: RunningSandbox
let app: FastifyInstance
const open = (host?: string) => new Browser(app, host)

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  app = await createPortal([routes])
})
afterAll(() => sandbox.stop())
afterEach(() => {
  setClock()
  config.DEMO = true
})

const later = (minutes: number) => {
  const moment = new Date(Date.now() + minutes * 60_000)
  setClock(() => moment)
}

describe('R-043: an officer signs in at the agency’s own provider', () => {
  test('R-043: the rights are those of the positions held today', async () => {
    const browser = open()
    expect((await browser.get('/receive')).headers.location).toBe('/desk/sign-in?return=%2Freceive')
    const answer = await browser.signInAsOfficer('tran-van-thu', '/receive')
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/receive')
    expect((await browser.get('/who')).json()).toMatchObject({
      kind: 'officer',
      agencyId: 1,
      officerId: demonstrationOfficerId('tran-van-thu'),
      name: 'Trần Văn Thu',
      appointments: [{ unitId: DEMO.units.mauAn, unitCode: 'H99.12', roles: ['desk-officer'] }],
    })
    expect((await browser.get('/receive')).body).toBe('in')
    expect((await browser.get('/manage-only')).statusCode).toBe(403)
  })

  test('R-043: an officer of another agency is refused, and so is one nobody appointed', async () => {
    for (const [host, account] of [
      ['dichvucong.bomau.localhost', 'tran-van-thu'],
      ['dichvucong.tinhmau.localhost', 'pham-thi-bo'],
    ] as const) {
      const browser = open(host)
      const answer = await browser.signIn(account, '/desk/sign-in/start')
      expect(answer.statusCode).toBe(403)
      expect(answer.body).toContain('Tài khoản này không thuộc cơ quan này')
      expect(browser.cookies.get('mc_session')).toBeUndefined()
    }
  })

  test('R-044: an account not used for 45 days is disabled, and opens again when an administrator says so', async () => {
    const id = demonstrationOfficerId('bui-van-tra')
    const seen = (days: number) =>
      transaction(1, (tx) =>
        tx
          .updateTable('officers')
          .set({ last_seen_at: new Date(Date.now() - days * 86_400_000) })
          .where('id', '=', id)
          .execute(),
      )
    await seen(44)
    expect((await open().signInAsOfficer('bui-van-tra')).statusCode).toBe(303)
    await seen(46)
    const refused = await open().signIn('bui-van-tra', '/desk/sign-in/start')
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain('45 ngày')
    expect((await read(1, (tx) => getOfficer(tx, id))).disabledAt).toBeInstanceOf(Date)
    await transaction(1, (tx) => setDisabled(tx, id, undefined))
    expect((await open().signInAsOfficer('bui-van-tra')).statusCode).toBe(303)
  })

  test('R-044: the sweep disables them too, and an open session ends with the account', async () => {
    const browser = open()
    await browser.signInAsOfficer('do-thi-chu')
    const id = demonstrationOfficerId('do-thi-chu')
    const long = new Date(Date.now() - 46 * 86_400_000)
    await transaction(1, (tx) => tx.updateTable('officers').set({ last_seen_at: long }).where('id', '=', id).execute())
    await identityJobs['identity:sweep']()
    expect((await browser.get('/who')).headers.location).toBe('/desk/sign-in?return=%2Fwho')
    expect((await read(1, (tx) => getOfficer(tx, demonstrationOfficerId('giang-a-ky')))).disabledAt).toBeUndefined()
  })
})

describe('R-226: a second factor', () => {
  const codeFor = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now().getTime() })

  async function enrol(account: string) {
    const browser = open()
    const factor = String((await browser.signIn(account, '/desk/sign-in/start')).headers.location)
    const page = await browser.get(factor)
    const secret = (/<span class="num">([A-Z2-7 ]{32,})<\/span>/.exec(page.body)?.[1] ?? '').replaceAll(' ', '')
    return { browser, factor, page, secret }
  }

  test('R-226: without it nobody is an officer, though the provider knows them', async () => {
    const browser = open()
    await browser.signIn('lo-thi-mau', '/desk/sign-in/start')
    expect((await browser.get('/who')).headers.location).toBe('/desk/sign-in?return=%2Fwho')
  })

  test('a demonstration officer finds the code filled in, marked as simulated; a real one does not', async () => {
    const browser = open()
    const factor = String((await browser.signIn('lo-thi-mau', '/desk/sign-in/start')).headers.location)
    const page = await browser.get(factor)
    expect(page.body).toContain('Mô phỏng')
    expect(page.body).toMatch(/name="code"[^>]*value="\d{6}"/)
    config.DEMO = false
    expect((await browser.get(factor)).body).not.toMatch(/name="code"[^>]*value="\d{6}"/)
  })

  test('the session has another id after the second factor, and the one before is worth nothing', async () => {
    const browser = open()
    await browser.signIn('vi-van-ho', '/desk/sign-in/start')
    const half = browser.cookies.get('mc_session') ?? ''
    await browser.signInAsOfficer('vi-van-ho')
    const whole = browser.cookies.get('mc_session')
    expect(whole).not.toBe(half)
    const thief = open()
    thief.cookies.set('mc_session', half)
    expect((await thief.get('/who')).statusCode).toBe(303)
  })

  test('R-226: the first sign-in connects an app and gives recovery codes, each good once', async () => {
    config.DEMO = false
    const { browser, factor, page, secret } = await enrol('ha-thi-duyet')
    expect(page.body).toContain('src="data:image/png;base64,')
    const first = await browser.post(factor, { code: codeFor(secret) })
    const codes = first.body.match(/[2-9a-z]{5}-[2-9a-z]{5}(?=<)/g) ?? []
    expect(codes).toHaveLength(8)
    expect((await browser.get('/who')).statusCode).toBe(200)

    const second = open()
    const again = String((await second.signIn('ha-thi-duyet', '/desk/sign-in/start')).headers.location)
    expect((await second.get(again)).body).not.toContain('data:image/png')
    expect((await second.post(again, { code: codes[0] ?? '' })).statusCode).toBe(303)
    const third = open()
    await third.signIn('ha-thi-duyet', '/desk/sign-in/start')
    await third.get(again)
    const used = await third.post(again, { code: codes[0] ?? '' })
    expect(used.statusCode).toBe(422)
    expect(used.body).toContain('không đúng hoặc đã dùng rồi')
  })

  test('R-226: a code seen over the shoulder does not work a second time', async () => {
    config.DEMO = false
    const { browser, factor, secret } = await enrol('ly-van-xet')
    const code = codeFor(secret)
    expect((await browser.post(factor, { code })).statusCode).toBe(200)
    const thief = open()
    const page = String((await thief.signIn('ly-van-xet', '/desk/sign-in/start')).headers.location)
    await thief.get(page)
    expect((await thief.post(page, { code })).statusCode).toBe(422)
    later(1)
    expect((await thief.post(page, { code: codeFor(secret) })).statusCode).toBe(303)
  })

  test('five wrong codes lock the officer out for a quarter of an hour, in every browser', async () => {
    config.DEMO = false
    const { browser, factor, secret } = await enrol('kha-thi-nhan')
    for (let time = 1; time < 5; time += 1) {
      expect((await browser.post(factor, { code: '000000' })).body).toContain('không đúng')
    }
    expect((await browser.post(factor, { code: '000000' })).body).toContain('Đã sai 5 lần')
    expect((await browser.post(factor, { code: codeFor(secret) })).body).toContain('Đã sai 5 lần')
    later(16)
    expect((await browser.post(factor, { code: codeFor(secret) })).statusCode).toBe(200)
  })

  test('the secret is sealed in the database', async () => {
    config.DEMO = false
    const { secret } = await enrol('sung-thi-don')
    const id = demonstrationOfficerId('sung-thi-don')
    const row = await read(1, (tx) =>
      tx.selectFrom('second_factors').select('secret').where('officer_id', '=', id).executeTakeFirstOrThrow(),
    )
    const plain = Buffer.from(Secret.fromBase32(secret).buffer)
    expect(plain).toHaveLength(20)
    expect(row.secret.includes(plain)).toBe(false)
  })

  test('R-046: before signing the proof must be fresh', async () => {
    const browser = open()
    await browser.signInAsOfficer('nguyen-van-vi')
    expect((await browser.get('/sign')).body).toBe('signing')
    later(11)
    expect((await browser.get('/who')).statusCode).toBe(200)
    const factor = String((await browser.get('/sign')).headers.location)
    expect(factor).toBe('/desk/second-factor?return=%2Fsign')
    const page = await browser.get(factor)
    expect(page.body).toContain('xác nhận lại rằng chính là bạn')
    const code = /name="code"[^>]*value="(\d{6})"/.exec(page.body)?.[1] ?? ''
    expect((await browser.post(factor, { code })).headers.location).toBe('/sign')
    expect((await browser.get('/sign')).body).toBe('signing')
  })
})
