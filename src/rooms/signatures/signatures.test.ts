import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '#kernel/id.ts'
import { now, setClock } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { putFile, readFile } from '#platform/files/index.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { closePdf, renderResult, signaturePlace } from '#platform/pdf/index.ts'
import { OID } from '#platform/pdf/pades/oids.ts'
import { aCertificate, aTimestampAnswer } from '#platform/pdf/pades/pki/testing.ts'
import { aResultDocument } from '#platform/pdf/testing.ts'
import { breakSandbox, mendSandbox, type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { pollRequest } from './commands/poll.ts'
import { sendRequest } from './commands/send.ts'
import { signingServices, useSigningServices } from './commands/services.ts'
import { type NewSigningRequest, requestSignature, verifySignedPdf } from './index.ts'
import { SigningProblem } from './provider.ts'
import { secondsUntilPoll, secondsUntilRetry } from './signing-request.ts'
import { announced, getRequest, signAt, workRequest } from './testing.ts'

const AGENCY = 1
const database = useTestDatabase()
useTestFiles()
let sandbox: RunningSandbox
let source: { sha256: string; bytes: Buffer; place: ReturnType<typeof signaturePlace> }

beforeAll(async () => {
  sandbox = await startSandboxProcess()
})
beforeEach(async () => {
  signAt(sandbox)
  const printed = await renderResult(aResultDocument())
  source = { ...(await putFile(printed.pdf)), bytes: printed.pdf, place: signaturePlace(printed) }
})
afterEach(async () => {
  await mendSandbox(sandbox)
  setClock()
})
afterAll(async () => {
  await closePdf()
  await sandbox.stop()
})

async function ask(change: Partial<NewSigningRequest> = {}): Promise<string> {
  const wish = { agencyId: AGENCY, purpose: 'test', subjectId: newId(), description: 'Giấy thử, số 1' }
  const signer = { userId: 'nguyen-van-vi', signerName: 'Nguyễn Văn Vĩ' }
  const { requestId } = await transaction(AGENCY, (tx) =>
    requestSignature(tx, { ...wish, ...signer, sourceSha256: source.sha256, place: source.place, ...change }),
  )
  return requestId
}

const types = async (requestId: string) =>
  (await announced(database(), { key: 'requestId', value: requestId })).map(({ type }) => type)

describe('R-150: a signature through the gateway', () => {
  test('R-151: is made, verified, kept and told, once', async () => {
    const id = await ask()
    const request = await workRequest(AGENCY, id)
    expect(request).toMatchObject({ state: 'signed', lastError: undefined })

    const pdf = await readFile(request.signedSha256 ?? '')
    expect(pdf.subarray(0, source.bytes.length).equals(source.bytes)).toBe(true)
    const report = await verifySignedPdf(pdf)
    expect(report.verdict).toBe('valid')
    expect(report.signatures[0]).toMatchObject({ level: 'B-LT', revocation: 'good', problems: [] })

    await sendRequest({ agencyId: AGENCY, requestId: id })
    await pollRequest({ agencyId: AGENCY, requestId: id })
    expect(await types(id)).toEqual(['signature.completed'])
  })

  test('R-155: says that it is simulated, on the paper and in the report', async () => {
    const request = await workRequest(AGENCY, await ask())
    const pdf = await readFile(request.signedSha256 ?? '')
    expect((await verifySignedPdf(pdf)).simulated).toBe(true)
    const file = join(folder, 'stamp.pdf')
    writeFileSync(file, pdf)
    const { stdout, error } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    if (!error) expect(stdout).toContain('CHỮ KÝ SỐ MÔ PHỎNG')
  })

  test('asked twice for the same thing, it is one request', async () => {
    const wish = { agencyId: AGENCY, purpose: 'test', subjectId: newId(), description: 'x', userId: 'nguyen-van-vi' }
    const once = () =>
      transaction(AGENCY, (tx) =>
        requestSignature(tx, { ...wish, signerName: 'Nguyễn Văn Vĩ', sourceSha256: source.sha256 }),
      )
    expect(await once()).toEqual(await once())
  })

  test('after a crash between preparing and asking, the very same digest is asked for', async () => {
    await breakSandbox(sandbox, { target: 'signing', kind: 'down', path: '/requests' })
    const id = await ask()
    await sendRequest({ agencyId: AGENCY, requestId: id })
    const before = await getRequest(AGENCY, id)
    expect(before).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: 'unreachable',
      providerRequestId: undefined,
    })

    await mendSandbox(sandbox)
    const after = await workRequest(AGENCY, id)
    expect(after.state).toBe('signed')
    expect(after.prepared?.digest.equals(before.prepared?.digest ?? Buffer.alloc(0))).toBe(true)
  })

  test('when every answer is lost, the same request is asked for again, and signed once', async () => {
    const description = `Giấy thử, số ${newId()}`
    await breakSandbox(sandbox, { target: 'signing', kind: 'lost-answer', path: '/requests', times: 3 })
    const id = await ask({ description })
    await sendRequest({ agencyId: AGENCY, requestId: id })
    expect(await getRequest(AGENCY, id)).toMatchObject({ lastError: 'unreachable', providerRequestId: undefined })

    const request = await workRequest(AGENCY, id)
    expect(request.state).toBe('signed')
    const headers = { authorization: 'Bearer sandbox-signing-token' }
    const known = await fetch(`${sandbox.origin}/signing/v1/requests?transactionId=${id}`, { headers })
    expect(await known.json()).toMatchObject({ requestId: request.providerRequestId })
    const page = await (await fetch(`${sandbox.origin}/signing`)).text()
    expect(page.split(description)).toHaveLength(2)
    expect(await types(id)).toEqual(['signature.completed'])
  })

  test('two workers at once announce once', async () => {
    const id = await ask()
    await sendRequest({ agencyId: AGENCY, requestId: id })
    const both = () => Promise.all([1, 2].map(() => pollRequest({ agencyId: AGENCY, requestId: id })))
    await vi.waitUntil(async () => (await both()) && (await getRequest(AGENCY, id)).state === 'signed', 20_000)
    expect(await types(id)).toEqual(['signature.completed'])
  })

  test('refused by the person, it is told as refused', async () => {
    await breakSandbox(sandbox, { target: 'signing', kind: 'refuse', times: 1 })
    const id = await ask()
    expect((await workRequest(AGENCY, id)).state).toBe('refused')
    expect(await types(id)).toEqual(['signature.refused'])
  })

  test('another agency does not see it', async () => {
    const id = await ask()
    await sendRequest({ agencyId: 2, requestId: id })
    expect((await getRequest(AGENCY, id)).prepared).toBeUndefined()
  })
})

