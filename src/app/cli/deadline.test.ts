import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { workingCalendar } from '#rooms/deadlines/index.ts'
import { type DeadlineCommandParts, makeDeadlineCommand } from './deadline.ts'

class Exit extends Error {
  readonly code: number
  constructor(code: number) {
    super(`exit ${code}`)
    this.code = code
  }
}

async function run(line: string, parts: DeadlineCommandParts = {}) {
  const seen = { out: '', err: '', code: 0 }
  const command = makeDeadlineCommand({
    print: (text) => {
      seen.out += text
    },
    warn: (text) => {
      seen.err += text
    },
    exit: (code) => {
      throw new Exit(code)
    },
    ...parts,
  })
  try {
    await command.parseAsync(['explain', ...line.split(' ')], { from: 'user' })
  } catch (error) {
    if (!(error instanceof Exit)) throw error
    seen.code = error.code
  }
  return seen
}

describe('motcua deadline explain', () => {
  test('prints one line for each day in Vietnamese, without a database', async () => {
    const { out, code } = await run('--received 2026-11-19T08:40 --limit 3wd')
    expect(code).toBe(0)
    expect(out).toContain('Hẹn trả: thứ Tư, 25/11/2026, trước 17:00')
    expect(out).toMatch(/Thứ Năm\s+19\/11\/2026\s+Tiếp nhận lúc 8:40\. Chưa đếm ngày này\./)
    expect(out).toMatch(/Thứ Ba\s+24\/11\/2026\s+Nghỉ Ngày Văn hóa Việt Nam, không đếm/)
  })

  test('prints English when asked', async () => {
    const { out } = await run('--received 2026-11-19T08:40 --limit 3wd --lang en')
    expect(out).toContain('Due: Wednesday, 25/11/2026, by 17:00')
  })

  test('prints JSON with dueAt and steps', async () => {
    const { out } = await run('--received 2026-04-29T14:30 --limit 5wd --agency H99 --json')
    expect(JSON.parse(out)).toMatchObject({ dueAt: '2026-05-08T17:00', agency: 'H99', limit: '5wd' })
    expect(JSON.parse(out).steps).toHaveLength(10)
  })

  test('takes pauses by day, by time, and without an end', async () => {
    const dueWith = async (pauses: string) =>
      JSON.parse((await run(`--received 2026-11-02T08:00 --limit 5wd ${pauses} --json`)).out).dueAt
    expect(await dueWith('--pause 2026-11-04..2026-11-05')).toBe('2026-11-11T17:00')
    expect(await dueWith('--pause 2026-11-04T10:00..2026-11-05T10:00')).toBe('2026-11-10T17:00')
    expect(await dueWith('--pause 2026-11-04..2026-11-04 --pause 2026-11-09..2026-11-09')).toBe('2026-11-11T17:00')
    expect(await dueWith('--pause 2026-11-04..')).toBe(null)
  })

  test("uses the agency's own calendar when it can be reached, and says so when it cannot", async () => {
    const own = workingCalendar({
      owner: { vi: 'tỉnh Mẫu', en: 'Sample Province' },
      version: '2',
      own: [{ kind: 'closure', date: localDate('2026-11-20'), legal: '12/QĐ-UBND' }],
    })
    const line = '--received 2026-11-19T08:40 --limit 1wd --agency H99 --json'
    const found = await run(line, { calendarOf: async () => own })
    expect(JSON.parse(found.out)).toMatchObject({ dueAt: '2026-11-23T17:00', calendar: { version: '2' } })
    expect((await run(line)).err).toContain('no calendar of agency H99')
  })

  test.each([
    ['no reception', '--limit 5wd'],
    ['no limit', '--received 2026-11-19T08:40'],
    ['a day that does not exist', '--received 2026-02-30T08:40 --limit 5wd'],
    ['a reception without a time', '--received 2026-02-28 --limit 5wd'],
    ['an unknown unit', '--received 2026-11-19T08:40 --limit 5weeks'],
    ['a pause that is no span', '--received 2026-11-19T08:40 --limit 5wd --pause 2026-11-20'],
    ['a pause that ends first', '--received 2026-11-19T08:40 --limit 5wd --pause 2026-11-20..2026-11-19'],
    ['a year without a calendar', '--received 1926-11-19T08:40 --limit 5wd'],
    ['an unknown option', '--received 2026-11-19T08:40 --limit 5wd --colour'],
  ])('ends with 2 and a message on %s', async (_what, line) => {
    const { code, err, out } = await run(line)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/error/)
  })
})
