import * as openid from 'openid-client'
import { afterEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

const CITIZENS = { name: 'citizens', id: 'motcua', secret: 'sandbox-citizens-secret', back: '/sign-in/return' }
const STAFF = { name: 'staff', id: 'motcua-staff', secret: 'sandbox-staff-secret', back: '/desk/sign-in/return' }
const PORTAL = 'http://dichvucong.tinhmau.localhost:8080'

/** A browser's cookies, enough to walk through a sign-in. */
function newBrowser() {
  const jar = new Map<string, string>()
  return async (url: string, form?: Record<string, string>) => {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      redirect: 'manual',
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (pair.length > at + 1) jar.set(pair.slice(0, at), pair.slice(at + 1))
      else jar.delete(pair.slice(0, at))
    }
    return response
  }
}

/** Sends the first form of a page with its hidden fields. */
function submit(browser: Browser, page: string, more: Record<string, string> = {}) {
  const hidden = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
  return browser(/action="([^"]+)"/.exec(page)?.[1] ?? '', { ...Object.fromEntries(hidden), ...more })
}

type Browser = ReturnType<typeof newBrowser>

function locationOf(response: Response): string {
  return new URL(response.headers.get('location') ?? '', response.url).href
}

async function relyingParty({ name, id, secret } = CITIZENS) {
  const options = { execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks] }
  return openid.discovery(new URL(`${sandbox.origin}/${name}`), id, secret, undefined, options)
}

interface Journey {
  browser?: Browser
  as: string
  provider?: typeof CITIZENS
  more?: Record<string, string>
}

/** From the portal's sign-in button to the tokens. */
async function signIn({ browser = newBrowser(), as, provider = CITIZENS, more = {} }: Journey) {
  const party = await relyingParty(provider)
  const checks = {
    pkceCodeVerifier: openid.randomPKCECodeVerifier(),
    expectedNonce: openid.randomNonce(),
    expectedState: openid.randomState(),
  }
  const start = openid.buildAuthorizationUrl(party, {
    redirect_uri: `${PORTAL}${provider.back}`,
    scope: 'openid',
    code_challenge: await openid.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    nonce: checks.expectedNonce,
    state: checks.expectedState,
    ...more,
  })
  let response = await browser(start.href)
  let page = ''
  if (locationOf(response).includes('/people/')) {
    const people = locationOf(response)
    page = await (await browser(people)).text()
    response = await browser(people, { account: as })
    response = await browser(locationOf(response))
    // Another person than the one signed in: the provider ends the old session by a form that sends itself.
    if (response.status === 200) response = await browser(locationOf(await submit(browser, await response.text())))
  }
  const back = locationOf(response)
  return { party, browser, back, page, finish: () => openid.authorizationCodeGrant(party, new URL(back), checks) }
}

