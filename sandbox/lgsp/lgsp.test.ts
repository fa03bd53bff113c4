import { afterEach, expect, test } from 'vitest'
import { DSTCODE } from '../national-portal/portal.ts'
import { aDossier } from '../national-portal/testing.ts'
import { useSandbox } from '../testing.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

const basic = `Basic ${btoa('sandbox-consumer-key:sandbox-consumer-secret')}`
const application = btoa(
  JSON.stringify({
    ...{ AccessKey: 'sandbox-access-key', SecretKey: 'sandbox-secret-key', AppName: 'motcua' },
    ...{ PartnerCode: '000.00.00.H99', PartnerCodeCus: '000.00.00.H99' },
  }),
)

async function token(prefix: string, authorization = basic) {
  const body = new URLSearchParams({ grant_type: 'client_credentials' })
  const response = await sandbox.call(`${prefix}/token`, { method: 'POST', headers: { authorization }, body })
  return { status: response.status, ...((await response.json()) as { access_token: string; expires_in: number }) }
}

function through(prefix: string, path: string, { headers = {}, body = {} }: { headers?: object; body?: object } = {}) {
  return sandbox.call(`${prefix}/national/RestService/forward/${path}?dstcode=${DSTCODE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', charset: 'utf-8', dstcode: DSTCODE, ...headers },
    body: JSON.stringify(body),
  })
}

const account = { username: 'motcua', password: 'sandbox-national-password' }

test('client credentials open the platform, and the same portal stands behind it', async () => {
  expect((await token('/lgsp', 'Basic eDp5')).status).toBe(401)
  const { access_token, expires_in } = await token('/lgsp')
  expect(expires_in).toBe(60)
  expect((await through('/lgsp', 'mapi/login', { body: account })).status).toBe(401)

  const headers = { authorization: `Bearer ${access_token}` }
  const { session } = (await (await through('/lgsp', 'mapi/login', { headers, body: account })).json()) as {
    session: string
  }
  const dossier = aDossier()
  const body = { session, madonvi: 'H99', service: 'DongBoHoSoMC', isUpdating: 'False', data: [dossier] }
  const answer = await through('/lgsp', 'mapi/integration', { headers, body })
  expect(await answer.json()).toMatchObject({ error_code: '0' })
  expect((await sandbox.call(`/national/_state/dossiers/${dossier.MaHoSo}`)).status).toBe(200)
})

test('the dual token asks for both', async () => {
  const { access_token } = await token('/ndxp')
  const authorization = `Bearer ${access_token}`
  const open = async (headers: object) => (await through('/ndxp', 'mapi/login', { headers, body: account })).status
  expect(await open({ authorization })).toBe(401)
  expect(await open({ lgspaccesstoken: application })).toBe(401)
  expect(await open({ authorization, lgspaccesstoken: btoa('{}') })).toBe(401)
  expect(await open({ authorization, lgspaccesstoken: application })).toBe(200)
})

test('a province logs in with a name, and its refresh token opens once', async () => {
  const post = async (path: string, body: object) => {
    const response = await sandbox.call(`/lgsp${path}`, { method: 'POST', body: JSON.stringify(body) })
    return (await response.json()) as { token?: string; refreshToken?: string }
  }
  const { token: first, refreshToken } = await post('/login', { username: 'motcua', password: 'sandbox-lgsp-password' })
  const headers = { authorization: `Bearer ${first}` }
  expect((await through('/lgsp', 'mapi/login', { headers, body: account })).status).toBe(200)
  expect(await post('/refresh', { refreshToken })).toMatchObject({ token: expect.any(String) })
  expect(await post('/refresh', { refreshToken })).not.toHaveProperty('token')
})

test('a token ends when the fault says so, and faults of the service behind are its own', async () => {
  const { access_token } = await token('/lgsp')
  const headers = { authorization: `Bearer ${access_token}` }
  await sandbox.fault({ target: 'national', kind: 'error500', times: 1 })
  expect((await through('/lgsp', 'mapi/login', { headers, body: account })).status).toBe(500)
  await sandbox.fault({ target: 'lgsp', kind: 'session-expired', times: 1 })
  expect((await through('/lgsp', 'mapi/login', { headers, body: account })).status).toBe(401)
})

test('only services stand behind it, no pages and no state', async () => {
  const { access_token } = await token('/lgsp')
  const headers = { authorization: `Bearer ${access_token}` }
  expect((await sandbox.call('/lgsp/national/_state/dossiers', { headers })).status).toBe(404)
})
