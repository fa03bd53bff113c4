import { beforeAll, describe, expect, test, vi } from 'vitest'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import { refOf } from '#rooms/dossiers/index.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { logCommand } from './log.ts'

const database = useTestDatabase()
beforeAll(installSample)

async function run(...words: string[]): Promise<{ said: string; code: number }> {
  let said = ''
  const hear = (text: unknown) => {
    said += String(text)
    return true
  }
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(hear)
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(hear)
  process.exitCode = 0
  try {
    await logCommand.parseAsync(words, { from: 'user' })
    return { said, code: Number(process.exitCode) }
  } finally {
    process.exitCode = 0
    out.mockRestore()
    err.mockRestore()
  }
}

describe('motcua log verify', () => {
  test('R-234: whole chains are counted and exit 0; a broken one is named and exits 1', async () => {
    const whole = await aDossier({ status: 'returned' })
    const broken = await aDossier({ status: 'received' })
    expect(await run('verify')).toEqual({
      said: expect.stringMatching(/^H99: \d+ entries of 2 dossiers checked\n/),
      code: 0,
    })

    await asOwner(
      database(),
      `set role motcua_owner; set motcua.agency = '1'; update dossier_log set type = 'dossier.refused' where dossier_id = '${broken.id}' and seq = 2`,
    )
    const all = await run('verify')
    expect(all).toEqual({
      said: expect.stringContaining(`broken: agency H99, dossier ${refOf(broken)}, entry 2: changed`),
      code: 1,
    })
    const { said, code } = await run('verify', '--json', '--dossier', refOf(broken))
    expect([JSON.parse(said), code]).toEqual([
      {
        ok: false,
        dossiers: 1,
        entries: 2,
        broken: [expect.objectContaining({ agency: 'H99', seq: 2, problem: 'changed' })],
      },
      1,
    ])
    expect((await run('verify', '--dossier', refOf(whole))).code).toBe(0)
  })

  test('an unknown dossier is said and exits 1', async () => {
    expect(await run('verify', '--dossier', 'H99.12-261119-9999')).toEqual({
      said: 'no dossier H99.12-261119-9999\n',
      code: 1,
    })
  })
})
