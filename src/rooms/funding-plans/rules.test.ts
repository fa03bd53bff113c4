import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { evenly } from './first-plan.ts'
import { requestedOf, sum, sumSources } from './line.ts'
import { checkLevel, checkLine, checkPlan, checkSums, stops } from './rules.ts'
import { aLine, anyLine, aTrainingLine } from './testing.ts'

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)

describe('sums', () => {
  test('R-200: a line whose four sources make up its amount has nothing against it; one đồng off is said with both sums', () => {
    expect(checkSums(aLine())).toEqual([])
    const line = aLine({
      sources: { stateBudget: money(99_999_999), retainedRevenue: money(0), aid: money(0), other: money(0) },
    })
    expect(checkSums(line)).toEqual([
      {
        code: 'sources-differ',
        field: 'stateBudget',
        law: 'NĐ 42/2022, Đ20 k1',
        severity: 'stop',
        expected: 100_000_000,
        found: 99_999_999,
      },
    ])
  })

  test('R-200, R-213: whatever the amounts, sums are exact, and one đồng moved anywhere is found', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom('stateBudget', 'retainedRevenue', 'aid', 'other'), (line, source) => {
        expect(codes(checkSums(line))).toEqual([])
        const moved = { ...line, sources: { ...line.sources, [source]: money(line.sources[source] + 1) } }
        expect(codes(checkSums(moved))).toEqual(['sources-differ'])
        const late = { ...line, quarters: [...line.quarters.slice(0, 3), money(line.quarters[3] + 1)] as never }
        expect(codes(checkSums(late))).toEqual(['quarters-differ'])
      }),
    )
  })

  test('R-213: an amount that whole numbers cannot hold is refused and never rounded', () => {
    expect(codes(checkSums(aLine({ quantity: 1, unitPrice: money(Number.MAX_SAFE_INTEGER) })))).not.toContain(
      'too-large',
    )
    const { sources, quarters } = aLine()
    const line = { quantity: 3, unitPrice: money(Number.MAX_SAFE_INTEGER), sources, quarters }
    expect(codes(checkSums(line))).toEqual(['too-large'])
  })

  test('an amount divided over four quarters is whole again', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        const parts = evenly(money(amount))
        expect(sum(parts)).toBe(amount)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test.each([
  ['a ministry from the central budget', 'central', 'central', []],
  ['a ministry from the local budget', 'central', 'province', ['wrong-budget']],
  ['a province from the central budget', 'province', 'central', ['wrong-budget']],
  ['a commune from its own', 'commune', 'commune', []],
  ['a commune as if it were the province', 'commune', 'province', ['wrong-budget']],
] as const)('R-201: %s', (_case, body, chosen, expected) => {
  expect(codes(checkLevel({ level: body }, chosen))).toEqual(expected)
})

test.each([
  ['a service is hired', { form: 'available-service', upgradesOwned: false }, []],
  [
    'a hired service must not upgrade what is owned',
    { form: 'available-service', upgradesOwned: true },
    ['lease-upgrades-owned'],
  ],
  ['nor one made to order', { form: 'made-service', upgradesOwned: true }, ['lease-upgrades-owned']],
  ['a purchase may', { form: 'purchase', upgradesOwned: true }, []],
  ['hire over three years is flagged', { form: 'available-service', leaseYears: 3 }, ['lease-many-years']],
  ['operation is recurrent spending', { activity: 'maintain', spending: 'investment' }, ['operation-from-investment']],
  ['development may be investment', { activity: 'develop', spending: 'investment' }, []],
] as const)('R-203, R-204: %s', (_case, given, expected) => {
  expect(codes(checkLine(aLine(given)))).toEqual(expected)
})

test('R-204: hire over several years is a flag, not a stop', () => {
  expect(stops(checkLine(aLine({ leaseYears: 3 })))).toEqual([])
})

test('R-205: a unit price says where it comes from', () => {
  expect(codes(checkLine(aLine({ priceNote: '  ' })))).toEqual(['price-unexplained'])
})

describe('R-202: the plan as a whole', () => {
  const digitalPlan = { number: '12/KH-UBND' }

  test('training is a line of its own, or 0 đồng said out loud', () => {
    expect(codes(checkPlan({ lines: [aLine()], noTraining: '', digitalPlan }))).toEqual(['no-training'])
    expect(checkPlan({ lines: [aLine()], noTraining: '0 đồng: đã bồi dưỡng năm trước', digitalPlan })).toEqual([])
    expect(checkPlan({ lines: [aLine(), aTrainingLine()], noTraining: '', digitalPlan })).toEqual([])
    const both = checkPlan({ lines: [aLine(), aTrainingLine()], noTraining: '0 đồng', digitalPlan })
    expect(codes(both)).toEqual(['training-contradicted'])
  })

  test('an empty plan is no plan; one without maintenance is asked about', () => {
    expect(codes(checkPlan({ lines: [], noTraining: '', digitalPlan }))).toEqual(['no-lines'])
    expect(codes(checkPlan({ lines: [aTrainingLine()], noTraining: '', digitalPlan }))).toEqual(['no-maintenance'])
  })

  test('R-212: a plan that names no digital-transformation plan is flagged, with the article', () => {
    const [finding] = checkPlan({ lines: [aLine(), aTrainingLine()], noTraining: '', digitalPlan: { number: '' } })
    expect(finding).toMatchObject({ code: 'digital-plan-missing', severity: 'flag', law: 'NĐ 224/2026, Đ7 k3 d' })
  })
})

test('what is asked is quantity times unit price, and no field of its own that could differ', () => {
  fc.assert(fc.property(anyLine, (line) => requestedOf(line) === sumSources(line.sources)))
})
