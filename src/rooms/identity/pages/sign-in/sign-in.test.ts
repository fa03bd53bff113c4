import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { getPerson } from '../../index.ts'
import {
  Browser,
  breakSandbox,
  createPortal,
  mendSandbox,
  type RunningSandbox,
  startSandboxProcess,
} from '../../testing.ts'

useTestDatabase()

const routes: FastifyPluginAsync = async (app) => {
  for (const path of ['/who', '/api/v1/who'])
    app.get(path, { config: { may: 'citizen' } }, async (request) => request.viewer)
}

let sandbox: RunningSandbox
let app: FastifyInstance
const open = (host?: string) => new Browser(app, host)

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  app = await createPortal([routes])
})
afterAll(() => sandbox.stop())
afterEach(async () => {
  setClock()
  await mendSandbox(sandbox)
})

const later = (minutes: number) => {
  const moment = new Date(Date.now() + minutes * 60_000)
  setClock(() => moment)
}

test('a program that has not signed in is told so with 401, and not led to a page', async () => {
  const answer = await open().get('/api/v1/who')
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'identity.sign-in-first'])
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.headers['www-authenticate']).toBe('Bearer')
})

describe('R-035: a citizen signs in with the state’s electronic identity', () => {
  test('R-035: from a closed page, by the provider, back to that very page', async () => {
    const browser = open()
    const refused = await browser.get('/who?from=here')
    expect(refused.statusCode).toBe(303)
    expect(refused.headers.location).toBe('/sign-in?return=%2Fwho%3Ffrom%3Dhere')

    const page = await browser.get('/sign-in?return=%2Fwho%3Ffrom%3Dhere')
    expect(page.body).toContain('Đăng nhập bằng VNeID')
    expect(page.body).toContain('Mô phỏng')
    const start = /href="(\/sign-in\/start[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''

    const back = await browser.signIn('nguyen-thi-an', start)
    expect(back.statusCode).toBe(303)
    expect(back.headers.location).toBe('/who?from=here')
    const viewer = (await browser.get('/who')).json()
    expect(viewer).toMatchObject({ kind: 'citizen', agencyId: 1, name: 'Nguyễn Thị An', assurance: 'level-2' })

    const person = await read(1, (tx) => getPerson(tx, 1, viewer.personId))
    expect(person).toMatchObject({ bornOn: '1992-03-14', residence: 'Tổ 3, phường Mẫu Trung, tỉnh Mẫu' })
    expect(person.idNumber).toMatch(/^000\d{9}$/)
  })

  test('R-036: the level of assurance comes with the session', async () => {
    for (const [account, assurance] of [
      ['pham-quoc-thap', 'level-1'],
      ['cong-ty-mau', 'organisation'],
    ] as const) {
      const browser = open()
      await browser.signIn(account)
      expect((await browser.get('/who')).json()).toMatchObject({ assurance })
    }
  })

  test('the same person signing in again is the same person; another agency knows nobody', async () => {
    const ids: string[] = []
    for (let time = 0; time < 2; time += 1) {
      const browser = open()
      await browser.signIn('lo-van-pang')
      ids.push((await browser.get('/who')).json().personId)
    }
    expect(ids[0]).toBe(ids[1])
    await expect(read(2, (tx) => getPerson(tx, 2, ids[0] ?? ''))).rejects.toThrow('identity.no-such-person')
    await expect(read(2, (tx) => getPerson(tx, 1, ids[0] ?? ''))).rejects.toThrow('identity.no-such-person')
  })

  test('a session of one agency opens nothing at another', async () => {
    const browser = open()
    await browser.signIn('vang-thi-my')
    const elsewhere = open('dichvucong.bomau.localhost')
    elsewhere.cookies.set('mc_session', browser.cookies.get('mc_session') ?? '')
    expect((await elsewhere.get('/who')).headers.location).toBe('/sign-in?return=%2Fwho')
  })

  test('there is no return to another site', async () => {
    for (const evil of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const back = await open().signIn('nguyen-thi-an', `/sign-in/start?return=${encodeURIComponent(evil)}`)
      expect(back.headers.location).toBe('/my')
    }
  })
})

