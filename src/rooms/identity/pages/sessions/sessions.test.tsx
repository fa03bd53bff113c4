import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { Button, Form, Page, TextField } from '#platform/html/index.ts'
import { postedText, requireCitizen } from '#platform/http/index.ts'
import { takeKept } from '../../index.ts'
import { Browser, createPortal, type RunningSandbox, startSandboxProcess } from '../../testing.ts'

useTestDatabase()

const routes: FastifyPluginAsync = async (app) => {
  app.get('/form', { config: { may: 'citizen' } }, async (request, reply) => {
    const { kept } = request.query as { kept?: string }
    const citizen = requireCitizen(request)
    const typed = kept ? await read(citizen.agencyId, (tx) => takeKept(tx, citizen, kept)) : undefined
    return reply.page(
      <Page title="Tờ khai">
        <Form action="/form">
          <TextField name="wish" label="Điều bạn cần" value={String(typed?.wish ?? '')} />
          <Button>Gửi</Button>
        </Form>
      </Page>,
    )
  })
  app.post('/form', { config: { may: 'citizen', audit: 'form.sent' } }, async (request) => postedText(request, 'wish'))
  app.get('/who', { config: { may: 'citizen' } }, async (request) => request.viewer)
  app.get('/desk-only', { config: { may: 'desk-officer' } }, async () => 'in')
}

let sandbox: RunningSandbox
let app: FastifyInstance
const open = (host?: string) => new Browser(app, host)

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  app = await createPortal([routes])
})
afterAll(() => sandbox.stop())
afterEach(() => setClock())

const later = (minutes: number) => {
  const moment = new Date(Date.now() + minutes * 60_000)
  setClock(() => moment)
}

