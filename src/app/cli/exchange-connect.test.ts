import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { exchangeCommand } from './exchange.ts'

useTestDatabase()

let folder = ''
let file = ''
const settings = {
  ...{ url: 'https://truc.example/national', loginPath: 'mapi/login', sharePath: 'mapi/share' },
  ...{ integrationPath: 'mapi/integration', dstcode: 'VN:GOV:1', agencyCode: 'H99' },
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connect-'))
  file = join(folder, 'national.json')
  await writeFile(file, JSON.stringify(settings))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...words: string[]): Promise<{ out: string; err: string; code: number }> {
  const ran = { out: '', err: '', code: 0 }
  const hear = (into: 'out' | 'err') => (text: unknown) => {
    ran[into] += String(text)
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(hear('err')),
  ]
  process.exitCode = 0
  try {
    await exchangeCommand.parseAsync(words, { from: 'user' })
    ran.code = Number(process.exitCode)
    return ran
  } finally {
    process.exitCode = 0
    for (const spy of spies) spy.mockRestore()
  }
}

const kept = () => read(1, (tx) => tx.selectFrom('connections').selectAll().execute())
const AGENCY = ['--agency', 'H99'] as const

describe('motcua exchange connect and set', () => {
  test('R-186: what cannot be spoken to, and every secret, is refused before anything is kept', async () => {
    const with_ = (...more: string[]) => run('connect', 'emc', ...AGENCY, '--contract', '1', ...more)
    expect(await with_('--url', 'https://emc.example')).toMatchObject({
      code: 2,
      err: expect.stringContaining('siteId'),
    })
    for (const secret of ['password=x', 'clientSecret=x', 'accessToken=x']) {
      const refused = await with_('--url', 'https://emc.example', '--setting', 'siteId=1', '--setting', secret)
      expect([refused.code, refused.err.includes('environment'), refused.err.includes('=x')]).toEqual([2, true, false])
    }
    const inAddress = await with_('--url', 'https://me:secret@emc.example', '--setting', 'siteId=1')
    expect([inAddress.code, inAddress.err.includes('secret@')]).toEqual([2, false])
    expect(await kept()).toEqual([])
  })

  test('R-186: connects from a file, once; options win; it is written down', async () => {
    const words = ['connect', 'national-portal', ...AGENCY, '--contract', '1.4', '--settings', file]
    const made = await run(
      ...words,
      '--setting',
      'dstcode=VN:GOV:2',
      '--quiet',
      '22:00-05:00',
      '--rate',
      '90',
      '--json',
    )
    expect(JSON.parse(made.out)).toMatchObject({ destination: 'national-portal', url: settings.url })
    const [row] = await kept()
    expect(row).toMatchObject({ state: 'on', per_minute: 90, quiet_from: '22:00:00', quiet_to: '05:00:00' })
    expect(row?.settings).toEqual({ ...settings, dstcode: 'VN:GOV:2' })
    expect(await run(...words)).toMatchObject({ code: 1, err: expect.stringContaining('connected already') })
    expect(await kept()).toHaveLength(1)
  })

  test('R-186: set changes what is named and leaves the rest', async () => {
    expect(await run('set', 'national-portal', ...AGENCY, '--quiet', 'none')).toMatchObject({ code: 0 })
    expect((await kept())[0]).toMatchObject({ per_minute: 90, quiet_from: null })
    await run('set', 'national-portal', ...AGENCY, '--rate', '30', '--url', 'https://moi.example/national')
    const [row] = await kept()
    expect(row).toMatchObject({ per_minute: 30, settings: { url: 'https://moi.example/national', agencyCode: 'H99' } })
    expect((await run('set', 'national-portal', ...AGENCY)).code).toBe(2)
    expect((await run('set', 'emc', ...AGENCY, '--rate', '30')).code).toBe(1)
    const acts = await read(1, (tx) => tx.selectFrom('exchange_acts').select(['act', 'reason']).orderBy('at').execute())
    expect(acts).toEqual([
      { act: 'connected', reason: settings.url },
      { act: 'tuned', reason: '24/24' },
      { act: 'tuned', reason: '30/min · url' },
    ])
  })
})