describe('citizens', () => {
  test('a citizen signs in with one press and the portal learns the national claims', async () => {
    const { party, back, page, finish } = await signIn({ as: 'vang-thi-my' })
    expect(page).toContain('Mô phỏng – không phải hệ thống thật.')
    expect(page).toContain('Vàng Thị Mỷ')
    expect(back.startsWith(`${PORTAL}/sign-in/return?code=`)).toBe(true)

    const tokens = await finish()
    const claims = tokens.claims()
    expect(claims).toMatchObject({
      sub: 'vang-thi-my',
      LoaiTaiKhoan: '1',
      HoVaTen: 'Vàng Thị Mỷ',
      DanToc: 'Mông',
      loAs: '02',
      IAL: '02',
      acr: '02',
      SoDinhDanh: '000000000002',
    })
    expect(claims?.auth_time).toBeTypeOf('number')
    const userinfo = await openid.fetchUserInfo(party, tokens.access_token, 'vang-thi-my')
    expect(userinfo).toMatchObject({ TechID: 'SANDBOX-P-0002', ThuongTru: 'Bản Nà Mẫu, xã Mẫu An, tỉnh Mẫu' })
  })

  test.each([
    ['tran-van-cu', { NgayThangNamSinh: '1938' }, ['ThuDienTu', 'SoDienThoai']],
    ['pham-quoc-thap', { loAs: '01', acr: '01' }, ['HoChieu']],
    ['john-sample', { QuocTich: 'Anh', HoChieu: '000SAMPLE' }, ['DanToc']],
    [
      'cong-ty-mau',
      { LoaiTaiKhoan: '2', TenDoanhNghiep: 'Công ty TNHH Thực phẩm Mẫu', SoDinhDanh: '000000000001' },
      ['loAs', 'acr'],
    ],
  ])('%s has the claims of the contract', async (as, present, absent) => {
    const claims = (await (await signIn({ as })).finish()).claims() ?? {}
    expect(claims).toMatchObject(present)
    for (const name of absent) expect(claims).not.toHaveProperty(name)
  })

  test.each([
    ['another path', `${PORTAL}/elsewhere`],
    ['another origin', 'https://portal.attacker.example/sign-in/return'],
    ['a look-alike of localhost', 'http://localhost.attacker.example/sign-in/return'],
    ['a name in front', 'http://dichvucong.tinhmau.localhost@attacker.example/sign-in/return'],
  ])('a return address with %s is refused', async (_which, redirectUri) => {
    const party = await relyingParty()
    const url = openid.buildAuthorizationUrl(party, {
      redirect_uri: redirectUri,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    })
    const response = await newBrowser()(url.href)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('redirect_uri')
  })

  test('a portal origin named at start may be returned to', async () => {
    const { back } = await signIn({
      as: 'vang-thi-my',
      more: { redirect_uri: 'https://dichvucong.tinhmau.example/sign-in/return' },
    })
    expect(back).toContain('https://dichvucong.tinhmau.example/sign-in/return?code=')
  })

  test('without PKCE nobody is asked', async () => {
    const party = await relyingParty()
    const url = openid.buildAuthorizationUrl(party, { redirect_uri: `${PORTAL}/sign-in/return`, scope: 'openid' })
    expect(locationOf(await newBrowser()(url.href))).toContain('error=invalid_request')
  })

  test('a code is good once, and only with its verifier', async () => {
    const { finish, back, party } = await signIn({ as: 'lo-van-pang' })
    await finish()
    await expect(finish()).rejects.toMatchObject({ error: 'invalid_grant' })
    const stolen = openid.authorizationCodeGrant(party, new URL(back), {
      pkceCodeVerifier: openid.randomPKCECodeVerifier(),
      expectedState: openid.skipStateCheck,
    })
    await expect(stolen).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  test('a person may cancel', async () => {
    const { finish } = await signIn({ as: '' })
    await expect(finish()).rejects.toMatchObject({ error: 'access_denied' })
  })

  test('a second sign-in is silent until the person signs out', async () => {
    const first = await signIn({ as: 'lo-van-pang' })
    const tokens = await first.finish()
    const second = await signIn({ as: 'nobody', browser: first.browser })
    expect((await second.finish()).claims()?.sub).toBe('lo-van-pang')
    const again = await signIn({ as: 'vang-thi-my', browser: first.browser, more: { prompt: 'login' } })
    expect((await again.finish()).claims()?.sub).toBe('vang-thi-my')

    const out = openid.buildEndSessionUrl(first.party, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: `${PORTAL}/`,
      state: 'bye',
    })
    const page = await first.browser(out.href)
    const left = await submit(first.browser, await page.text(), { logout: 'yes' })
    expect(locationOf(left)).toBe(`${PORTAL}/?state=bye`)
    const third = await signIn({ as: 'do-minh-be', browser: first.browser })
    expect((await third.finish()).claims()?.sub).toBe('do-minh-be')
  })

  test('wrong-signature: the ID token does not verify, once', async () => {
    await sandbox.fault({ target: 'citizens', kind: 'wrong-signature', times: 1 })
    await expect((await signIn({ as: 'vang-thi-my' })).finish()).rejects.toMatchObject({
      cause: { message: expect.stringContaining('signature') },
    })
    expect((await (await signIn({ as: 'vang-thi-my' })).finish()).claims()?.sub).toBe('vang-thi-my')
  })

  test('error500 on the token endpoint only leaves the sign-in page alone', async () => {
    await sandbox.fault({ target: 'citizens', kind: 'error500', path: '/token' })
    const { finish, page } = await signIn({ as: 'vang-thi-my' })
    expect(page).toContain('Vàng Thị Mỷ')
    await expect(finish()).rejects.toThrow()
  })

  test('refuse: the person does not sign in', async () => {
    await sandbox.fault({ target: 'citizens', kind: 'refuse', times: 1 })
    const party = await relyingParty()
    const url = openid.buildAuthorizationUrl(party, {
      redirect_uri: `${PORTAL}/sign-in/return`,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    })
    const browser = newBrowser()
    const people = await browser(locationOf(await browser(url.href)))
    expect(locationOf(await browser(locationOf(people)))).toContain('error=access_denied')
  })

  test('an interaction nobody started is a page, not a fault', async () => {
    const response = await sandbox.call('/citizens/people/unknown')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Không đăng nhập được')
  })
})

describe('staff', () => {
  test.each([
    ['lo-thi-mau', 'H99', 'Lò Thị Mẩu'],
    ['vu-thi-truong', 'G99', 'Vũ Thị Trường'],
  ])('%s signs in for %s', async (as, agencyCode, name) => {
    const { finish } = await signIn({ as, provider: STAFF })
    expect((await finish()).claims()).toMatchObject({
      sub: as,
      name,
      agency_code: agencyCode,
      preferred_username: as,
      email: expect.stringContaining(`${as}@`),
    })
  })

  test('a citizen session says nothing to the staff provider', async () => {
    const { browser } = await signIn({ as: 'vang-thi-my' })
    const { page } = await signIn({ as: 'lo-thi-mau', provider: STAFF, browser })
    expect(page).toContain('Lò Thị Mẩu')
  })

  test('the citizens return address is not good for staff', async () => {
    const party = await relyingParty(STAFF)
    const url = openid.buildAuthorizationUrl(party, {
      redirect_uri: `${PORTAL}/sign-in/return`,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    })
    expect((await newBrowser()(url.href)).status).toBe(400)
  })

  test('keys survive a restart', async () => {
    const keys = async () => (await sandbox.call('/staff/jwks')).json()
    const before = await keys()
    await sandbox.restart()
    expect(await keys()).toEqual(before)
  })
})
