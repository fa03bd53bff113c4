import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

const run = promisify(execFile)
const at = (file: string) => join(sandbox.directory, file)

/** Both streams of openssl, whatever it thought of the question. */
async function openssl(...words: string[]): Promise<string> {
  const { stdout, stderr } = await run('openssl', words).catch((error: { stdout: string; stderr: string }) => error)
  return stdout + stderr
}

async function fetchTo(path: string, file: string, options?: RequestInit) {
  const response = await sandbox.call(path, options)
  await writeFile(at(file), Buffer.from(await response.arrayBuffer()))
  return response
}

async function certificate(userId: string): Promise<string> {
  const response = await sandbox.call('/signing/v1/certificates', {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox-signing-token' },
    body: JSON.stringify({ userId }),
  })
  const file = at(`${encodeURIComponent(userId)}.pem`)
  await writeFile(file, ((await response.json()) as { certificate: string }).certificate)
  return file
}

async function revocationLists() {
  for (const level of ['root', 'intermediate']) {
    await fetchTo(`/ca/${level}.crl`, `${level}.crl`)
    await openssl('crl', '-inform', 'DER', '-in', at(`${level}.crl`), '-out', at(`${level}.crl.pem`))
  }
}

beforeAll(async () => {
  await fetchTo('/ca/root.pem', 'root.pem')
  await fetchTo('/ca/intermediate.pem', 'intermediate.pem')
})

describe('openssl agrees about the chain', () => {
  const verify = async (userId: string) => {
    const file = await certificate(userId)
    await revocationLists()
    const lists = ['root', 'intermediate'].flatMap((level) => ['-CRLfile', at(`${level}.crl.pem`)])
    const trust = ['-CAfile', at('root.pem'), '-untrusted', at('intermediate.pem')]
    return openssl('verify', '-x509_strict', '-crl_check', '-crl_check_all', ...lists, ...trust, file)
  }

  test.each(['nguyen-van-vi', 'vu-thi-truong', 'seal:H99.12'])('%s is good', async (userId) => {
    expect(await verify(userId)).toContain(': OK')
  })

  test.each([
    ['revoked-signer', 'certificate revoked'],
    ['expired-signer', 'certificate has expired'],
  ])('%s is not: %s', async (userId, problem) => {
    expect(await verify(userId)).toContain(problem)
  })

  test('a certificate says where to look further', async () => {
    const text = await openssl('x509', '-noout', '-text', '-in', await certificate('nguyen-van-vi'))
    expect(text).toContain(`OCSP - URI:${sandbox.origin}/ocsp`)
    expect(text).toContain(`CA Issuers - URI:${sandbox.origin}/ca/intermediate.cer`)
    expect(text).toContain(`URI:${sandbox.origin}/ca/intermediate.crl`)
    await fetchTo('/ca/intermediate.cer', 'intermediate.cer')
    expect(await openssl('x509', '-inform', 'DER', '-noout', '-subject', '-in', at('intermediate.cer'))).toContain(
      'Sandbox Signing CA',
    )
  })

  test('roots survive a restart; signers are certified anew when the address has changed', async () => {
    const before = await certificate('nguyen-van-vi')
    const pem = async () => (await sandbox.call('/ca/root.pem')).text()
    const root = await pem()
    const key = await openssl('x509', '-noout', '-pubkey', '-in', before)
    await sandbox.restart()
    expect(await pem()).toBe(root)
    const after = await certificate('nguyen-van-vi')
    expect(await openssl('x509', '-noout', '-pubkey', '-in', after)).toBe(key)
    expect(await openssl('x509', '-noout', '-text', '-in', after)).toContain(`${sandbox.origin}/ocsp`)
    await fetchTo('/ca/intermediate.pem', 'intermediate.pem')
  })
})

