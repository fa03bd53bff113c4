import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'
import { Faults } from './faults.ts'

const sandbox = useSandbox()
afterEach(() => sandbox.heal())

const list = async () =>
  ((await (await sandbox.call('/faults')).json()) as { faults: Record<string, unknown>[] }).faults

describe('faults', () => {
  test('a fault is used up after its times', () => {
    const faults = new Faults()
    faults.add({ target: 'tsa', kind: 'down', times: '2' })
    expect([1, 2, 3].map(() => faults.take('tsa', ['down'])?.kind)).toEqual(['down', 'down', undefined])
  })

  test('a fault waits for its target, its kind and its path', () => {
    const faults = new Faults()
    faults.add({ target: 'citizens', kind: 'slow', ms: 7, path: '/token' })
    expect(faults.take('staff', ['slow'], '/staff/token')).toBeUndefined()
    expect(faults.take('citizens', ['down'], '/citizens/token')).toBeUndefined()
    expect(faults.take('citizens', ['slow'], '/citizens/auth')).toBeUndefined()
    expect(faults.take('citizens', ['slow'], '/citizens/token')?.ms).toBe(7)
  })

  test.each([
    [{ target: 'moon', kind: 'down' }],
    [{ target: 'tsa', kind: 'sulk' }],
    [{ target: 'smtp', kind: 'wrong-signature' }],
  ])('%j means nothing', (asked) => {
    expect(new Faults().add(asked)).toBeTypeOf('string')
  })

  test('they are set, listed and cleared over HTTP', async () => {
    await sandbox.fault({ target: 'tsa', kind: 'slow', ms: 1, times: 3 })
    expect(await list()).toMatchObject([{ target: 'tsa', kind: 'slow', ms: 1, times: 3 }])
    await sandbox.heal()
    expect(await list()).toEqual([])
    await expect(sandbox.fault({ target: 'tsa', kind: 'sulk' })).rejects.toThrow('invalid-request')
  })

  test('the page does the same with a form', async () => {
    const body = new URLSearchParams({ target: 'ocsp', kind: 'error500', times: '1', ms: '', path: '' })
    expect((await sandbox.call('/faults', { method: 'POST', body, redirect: 'manual' })).status).toBe(303)
    const page = await (await sandbox.call('/faults', { headers: { accept: 'text/html' } })).text()
    expect(page).toContain('<td>ocsp</td><td>error500</td>')
    expect((await sandbox.call('/ocsp/x')).status).toBe(500)
    expect(await list()).toEqual([])
  })

  test('garbage means nothing, but comes in the right wrapping', async () => {
    await sandbox.fault({ target: 'crl', kind: 'garbage', times: 1 })
    const response = await sandbox.call('/ca/root.crl')
    expect(response.headers.get('content-type')).toBe('application/pkix-crl')
    expect((await response.arrayBuffer()).byteLength).toBe(64)
  })

  test('pages for people do not fail with the port they show', async () => {
    await sandbox.fault({ target: 'signing', kind: 'down' })
    expect((await sandbox.call('/signing')).status).toBe(200)
    expect((await sandbox.call('/healthz')).status).toBe(200)
  })
})

describe('the program', () => {
  test('says when it is ready and stops on SIGTERM', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sandbox-main-'))
    const env = { ...process.env, SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0', SANDBOX_DIR: directory }
    const child = spawn(process.execPath, ['sandbox/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let complained = ''
    child.stderr.on('data', (text) => {
      complained += text
    })
    const ready = new Promise<void>((done) => {
      child.stdout.on('data', (text) => {
        said += text
        if (said.includes('\n')) done()
      })
    })
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    await Promise.race([ready, ended])
    expect(said).toMatch(/^sandbox ready http:\/\/localhost:\d+\n$/)
    const origin = said.trim().split(' ').at(-1)
    const home = await (await fetch(`${origin}/`)).text()
    expect(home).toContain('Mô phỏng – không phải hệ thống thật.')
    expect(home).toContain('Simulated – not a real system.')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(complained).toBe('')
    await rm(directory, { recursive: true, force: true })
  })
})