describe('an answer that cannot be believed opens no session', () => {
  const alter = (path: string, change: (query: URLSearchParams) => void) => {
    const url = new URL(path, 'http://here.invalid')
    change(url.searchParams)
    return url.pathname + url.search
  }

  async function arrive(browser: Browser, change: (path: string) => string) {
    const departure = await browser.get('/sign-in/start')
    const back = await browser.chooseAt(String(departure.headers.location), 'nguyen-thi-an')
    return browser.get(change(back))
  }

  test('R-035: a state that was never given out', async () => {
    const browser = open()
    const answer = await arrive(browser, (path) => alter(path, (query) => query.set('state', 'forged')))
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('đã hết hạn')
    expect(browser.cookies.get('mc_session')).toBeUndefined()
  })

  test('R-035: a sign-in begun in another browser', async () => {
    const attacker = open()
    const departure = await attacker.get('/sign-in/start')
    const back = await attacker.chooseAt(String(departure.headers.location), 'nguyen-thi-an')
    const victim = open()
    await victim.get('/sign-in/start')
    expect((await victim.get(back)).statusCode).toBe(400)
    expect(victim.cookies.get('mc_session')).toBeUndefined()
  })

  test('R-035: the same answer a second time', async () => {
    const browser = open()
    const departure = await browser.get('/sign-in/start')
    const back = await browser.chooseAt(String(departure.headers.location), 'nguyen-thi-an')
    expect((await browser.get(back)).statusCode).toBe(303)
    expect((await browser.get(back)).statusCode).toBe(400)
  })

  test('R-035: a code that belongs to another sign-in, so that nonce and verifier do not fit', async () => {
    const other = open()
    const otherDeparture = await other.get('/sign-in/start')
    const stolen = new URL(
      await other.chooseAt(String(otherDeparture.headers.location), 'vang-thi-my'),
      'http://here.invalid',
    )
    const browser = open()
    const answer = await arrive(browser, (path) =>
      alter(path, (query) => query.set('code', stolen.searchParams.get('code') ?? '')),
    )
    expect(answer.statusCode).toBe(400)
    expect(browser.cookies.get('mc_session')).toBeUndefined()
  })

  test('R-035: an ID token signed with another key', async () => {
    await breakSandbox(sandbox, { target: 'citizens', kind: 'wrong-signature', times: 1 })
    const browser = open()
    const answer = await browser.signIn('nguyen-thi-an')
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('không xác nhận được')
    expect(browser.cookies.get('mc_session')).toBeUndefined()
  })

  test('more than ten minutes at the provider', async () => {
    const browser = open()
    const departure = await browser.get('/sign-in/start')
    const back = await browser.chooseAt(String(departure.headers.location), 'nguyen-thi-an')
    later(11)
    expect((await browser.get(back)).statusCode).toBe(400)
  })
})

describe('the provider is away, or the person changes their mind', () => {
  test.each(['error500', 'down', 'garbage'])(
    '%s: the page says so, and trying again leads to the same place',
    async (kind) => {
      const browser = open()
      const departure = await browser.get('/sign-in/start?return=%2Fform')
      const back = await browser.chooseAt(String(departure.headers.location), 'nguyen-thi-an')
      await breakSandbox(sandbox, { target: 'citizens', kind, path: '/token' })
      const answer = await browser.get(back)
      expect(answer.statusCode).toBe(503)
      expect(answer.body).toContain('VNeID đang bận; hãy thử lại sau 5 phút.')
      expect(answer.body).toContain('href="/sign-in?return=%2Fform"')
      await mendSandbox(sandbox)
      expect((await browser.signIn('nguyen-thi-an', '/sign-in/start?return=%2Fform')).headers.location).toBe('/form')
    },
  )

  test('cancelled at the provider', async () => {
    await breakSandbox(sandbox, { target: 'citizens', kind: 'refuse', times: 1 })
    const answer = await open('e-services.sampleprovince.localhost').signIn('nguyen-thi-an')
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('You cancelled at VNeID. Nothing has changed.')
  })
})

test('a flood of sign-ins from one address is slowed down', async () => {
  const browser = open()
  let answer = await browser.get('/sign-in/start')
  for (let time = 0; time < 200 && answer.statusCode === 303; time += 1) answer = await browser.get('/sign-in/start')
  expect(answer.statusCode).toBe(429)
  expect((await open().get('/sign-in/start')).statusCode).toBe(303)
})
