import { gunzipSync } from 'node:zlib'
import type { FastifyPluginAsync } from 'fastify'
import { expect, test } from 'vitest'
import { useFrame } from '#platform/html/frame.ts'
import { Page } from '#platform/html/page.tsx'
import { postedText, safeReturn, setCacheVersion } from './index.ts'
import { createTestApp } from './testing.ts'

function Greeting({ text }: { text: string }) {
  const { language, agency } = useFrame()
  return (
    <html lang={language}>
      <body>
        {agency.name.vi}: {text}
      </body>
    </html>
  )
}

const framed = { version: '1', times: 0 }

const routes: FastifyPluginAsync = async (app) => {
  app.get('/greeting', { config: { may: 'public' } }, async (_request, reply) =>
    reply.page(<Greeting text="<b>xin chào</b>" />),
  )
  app.post('/greeting', { config: { may: 'public', audit: 'greeting.sent' } }, async (request) =>
    postedText(request, 'name'),
  )
  app.get('/same-for-all', { config: { may: 'public' } }, (_request, reply) =>
    reply.cachedPage(
      async () => '1',
      () => <Greeting text={String(Math.random())} />,
    ),
  )
  app.get('/framed', { config: { may: 'public' } }, (_request, reply) =>
    reply.cachedPage(
      async () => framed.version,
      () => <Page title="Framed">made {++framed.times} times</Page>,
    ),
  )
  app.get('/fault', { config: { may: 'public' } }, async () => {
    throw new Error('secret detail')
  })
  app.get('/api/v1/fault', { config: { may: 'public' } }, async () => {
    throw new Error('secret detail')
  })
  app.get('/desk-only', { config: { may: 'desk-officer' } }, async () => 'in')
}

const { app, get, post, acts } = await createTestApp([routes])

test('R-021: the host name decides agency and language', async () => {
  const vietnamese = await get('/greeting')
  expect(vietnamese.body).toContain('<html lang="vi">')
  const english = await get('/greeting', { host: 'e-services.sampleministry.localhost' })
  expect(english.body).toContain('<html lang="en">')
  expect(english.body).toContain('Bộ Mẫu')
})

test('an unknown host is answered with 421 and a plain page', async () => {
  const answer = await get('/greeting', { host: 'evil.example' })
  expect(answer.statusCode).toBe(421)
  expect(answer.body).not.toContain('xin chào')
})

test('R-228: pages carry a policy without unsafe-inline, and the usual headers', async () => {
  const { headers, body } = await get('/greeting')
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-frame-options']).toBe('DENY')
  expect(body).toContain('&lt;b>xin chào')
})

test('a form of this site is taken, one from elsewhere or without its token is not', async () => {
  expect((await post('/greeting', { name: '  Tấm ' })).body).toBe('Tấm')
  expect((await post('/greeting', { name: 'Tấ\0m\0' })).body).toBe('Tấm')
  expect(acts).toContain('greeting.sent')
  const foreign = await post('/greeting', { name: 'x' }, { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(foreign.statusCode).toBe(403)
  const bare = await app.inject({
    method: 'POST',
    url: '/greeting',
    payload: 'name=x',
    headers: { host: 'dichvucong.tinhmau.localhost', 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(bare.statusCode).toBe(403)
})

test('R-231: a fault shows an id to read out and no detail, as a page and as problem+json', async () => {
  const page = await get('/fault')
  expect(page.statusCode).toBe(500)
  expect(page.body).not.toContain('secret')
  const problem = await get('/api/v1/fault')
  expect(problem.headers['content-type']).toContain('application/problem+json')
  expect(problem.json()).toMatchObject({ status: 500, code: 'http.fault' })
  expect(problem.json().instance).toMatch(/^[A-Z]\d-\d{3}-[A-Z]{2}$/)
})

test('a page that is the same for all is made once for those without a cookie', async () => {
  const first = await get('/same-for-all')
  expect((await get('/same-for-all')).body).toBe(first.body)
  expect((await get('/same-for-all', { headers: { cookie: 'mc_theme=dark' } })).body).not.toBe(first.body)
  expect((await get('/same-for-all', { host: 'dichvucong.bomau.localhost' })).body).not.toBe(first.body)
})

test('what is the same for all is made once, what belongs to the visitor each time', async () => {
  const headers = { cookie: 'mc_session=somebody' }
  const look = async (name: string) => {
    const viewer = { kind: 'citizen', agencyId: 1, personId: 'p', name, assurance: 'level-2' } as const
    return (await get('/framed', { headers, viewer })).body
  }
  const mainOf = (page: string) => /<main.*<\/main>/s.exec(page)?.[0]
  const [first, second] = [await look('Vàng Thị Mỷ'), await look('<i>Lò Văn Tư</i>')]
  expect(mainOf(first)).toContain('made 1 times')
  expect(mainOf(second)).toBe(mainOf(first))
  expect(second).toContain('&lt;i>Lò Văn Tư')
  expect(second).not.toContain('Vàng Thị Mỷ')
  expect(second.match(/<title>/g)).toHaveLength(1)
  setCacheVersion('2')
  framed.version = '2'
  expect(await look('Vàng Thị Mỷ')).toContain('made 2 times')
  const zipped = await get('/framed', { headers: { ...headers, 'accept-encoding': 'gzip, br' } })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(mainOf(gunzipSync(zipped.rawPayload).toString())).toContain('made 2 times')
})

test('a role opens its own routes only', async () => {
  const viewer = {
    kind: 'officer',
    agencyId: 1,
    officerId: 'o',
    name: 'x',
    appointments: [{ unitId: 'u', unitCode: 'H99.12', roles: ['desk-officer'] }],
  } as const
  expect((await get('/desk-only', { viewer })).body).toBe('in')
  expect((await get('/desk-only')).statusCode).toBe(403)
})

test('after sign-in one returns to this site only', () => {
  expect(safeReturn('/my?x=1')).toBe('/my?x=1')
  for (const hostile of ['//evil.example', 'https://evil.example', '/\\evil.example', undefined])
    expect(safeReturn(hostile)).toBe('/')
})

test('a route that does not say who may call it cannot be registered', async () => {
  await expect(createTestApp([async (bad) => void bad.get('/open', async () => 'x')])).rejects.toThrow(
    'does not say who may call it',
  )
})
