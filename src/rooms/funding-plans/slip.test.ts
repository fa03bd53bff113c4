import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { money } from '#kernel/money.ts'
import { compareLines } from './compare.ts'
import { deadlineFor, isLate, remindsOn } from './deadline.ts'
import { draftFromLastYear } from './first-plan.ts'
import { requestedOf, sum, totalRequested } from './line.ts'
import { buildReport } from './reports/build.ts'
import { columnTotal, REPORTS } from './reports/report.ts'
import { checkLine, stops } from './rules.ts'
import {
  type Allocation,
  checkAllocation,
  checkQuarter,
  checkSettlement,
  completionsOf,
  informBy,
  type QuarterReport,
  type Settlement,
} from './slip.ts'
import { aLine, anyLine, aTrainingLine } from './testing.ts'
import { vi } from './words.vi.ts'

const base = { id: 's', planId: 'p', version: 1, revision: 1, at: new Date('2027-01-05T02:00:00Z'), officerId: 'f' }
const [portal, training] = [aLine(), aTrainingLine()]

// The worked example. Asked: 4 × 25.000.000 = 100.000.000 for the portal, 30 × 1.000.001 = 30.000.030 for training,
// together 130.000.030. Given: 90.000.000 and 30.000.030, together 120.000.030; the gap is 10.000.000 and 0.
// Spent on the portal: 20 + 22,5 + 22,5 + 24 = 89.000.000; on training all 30.000.030 in quarter II; together
// 119.000.030, which is 99,167 % → 99,2 %. Left: 1.000.000, of which 600.000 go over and 400.000 are cancelled.
const allocation: Allocation = {
  ...base,
  kind: 'allocation',
  decision: { number: '88/QĐ-UBND', on: localDate('2026-12-20'), by: 'UBND tỉnh Mẫu' },
  given: { [portal.id]: money(90_000_000), [training.id]: money(30_000_030) },
  notes: { [portal.id]: 'Cân đối ngân sách' },
}
const quarter = (number: 1 | 2 | 3 | 4, onPortal: number, onTraining: number): QuarterReport => ({
  ...base,
  kind: 'quarter',
  quarter: number,
  spent: { [portal.id]: money(onPortal), [training.id]: money(onTraining) },
  notes: {},
})
const quarters = [
  quarter(1, 20_000_000, 0),
  quarter(2, 22_500_000, 30_000_030),
  quarter(3, 22_500_000, 0),
  quarter(4, 24_000_000, 0),
]
const settlement: Settlement = {
  ...base,
  kind: 'settlement',
  settled: { [portal.id]: money(89_000_000), [training.id]: money(30_000_030) },
  carriedOver: { [portal.id]: money(600_000), [training.id]: money(0) },
  outcomes: { [portal.id]: 'Sẵn sàng 99,7 %' },
}
const lines = [portal, training]
const facts = {
  ...{ body: 'UBND xã Mẫu An', year: 2027, level: 'commune' as const, version: 1, lines },
  slips: [allocation, ...quarters, settlement],
}

test('R-207: B1 to B5 of the worked example hold the figures worked by hand', () => {
  const totals = Object.fromEntries(REPORTS.map((code) => [code, buildReport(code, facts, vi).tables[0]?.total]))
  expect(totals.B1).toEqual(['Tổng cộng', null, 130_000_030, 0, 0, 0, 130_000_030])
  expect(totals.B2?.slice(6)).toEqual([null, 130_000_030, 130_000_030, 0, 0, 0])
  expect(totals.B3).toEqual(['Tổng cộng', 180_000_000, 130_000_030, 200_000_000, 210_000_000])
  expect(totals.B4).toEqual([
    ...['Tổng cộng', 130_000_030, 120_000_030, 10_000_000],
    ...[20_000_000, 52_500_030, 22_500_000, 24_000_000],
    ...[119_000_030, 1_000_000, '99,2 %'],
  ])
  expect(totals.B5).toEqual(['Tổng cộng', 120_000_030, 119_000_030, 600_000, 400_000, null, null])
})