describe('nothing is kept that does not verify', () => {
  test('a wrong signature is looked at once more, and then the approver is told: no third question', async () => {
    await breakSandbox(sandbox, { target: 'signing', kind: 'wrong-signature', times: 1 })
    const real = signingServices()
    const looks: string[] = []
    const status = async (requestId: string) => {
      const answer = await real.provider.status(requestId)
      looks.push(answer.state)
      return answer
    }
    useSigningServices({ ...real, provider: { ...real.provider, status } })
    const id = await ask()
    const request = await workRequest(AGENCY, id)
    expect(request).toMatchObject({ state: 'failed', lastError: 'signature-wrong', signedSha256: undefined })
    expect(looks.filter((state) => state === 'signed')).toHaveLength(2)
    expect(await announced(database(), { key: 'requestId', value: id })).toEqual([
      expect.objectContaining({ type: 'signature.failed', reason: 'signature-wrong' }),
    ])
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(256)],
    ['words', Buffer.from('không phải chữ ký')],
  ])('%s in place of a signature is not kept, and the right one that follows is', async (_what, signature) => {
    const real = signingServices()
    const id = await ask()
    await sendRequest({ agencyId: AGENCY, requestId: id })
    const provider = { ...real.provider, status: async () => ({ state: 'signed', signature }) as const }
    useSigningServices({ ...real, provider })
    await pollRequest({ agencyId: AGENCY, requestId: id })
    expect(await getRequest(AGENCY, id)).toMatchObject({ state: 'waiting', lastError: 'signature-wrong' })
    useSigningServices(real)
    expect((await workRequest(AGENCY, id)).state).toBe('signed')
  })

  test('a time stamp for another digest is refused, and a right one later is taken', async () => {
    await breakSandbox(sandbox, { target: 'tsa', kind: 'wrong-signature' })
    const id = await ask()
    expect(await workRequest(AGENCY, id, 8)).toMatchObject({ state: 'waiting', lastError: 'timestamp-wrong' })
    await mendSandbox(sandbox)
    expect((await workRequest(AGENCY, id)).state).toBe('signed')
  })

  test.each([
    ['whose authority’s certificate has run out', 'timestamp-expired', { until: new Date('2026-02-01T00:00:00Z') }],
    ['by somebody who may not stamp', 'timestamp-untrusted', { purposes: [] }],
  ])('a time stamp %s is not taken: one more look, then the approver is told', async (_what, reason, more) => {
    const real = signingServices()
    const root = aCertificate({ name: 'Gốc Thử', isAuthority: true })
    const authority = aCertificate({ name: 'Dấu Thử', issuer: root, purposes: [OID.timeStamping], ...more })
    const roots = async () => [...(await real.roots()), root.certificate]
    const askTime = async (question: Buffer) => aTimestampAnswer(question, authority, { at: now() })
    useSigningServices({ ...real, roots, askTime })
    expect(await workRequest(AGENCY, await ask())).toMatchObject({
      state: 'failed',
      lastError: reason,
      signedSha256: undefined,
    })
  })

  test.each([
    ['revoked-signer', 'signer-revoked'],
    ['expired-signer', 'signer-expired'],
    ['nobody-there', 'unknown-user'],
  ])('%s is told as failed, before anybody is asked', async (userId, reason) => {
    const id = await ask({ userId })
    expect(await workRequest(AGENCY, id, 3)).toMatchObject({
      state: 'failed',
      lastError: reason,
      providerRequestId: undefined,
    })
    expect(await announced(database(), { key: 'requestId', value: id })).toEqual([
      expect.objectContaining({ type: 'signature.failed', reason }),
    ])
  })

  test('R-153: a certificate of another person than the paper names is not used', async () => {
    const request = await workRequest(AGENCY, await ask({ signerName: 'Hà Thị Duyệt' }), 1)
    expect(request).toMatchObject({ state: 'failed', lastError: 'signer-other-person', providerRequestId: undefined })
  })

  test('when nobody can say whether the signer was revoked meanwhile, it waits', async () => {
    const real = signingServices()
    const id = await ask()
    await sendRequest({ agencyId: AGENCY, requestId: id })
    useSigningServices({ ...real, fetch: async () => undefined })
    await vi.waitUntil(async () => {
      await pollRequest({ agencyId: AGENCY, requestId: id })
      return (await getRequest(AGENCY, id)).lastError !== undefined
    }, 20_000)
    const request = await getRequest(AGENCY, id)
    expect(request).toMatchObject({ state: 'waiting', lastError: 'revocation-not-checked' })
    expect(request.signedSha256).toBeUndefined()
  })

  test('a gateway without an address fails at once, and says why', async () => {
    const provider = { ...signingServices().provider }
    provider.certificate = async () => {
      throw new SigningProblem('no-signing-gateway', { lasting: true })
    }
    useSigningServices({ ...signingServices(), provider })
    expect(await workRequest(AGENCY, await ask(), 1)).toMatchObject({
      state: 'failed',
      lastError: 'no-signing-gateway',
    })
  })
})

const folder = mkdtempSync(join(tmpdir(), 'signatures-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('attempts come further and further apart, and end', () => {
  expect([1, 2, 3, 9, 13].map(secondsUntilRetry)).toEqual([2, 4, 8, 512, 600])
  expect(secondsUntilRetry(14)).toBeUndefined()
})

test('the provider is asked soon at first, then now and then, and not for ever', () => {
  expect([0, 120_000, 3_600_000].map(secondsUntilPoll)).toEqual([2, 10, 60])
  expect(secondsUntilPoll(4 * 86_400_000)).toBeUndefined()
})
