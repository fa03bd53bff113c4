import { createHash, createHmac, createPublicKey, randomBytes, verify, X509Certificate } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

const HEADERS = { authorization: 'Bearer sandbox-signing-token', 'content-type': 'application/json' }

interface Shown {
  requestId: string
  transactionId: string
  state: string
  signature?: string
}

function post(path: string, body: unknown) {
  return sandbox.call(`/signing/v1${path}`, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) })
}

async function look(path: string): Promise<Shown> {
  return (await sandbox.call(`/signing/v1${path}`, { headers: HEADERS })).json() as Promise<Shown>
}

async function certificateOf(userId: string): Promise<X509Certificate> {
  const { certificate } = (await (await post('/certificates', { userId })).json()) as { certificate: string }
  return new X509Certificate(certificate)
}

const attributes = Buffer.from('the DER of the signed attributes')

function asking(more: Record<string, unknown> = {}) {
  return {
    userId: 'nguyen-van-vi',
    digest: createHash('sha256').update(attributes).digest('base64'),
    digestAlgorithm: 'SHA-256',
    description: 'Giấy xác nhận tình trạng hôn nhân H99.12-261119-0007',
    transactionId: randomBytes(8).toString('hex'),
    ...more,
  }
}

async function decided(path: string): Promise<Shown> {
  for (;;) {
    const request = await look(path)
    if (request.state !== 'pending') return request
    await wait(10)
  }
}

async function verifies({ signature = '' }: Shown, userId = 'nguyen-van-vi'): Promise<boolean> {
  const key = createPublicKey((await certificateOf(userId)).toString())
  return verify('sha256', attributes, key, Buffer.from(signature, 'base64'))
}

async function manualSigning(on: 'on' | 'off') {
  await sandbox.call('/signing/settings', {
    method: 'POST',
    body: new URLSearchParams({ auto: on }),
    redirect: 'manual',
  })
}

function decide(requestId: string, decision: string) {
  const body = new URLSearchParams({ decision })
  return sandbox.call(`/signing/requests/${requestId}/decision`, { method: 'POST', body, redirect: 'manual' })
}

describe('a signature', () => {
  test('comes back over the digest and verifies against the certificate', async () => {
    const response = await post('/requests', asking())
    expect(response.status).toBe(202)
    const { requestId, state } = (await response.json()) as Shown
    expect(state).toBe('pending')
    const request = await decided(`/requests/${requestId}`)
    expect(request.state).toBe('signed')
    expect(await verifies(request)).toBe(true)
  })

  test('the certificate names the officer, the title and the unit', async () => {
    const { subject } = await certificateOf('ha-thi-duyet')
    expect(subject.split('\n')).toEqual([
      'C=VN',
      'O=Ủy ban nhân dân tỉnh Mẫu',
      'OU=Sở Tư pháp tỉnh Mẫu',
      'title=Giám đốc Sở',
      'CN=Hà Thị Duyệt',
    ])
  })

  test('a unit has a seal', async () => {
    const request = asking({ userId: 'seal:H99.12' })
    await post('/requests', request)
    const signed = await decided(`/requests?transactionId=${request.transactionId}`)
    expect(await verifies(signed, 'seal:H99.12')).toBe(true)
    expect((await certificateOf('seal:H99.12')).subject).toMatch(
      /organizationIdentifier=H99.12\nCN=Ủy ban nhân dân xã Mẫu An$/,
    )
  })

  test('the same transaction is the same request, and other content under it is refused', async () => {
    const request = asking()
    const first = (await (await post('/requests', request)).json()) as Shown
    const again = await post('/requests', request)
    expect(again.status).toBe(200)
    expect(((await again.json()) as Shown).requestId).toBe(first.requestId)
    const other = await post('/requests', { ...request, digest: randomBytes(32).toString('base64') })
    expect(other.status).toBe(409)
  })

  test.each([
    ['an unknown signer', { userId: 'tran-van-thu' }, 404],
    ['a path in place of a signer', { userId: 'seal:../../root' }, 404],
    ['a short digest', { digest: 'aGVsbG8=' }, 400],
    ['another algorithm', { digestAlgorithm: 'SHA-1' }, 400],
    ['no description', { description: '' }, 400],
    ['a callback that is no web address', { callbackUrl: 'file:///etc/passwd' }, 400],
  ])('%s is refused', async (_which, more, status) => {
    expect((await post('/requests', asking(more))).status).toBe(status)
  })

  test('without the token nothing is answered', async () => {
    const response = await sandbox.call('/signing/v1/requests?transactionId=x', {
      headers: { authorization: 'Bearer other' },
    })
    expect(response.status).toBe(401)
  })

  test('the decision is also called back, under a MAC', async () => {
    const received = Promise.withResolvers<{ body: string; headers: Record<string, unknown> }>()
    const portal = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString()
      received.resolve({ body, headers: request.headers })
      response.writeHead(204).end()
    })
    await new Promise<void>((done) => portal.listen(0, '127.0.0.1', done))
    const { port } = portal.address() as AddressInfo
    const request = asking({ callbackUrl: `http://dichvucong.tinhmau.localhost:${port}/signed` })
    await post('/requests', request)
    const { body, headers } = await received.promise
    portal.close()
    const mac = createHmac('sha256', 'sandbox-callback-secret').update(`${headers['x-sandbox-timestamp']}.${body}`)
    expect(headers['x-sandbox-signature']).toBe(`sha256=${mac.digest('hex')}`)
    expect(JSON.parse(body)).toMatchObject({ transactionId: request.transactionId, state: 'signed' })
  })
})