test('R-202: B1 shows training even where it is 0 đồng', () => {
  const [table] = buildReport('B1', { ...facts, lines: [portal] }, vi).tables
  expect(table?.rows).toContainEqual(['Bồi dưỡng cán bộ', 'Chi thường xuyên', 0, 0, 0, 0, 0])
})

test('R-207, R-211: all five reports agree on the same total, whatever the lines', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyLine, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }), (some) => {
      const asked = totalRequested(some)
      const given = { ...facts, lines: some, slips: [] }
      expect(buildReport('B1', given, vi).tables[0]?.total?.[6]).toBe(asked)
      expect(buildReport('B2', given, vi).tables[0]?.total?.[7]).toBe(asked)
      expect(buildReport('B3', given, vi).tables[0]?.total?.[2]).toBe(asked)
      expect(buildReport('B4', given, vi).tables[0]?.total?.[1]).toBe(asked)
      const sources = buildReport('B1', given, vi).tables[0]?.total?.slice(2, 6) as number[]
      expect(sum(sources)).toBe(asked)
      expect(columnTotal(buildReport('B2', given, vi).tables[0]?.rows ?? [], 7)).toBe(asked)
    }),
    { numRuns: 60 },
  )
})

test('the money for each dossier is said, and “no data” where there were none', () => {
  const service = { dossiers: 7000, onTime: 6800, online: 0 }
  const rows = buildReport('B5', { ...facts, service }, vi).tables[1]?.rows
  // 119.000.030 / 7.000 = 17.000,004 → 17.000; / 6.800 = 17.500,004 → 17.500.
  expect(rows?.map((row) => row[2])).toEqual([17_000, 17_500, 'không có số liệu'])
})

test('R-208: giving other than was asked is written down with its reason', () => {
  expect(checkAllocation(lines, allocation)).toEqual([])
  const silent = checkAllocation(lines, { ...allocation, notes: {} })
  expect(silent.map(({ code, field }) => [code, field])).toEqual([['unexplained', `note-${portal.id}`]])
  const [missing] = checkAllocation(lines, { ...allocation, given: { [training.id]: money(30_000_030) } })
  expect(missing).toMatchObject({ code: 'given-missing', field: `given-${portal.id}` })
})

test('R-209: quarters come in order, and never spend more than was given', () => {
  const [first = quarter(1, 0, 0), second] = quarters
  expect(checkQuarter(lines, [allocation], first)).toEqual([])
  expect(checkQuarter(lines, [allocation], quarter(2, 0, 0))[0]).toMatchObject({ code: 'quarter-missing', expected: 1 })
  const [over] = checkQuarter(lines, [allocation, first], quarter(2, 70_000_001, 0))
  expect(over).toMatchObject({ code: 'over-allocation', expected: 90_000_000, found: 90_000_001 })
  expect(checkQuarter(lines, [allocation, first, ...(second ? [second] : [])], quarter(2, 70_000_000, 0))).toEqual([])
})

test('R-209: a settlement says what the quarters said, and what is left goes over or is cancelled to the đồng', () => {
  const slips = [allocation, ...quarters]
  expect(checkSettlement(lines, slips, settlement)).toEqual([])
  const [differs] = checkSettlement(lines, slips, {
    ...settlement,
    settled: { ...settlement.settled, [portal.id]: money(1) },
  })
  expect(differs).toMatchObject({ code: 'does-not-balance', expected: 89_000_000, found: 1 })
  const carriedOver = { [portal.id]: money(1_000_001) }
  expect(checkSettlement(lines, slips, { ...settlement, carriedOver })[0]).toMatchObject({ code: 'over-allocation' })
  expect(checkSettlement(lines, slips.slice(0, 3), settlement)[0]).toMatchObject({
    code: 'quarter-missing',
    expected: 3,
  })
})

test('R-209: the specialised unit is told of a completion within twenty days of the acceptance', () => {
  const accepted = { ...base, kind: 'completion' as const, lineId: 'a', acceptedOn: localDate('2027-03-12') }
  const told = { ...accepted, revision: 2, informedOn: localDate('2027-04-01') }
  expect(informBy(accepted)).toBe('2027-04-01')
  expect(completionsOf([told, { ...accepted, informedOn: undefined }]).get('a')?.informedOn).toBe('2027-04-01')
})