describe('openssl agrees about OCSP', () => {
  const ask = (...words: string[]) =>
    openssl(
      'ocsp',
      '-url',
      `${sandbox.origin}/ocsp`,
      '-CAfile',
      at('root.pem'),
      '-verify_other',
      at('intermediate.pem'),
      '-issuer',
      ...words,
    )

  test.each([
    ['nguyen-van-vi', 'good'],
    ['revoked-signer', 'revoked'],
  ])('%s is %s', async (userId, status) => {
    const answer = await ask(at('intermediate.pem'), '-cert', await certificate(userId))
    expect(answer).toContain('Response verify OK')
    expect(answer).toContain(`.pem: ${status}`)
    expect(answer).not.toContain('no nonce')
  })

  test('the intermediate is good by word of the root', async () => {
    const answer = await ask(at('root.pem'), '-cert', at('intermediate.pem'))
    expect(answer).toContain('Response verify OK')
    expect(answer).toContain('intermediate.pem: good')
  })

  test('a number nobody issued is unknown', async () => {
    const answer = await ask(at('intermediate.pem'), '-serial', '0x1234')
    expect(answer).toContain('0x1234: unknown')
  })

  test('GET works, and nonsense is malformed', async () => {
    const request = at('request.der')
    await openssl(
      'ocsp',
      '-issuer',
      at('intermediate.pem'),
      '-cert',
      await certificate('nguyen-van-vi'),
      '-no_nonce',
      '-reqout',
      request,
    )
    const base64 = await openssl('base64', '-A', '-in', request)
    const response = await fetchTo(`/ocsp/${encodeURIComponent(base64)}`, 'response.der')
    expect(response.headers.get('content-type')).toBe('application/ocsp-response')
    expect(await openssl('ocsp', '-respin', at('response.der'), '-noverify', '-resp_text')).toContain(
      'Cert Status: good',
    )
    await fetchTo('/ocsp', 'malformed.der', { method: 'POST', body: 'nonsense' })
    expect(await openssl('ocsp', '-respin', at('malformed.der'), '-noverify')).toContain('malformedrequest')
  })

  test('wrong-signature and refuse', async () => {
    const file = await certificate('nguyen-van-vi')
    await sandbox.fault({ target: 'ocsp', kind: 'wrong-signature', times: 1 })
    expect(await ask(at('intermediate.pem'), '-cert', file)).toContain('Response Verify Failure')
    await sandbox.fault({ target: 'ocsp', kind: 'refuse', times: 1 })
    expect(await ask(at('intermediate.pem'), '-cert', file)).toContain('trylater')
  })
})

describe('openssl agrees about time stamps', () => {
  const stamp = async (...words: string[]) => {
    await writeFile(at('paper'), 'Giấy xác nhận')
    await openssl('ts', '-query', '-data', at('paper'), '-out', at('query.tsq'), ...words)
    const body = new Uint8Array(await readFile(at('query.tsq')))
    await fetchTo('/tsa', 'reply.tsr', {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body,
    })
    return openssl('ts', '-reply', '-text', '-in', at('reply.tsr'))
  }
  const verify = (...words: string[]) =>
    openssl('ts', '-verify', '-queryfile', at('query.tsq'), '-in', at('reply.tsr'), '-CAfile', at('root.pem'), ...words)

  test.each(['-sha256', '-sha384', '-sha512'])('%s, with the certificate', async (hash) => {
    expect(await stamp(hash, '-cert')).toContain('Status: Granted.')
    expect(await verify()).toContain('Verification: OK')
  })

  test('without a nonce and without the certificate', async () => {
    expect(await stamp('-sha256', '-no_nonce')).toContain('Nonce: unspecified')
    expect(await verify()).toContain('Verification: FAILED')
    const own = await readFile(join(sandbox.directory, 'ca', 'tsa.pem'))
    await writeFile(at('chain.pem'), Buffer.concat([own, await readFile(at('intermediate.pem'))]))
    expect(await verify('-untrusted', at('chain.pem'))).toContain('Verification: OK')
  })

  test.each([
    ['our policy is granted', ['-sha256', '-tspolicy', '1.3.6.1.4.1.99999.1.1'], 'Status: Granted.'],
    ['another policy is not', ['-sha256', '-tspolicy', '1.2.3.4'], 'the requested TSA policy is not supported'],
    ['SHA-1 is not', ['-sha1'], 'unrecognized or unsupported algorithm'],
  ])('%s', async (_which, words, expected) => {
    expect(await stamp(...words)).toContain(expected)
  })

  test('wrong-signature: the token speaks of another digest', async () => {
    await sandbox.fault({ target: 'tsa', kind: 'wrong-signature', times: 1 })
    expect(await stamp('-sha256', '-cert')).toContain('Status: Granted.')
    expect(await verify()).toContain('message imprint mismatch')
  })

  test('refuse, and nonsense', async () => {
    await sandbox.fault({ target: 'tsa', kind: 'refuse', times: 1 })
    expect(await stamp('-sha256')).toContain('Status: Rejected.')
    await fetchTo('/tsa', 'reply.tsr', { method: 'POST', body: 'nonsense' })
    expect(await openssl('ts', '-reply', '-text', '-in', at('reply.tsr'))).toContain('transaction not permitted')
  })
})