describe('a person decides', () => {
  afterEach(() => manualSigning('on'))

  test('approving and refusing by hand', async () => {
    await manualSigning('off')
    const ask = async () => ((await (await post('/requests', asking())).json()) as Shown).requestId
    const [approved, refused] = [await ask(), await ask()]
    const page = await (await sandbox.call('/signing')).text()
    expect(page).toContain(`/signing/requests/${approved}/decision`)
    expect((await decide(approved, 'approve')).status).toBe(303)
    await decide(refused, 'refuse')
    expect((await look(`/requests/${approved}`)).state).toBe('signed')
    expect(await look(`/requests/${refused}`)).toMatchObject({ state: 'refused' })
    await decide(refused, 'approve')
    expect(await look(`/requests/${refused}`)).not.toHaveProperty('signature')
  })

  test('a pending request survives a restart, and is then approved', async () => {
    await manualSigning('off')
    const request = asking()
    await post('/requests', request)
    await sandbox.restart()
    const signed = await decided(`/requests?transactionId=${request.transactionId}`)
    expect(await verifies(signed)).toBe(true)
  })
})

describe('misbehaviour', () => {
  test('wrong-signature: signed, but it does not verify', async () => {
    await sandbox.fault({ target: 'signing', kind: 'wrong-signature', times: 1 })
    const request = asking()
    await post('/requests', request)
    const signed = await decided(`/requests?transactionId=${request.transactionId}`)
    expect(signed.state).toBe('signed')
    expect(await verifies(signed)).toBe(false)
  })

  test('lost-answer: the request was taken in and is found by its transaction', async () => {
    await sandbox.fault({ target: 'signing', kind: 'lost-answer', times: 1 })
    const request = asking()
    await expect(post('/requests', request)).rejects.toThrow()
    expect((await decided(`/requests?transactionId=${request.transactionId}`)).state).toBe('signed')
  })

  test('down: nothing was taken in', async () => {
    await sandbox.fault({ target: 'signing', kind: 'down', times: 1 })
    const request = asking()
    await expect(post('/requests', request)).rejects.toThrow()
    const response = await sandbox.call(`/signing/v1/requests?transactionId=${request.transactionId}`, {
      headers: HEADERS,
    })
    expect(response.status).toBe(404)
  })

  test('refuse: the person says no', async () => {
    await sandbox.fault({ target: 'signing', kind: 'refuse', times: 1 })
    const request = asking()
    await post('/requests', request)
    expect((await decided(`/requests?transactionId=${request.transactionId}`)).state).toBe('refused')
  })
})

describe('nobody decides', () => {
  const impatient = useSandbox({ signDelay: 'manual', signExpiry: 30 })

  test('the request expires', async () => {
    const body = JSON.stringify(asking())
    const url = `${impatient.origin}/signing/v1/requests`
    const { requestId } = (await (await fetch(url, { method: 'POST', headers: HEADERS, body })).json()) as Shown
    for (let state = 'pending'; state !== 'expired'; await wait(10)) {
      state = ((await (await fetch(`${url}/${requestId}`, { headers: HEADERS })).json()) as Shown).state
      expect(['pending', 'expired']).toContain(state)
    }
  })
})