test.each([
  ['level I sends for 2027 by 10 July 2026', undefined, 'send-plan', 2027, 1, '2026-07-10'],
  ['it was 20 July before', undefined, 'send-plan', 2026, 1, '2025-07-20'],
  ['those below have thirty days less', 'root', 'send-plan', 2027, 1, '2026-06-10'],
  ['quarter I is reported by 10 April', undefined, 'quarter-report', 2027, 1, '2027-04-10'],
  ['quarter IV by 10 January of the next year', undefined, 'quarter-report', 2027, 4, '2028-01-10'],
  ['the January report', 'root', 'effectiveness', 2027, 1, '2028-01-31'],
] as const)('R-206: %s', (_case, aboveId, kind, year, number, on) => {
  expect(deadlineFor({ kind, body: { aboveId }, year, quarter: number })?.on).toBe(on)
})

test('R-206: the superior body’s own date wins, below it only; the last day is still in time', () => {
  const choices = [{ year: 2027, kind: 'send-plan' as const, on: localDate('2026-06-25'), basis: '15/HD-STC' }]
  const below = deadlineFor({ kind: 'send-plan', body: { aboveId: 'root' }, year: 2027, choices })
  expect(below).toEqual({ kind: 'send-plan', on: '2026-06-25', law: '15/HD-STC' })
  expect(deadlineFor({ kind: 'send-plan', body: { aboveId: undefined }, year: 2027, choices })?.on).toBe('2026-07-10')
  if (!below) throw new Error('no deadline')
  expect(isLate(below, undefined, localDate('2026-06-25'))).toBe(false)
  expect(isLate(below, undefined, localDate('2026-06-26'))).toBe(true)
  expect(isLate(below, localDate('2026-06-25'), localDate('2026-12-31'))).toBe(false)
  const days = ['2026-05-26', '2026-06-18', '2026-06-24', '2026-06-26'].map(localDate)
  expect(days.every((day) => remindsOn(below, day))).toBe(true)
  expect(remindsOn(below, localDate('2026-06-20'))).toBe(false)
})

test('a first draft carries last year’s figures to the đồng, each with the place it came from', () => {
  const ids = ['n1', 'n2']
  const slips = [allocation, ...quarters]
  const drafted = draftFromLastYear({ planId: 'p', version: 1, lines, slips }, () => ids.shift() ?? 'n')
  const [first, second] = drafted
  // Foreseen for the next year: 100.000.000 for both. What was spent this year: 89.000.000 and 30.000.030.
  expect(drafted.map(requestedOf)).toEqual([100_000_000, 100_000_000])
  expect(drafted.map(({ thisYear }) => thisYear)).toEqual([89_000_000, 30_000_030])
  expect(first?.nextYears).toEqual([105_000_000, 0])
  const from = { planId: 'p', version: 1, lineId: training.id }
  expect(second?.traces).toEqual([
    { field: 'requested', amount: 100_000_000, from: { ...from, figure: 'firstNextYear' } },
    { field: 'thisYear', amount: 30_000_030, from: { ...from, figure: 'spent' } },
  ])
})

test('R-200: a first draft adds up whatever last year was', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 5 }), (some) => {
      for (const line of draftFromLastYear({ planId: 'p', version: 1, lines: some, slips: [] }, () => 'n')) {
        expect(stops(checkLine(line))).toEqual([])
      }
    }),
  )
})

test('R-199: two versions laid side by side say what was added, removed and changed', () => {
  const dearer = aLine({ unitPrice: money(26_000_000) })
  const added = aTrainingLine({ id: 'new' })
  expect(compareLines([portal, training], [dearer, added])).toMatchObject([
    {
      lineId: portal.id,
      kind: 'changed',
      before: 100_000_000,
      after: 104_000_000,
      fields: ['quarters', 'sources', 'unitPrice'],
    },
    { lineId: 'new', kind: 'added', before: 0, after: 30_000_030 },
    { lineId: training.id, kind: 'removed', before: 30_000_030, after: 0 },
  ])
})