describe('R-046: sessions end', () => {
  test('R-046: after thirty minutes without use, and not before', async () => {
    const browser = open()
    await browser.signIn('nguyen-thi-an')
    later(29)
    expect((await browser.get('/who')).statusCode).toBe(200)
    later(58)
    expect((await browser.get('/who')).statusCode).toBe(200)
    later(89)
    expect((await browser.get('/who')).headers.location).toBe('/sign-in?return=%2Fwho')
    expect((await browser.get('/sign-in?return=%2Fwho')).body).toContain('Đã 30 phút không dùng nên')
  })

  test('R-046: after twelve hours, however busy', async () => {
    const browser = open()
    await browser.signIn('nguyen-thi-an')
    for (let minutes = 25; minutes < 720; minutes += 25) {
      later(minutes)
      expect((await browser.get('/who')).statusCode).toBe(200)
    }
    later(721)
    expect((await browser.get('/who')).statusCode).toBe(303)
  })

  test('signing in gives the session a new id, and the one before is worth nothing', async () => {
    const browser = open()
    browser.cookies.set('mc_session', 'chosen-by-an-attacker')
    await browser.signIn('nguyen-thi-an')
    const first = browser.cookies.get('mc_session') ?? ''
    expect(first).not.toBe('chosen-by-an-attacker')
    await browser.signIn('nguyen-thi-an')
    expect(browser.cookies.get('mc_session')).not.toBe(first)
    const former = open()
    former.cookies.set('mc_session', first)
    expect((await former.get('/who')).statusCode).toBe(303)
  })

  test('signing out ends it here and leads on to the provider’s sign-out', async () => {
    const browser = open()
    await browser.signIn('nguyen-thi-an')
    const cookie = browser.cookies.get('mc_session') ?? ''
    await browser.get('/form')
    const answer = await browser.post('/sign-out')
    expect(answer.body).toContain('Bạn đã đăng xuất')
    expect(answer.headers.refresh).toContain(`${sandbox.origin}/citizens/`)
    expect(answer.headers.refresh).toContain('id_token_hint=')
    browser.cookies.set('mc_session', cookie)
    expect((await browser.get('/who')).statusCode).toBe(303)
  })

  test('signing out everywhere ends the sessions of every browser of that person, and of nobody else', async () => {
    const [here, there, somebody] = [open(), open(), open()]
    await here.signIn('nong-thi-huyen')
    await there.signIn('nong-thi-huyen')
    await somebody.signIn('ly-ta-may')
    const page = await here.get('/my/sessions')
    expect(page.body.match(/<strong>(Trình duyệt này|Trình duyệt khác)<\/strong>/g)).toHaveLength(2)
    expect((await here.post('/my/sessions/end')).statusCode).toBe(303)
    expect((await here.get('/who')).statusCode).toBe(303)
    expect((await there.get('/who')).statusCode).toBe(303)
    expect((await somebody.get('/who')).statusCode).toBe(200)
  })

  test('R-046: what was being typed when the session ran out is there again after signing in', async () => {
    const browser = open()
    await browser.signIn('thach-so-phone')
    await browser.get('/form?step=2')
    later(40)
    const referer = 'http://dichvucong.tinhmau.localhost:8080/form?step=2'
    const refused = await browser.post('/form', { wish: 'Xin bản sao trích lục' }, { referer })
    expect(refused.statusCode).toBe(303)
    const signIn = String(refused.headers.location)
    const returnTo = new URL(signIn, 'http://here.invalid').searchParams.get('return') ?? ''
    expect(returnTo).toMatch(/^\/form\?step=2&kept=[0-9a-f-]{36}$/)
    expect((await browser.get(signIn)).body).toContain('Những gì bạn điền vẫn còn')

    await browser.signIn('thach-so-phone', `/sign-in/start?return=${encodeURIComponent(returnTo)}`)
    expect((await browser.get(returnTo)).body).toContain('value="Xin bản sao trích lục"')

    const somebody = open()
    await somebody.signIn('ly-ta-may')
    expect((await somebody.get(returnTo)).body).not.toContain('Xin bản sao trích lục')
    later(101)
    const tomorrow = open()
    await tomorrow.signIn('thach-so-phone')
    expect((await tomorrow.get(returnTo)).body).not.toContain('Xin bản sao trích lục')
  })

  test('a post with a forged token keeps nothing', async () => {
    const browser = open()
    await browser.signIn('thach-so-phone')
    await browser.get('/form')
    later(40)
    const refused = await browser.post('/form', { wish: 'của người khác', _form: 'forged' })
    expect(refused.headers.location).toBe('/sign-in?return=%2Fform')
  })
})

test('acts are written down with who, what, when and how they were answered', async () => {
  const browser = open()
  await browser.signIn('h-nguyet-nie-kdam')
  const { personId } = (await browser.get('/who')).json()
  await browser.get('/form')
  expect((await browser.post('/form', { wish: 'x' })).body).toBe('x')
  await browser.post('/sign-out')
  const written = () =>
    read(1, (tx) =>
      tx.selectFrom('audit_entries').selectAll().where('viewer_id', '=', personId).orderBy('id').execute(),
    )
  // An act is written after its answer has gone out.
  const entries = await vi.waitUntil(async () => {
    const found = await written()
    return found.length === 3 && found
  })
  expect(entries.map(({ act, route, status, viewer_kind }) => [act, route, status, viewer_kind])).toEqual([
    ['session.begun', '/sign-in/return', 303, 'citizen'],
    ['form.sent', '/form', 200, 'citizen'],
    ['session.ended', '/sign-out', 200, 'citizen'],
  ])
  const change = transaction(1, (tx) => tx.updateTable('audit_entries').set({ act: 'nothing' }).execute())
  await expect(change).rejects.toThrow('permission denied')
})

test('R-043: a citizen on the officers’ pages is asked to sign in as an officer', async () => {
  const browser = open()
  await browser.signIn('nguyen-thi-an')
  expect((await browser.get('/desk-only')).headers.location).toBe('/desk/sign-in?return=%2Fdesk-only')
})
