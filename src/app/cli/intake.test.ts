import { beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { installService } from '#rooms/procedures/index.ts'
import { anInstallable } from '#rooms/procedures/testing.ts'
import { intakeCommand } from './intake.ts'

useTestDatabase()
beforeAll(() => transaction(1, (tx) => installService(tx, 1, anInstallable())))

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
    await intakeCommand.parseAsync(words, { from: 'user' })
    ran.code = Number(process.exitCode)
    return ran
  } finally {
    process.exitCode = 0
    for (const spy of spies) spy.mockRestore()
  }
}

describe('motcua intake', () => {
  test('R-024: sets the agency and a procedure from a day on, and lists what comes of it', async () => {
    const day = addDays(today(), 3)
    expect(await run('mode', 'back-office', '--agency', 'H99', '--from', day)).toMatchObject({
      ...{ out: `H99: back-office from ${day}\n`, code: 0 },
    })
    const set = await run('set', '9.000009', '--agency', 'H99', '--at', 'national', '--state', 'ministry', '--json')
    expect(JSON.parse(set.out)).toMatchObject({ code: '9.000009', at: 'national', state: 'ministry', from: today() })
    const [agency, line] = (await run('list', '--agency', 'H99', '--json')).out
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one))
    expect(agency).toMatchObject({ agency: 'H99', mode: 'mixed', coming: [{ from: day, mode: 'back-office' }] })
    expect(line).toMatchObject({
      code: '9.000009',
      says: 'national',
      stateOwner: 'ministry',
      applyAt: { by: 'national' },
    })
    const later = await run('list', '--agency', 'H99', '--from', day)
    expect(later.out).toContain(`H99  back-office since ${day}`)
  })

  test('R-024: what is wrong is said in a sentence, with exit code 2, and nothing is kept', async () => {
    const wrong = [
      ['mode', 'mixed', '--from', '2020-01-01'],
      ['mode', 'mixed', '--national-address', 'https://x.example/'],
      ['set', '9.000009', '--at', 'own', '--state', 'ministry'],
      ['set', '9.000009', '--at', 'ministry', '--url', 'x'],
    ]
    for (const words of wrong) {
      const { code, out, err } = await run(...words, '--agency', 'H99')
      expect([words, code, out]).toEqual([words, 2, ''])
      expect(err).toMatch(/^error: --/)
    }
    expect(await run('set', '9.999999', '--agency', 'H99', '--at', 'own')).toMatchObject({ code: 1 })
    expect(await run('list', '--agency', 'X00')).toMatchObject({ code: 1, err: 'no agency X00\n' })
  })
})
