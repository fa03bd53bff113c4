import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { CLAUSES } from './clauses.ts'
import { CHECKS, type Checked, type Standing } from './finding.ts'
import { judgeNames } from './host-names.ts'
import { reportOf } from './report.ts'

const at = new Date('2026-11-25T06:00:00Z')
const on = localDate('2026-11-25')

function checkedAs(standing: Standing, checkedAt = at): Checked[] {
  const evidence = { vi: 'thấy', en: 'seen' }
  return CHECKS.map((check) => ({ check, standing, evidence, facts: {}, since: checkedAt, checkedAt }))
}

describe('the report', () => {
  test('a duty that nothing proves is a gap, never a pass', () => {
    const { counts, gaps } = reportOf([], { on, at, changes: [] })
    expect(counts.met).toBe(0)
    expect(gaps.length).toBe(
      CLAUSES.filter(({ to, proof }) => !to && !('standing' in proof && proof.standing === 'not-applicable')).length,
    )
  })

  test('what was looked at three days ago proves nothing about today', () => {
    const old = new Date(at.getTime() - 3 * 86_400_000 - 1)
    expect(reportOf(checkedAs('met', old), { on, at, changes: [] }).counts.met).toBe(0)
    expect(reportOf(checkedAs('met'), { on, at, changes: [] }).counts.met).toBeGreaterThan(0)
  })

  test('Decree 42/2022 counts while it is in force, its successor from 1 July 2026 on', () => {
    const before = reportOf(checkedAs('met'), { on: localDate('2026-06-30'), at, changes: [] })
    expect(before.laws.map(({ law }) => law)).not.toContain('decree-224-2026')
    const gapsOf = (day: string) =>
      reportOf(checkedAs('not-met'), { on: localDate(day), at, changes: [] }).gaps.map(({ law }) => law)
    expect(gapsOf('2026-06-30')).toContain('decree-42-2022')
    expect(gapsOf('2026-07-01')).not.toContain('decree-42-2022')
  })

  test('every clause has its own id, every check is somebody’s proof, and there are 31 functions', () => {
    expect(new Set(CLAUSES.map(({ id }) => id)).size).toBe(CLAUSES.length)
    const used = new Set(CLAUSES.flatMap(({ proof }) => ('check' in proof ? [proof.check] : [])))
    expect([...used].sort()).toEqual([...CHECKS].sort())
    expect(CLAUSES.filter(({ law }) => law === 'circular-11-2025')).toHaveLength(31)
  })
})

test.each([
  ['the pattern of the decree', 'dichvucong.laocai.gov.vn', 'vi', []],
  ['the English name', 'e-services.laocai.gov.vn', 'en', []],
  ['a Vietnamese name for the English interface', 'dichvucong.laocai.gov.vn', 'en', ['dichvucong.laocai.gov.vn']],
  ['another domain', 'dichvucong.laocai.vn', 'vi', ['dichvucong.laocai.vn']],
  ['a level too many', 'dichvucong.so.laocai.gov.vn', 'vi', ['dichvucong.so.laocai.gov.vn']],
] as const)('R-021: host names, %s', (_case, host, language, wrong) => {
  expect(judgeNames([{ host, language }]).wrong).toEqual(wrong)
})
