import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { installSample } from '#rooms/dossiers/testing.ts'
import { connect } from '../commands/connect.ts'
import { agencyPortalRoutes } from './agency-portal.route.tsx'
import { atomOf, type Feed } from './feed.ts'

useTestDatabase()

const EN = 'e-services.sampleprovince.localhost'
let portal: TestApp
beforeAll(async () => {
  await installSample()
  portal = await createTestApp([agencyPortalRoutes])
})

/** What OpenSSL says about the signature of an answer, with the key the portal publishes. */
async function judge(answer: { body: string; headers: Record<string, unknown> }, pem: string): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'feed-'))
  const parameters = String(answer.headers['signature-input']).replace(/^feed=/, '')
  const digest = `sha-256=:${createHash('sha256').update(answer.body).digest('base64')}:`
  const base = `"content-digest": ${digest}\n"content-type": ${answer.headers['content-type']}\n"@signature-params": ${parameters}`
  const signature = /^feed=:(.+):$/.exec(String(answer.headers.signature))?.[1] ?? ''
  await writeFile(join(folder, 'key.pem'), pem)
  await writeFile(join(folder, 'base'), base)
  await writeFile(join(folder, 'signature'), Buffer.from(signature, 'base64'))
  const args = 'pkeyutl -verify -pubin -inkey key.pem -rawin -in base -sigfile signature'.split(' ')
  const verdict = promisify(execFile)('openssl', args, { cwd: folder })
  return verdict
    .then(() => true)
    .catch(() => false)
    .finally(() => rm(folder, { recursive: true }))
}

describe('the agency’s own portal', () => {
  test('R-023: reads a feed whose signature OpenSSL accepts, and refuses a changed one', async () => {
    const answer = await portal.get('/feeds/services.atom')
    const { body: pem } = await portal.get('/.well-known/feed-key.pem')
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(answer.body).toContain('<title>Cấp Giấy xác nhận mẫu</title>')
    expect(await judge(answer, pem)).toBe(true)
    expect(await judge({ ...answer, body: answer.body.replace('mẫu', 'khác') }, pem)).toBe(false)
  })

  test('each agency signs with its own key', async () => {
    const { body: ours } = await portal.get('/.well-known/feed-key.pem')
    const { body: theirs } = await portal.get('/.well-known/feed-key.pem', { host: 'dichvucong.bomau.localhost' })
    expect(ours).not.toBe(theirs)
  })

  test('the same as JSON Feed, in the language of the host', async () => {
    const feed = (await portal.get('/feeds/services.json', { host: EN })).json()
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'en' })
    expect(feed.items[0].content_text).toMatch(/^In force from 30\/06\/2025 by Decision/)
    expect(feed.items[0].url).toContain(`${EN}`)
  })

  test('hostile names stand in the feed as text', () => {
    const feed: Feed = {
      ...{ id: 'x', title: '<b>', subtitle: '', home: '', self: '', language: 'vi', author: 'a&b' },
      items: [{ id: '1', title: ']]><script>\u0000\ud800', url: '"', summary: '', updatedAt: new Date(0) }],
    }
    const xml = atomOf(feed)
    expect(xml).toContain('<title>]]&gt;&lt;script&gt;</title>')
    expect(xml).toContain('<name>a&amp;b</name>')
    expect(xml).not.toContain('\u0000')
    expect(xml).not.toContain('\ud800')
  })

  test('the widget may stand in a frame only on the portal the agency named, and sets no cookie', async () => {
    const alone = await portal.get('/embed')
    expect(alone.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    await transaction(1, (tx) =>
      connect(tx, {
        ...{ agencyId: 1, destination: 'agency-portal', since: new Date(), contractVersion: '1', perMinute: 60 },
        settings: { origin: 'https://tinhmau.example/trang-chu' },
      }),
    )
    const framed = await portal.get('/embed')
    expect(framed.headers['content-security-policy']).toContain('frame-ancestors https://tinhmau.example;')
    expect(framed.headers['x-frame-options']).toBeUndefined()
    expect(framed.headers['set-cookie']).toBeUndefined()
    expect(framed.body).toContain('target="_top"')
    const other = await portal.get('/embed', { host: 'dichvucong.bomau.localhost' })
    expect(other.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })
})
