import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Officer, Role } from '#kernel/viewer.ts'
import { canReceive, canRefuse, canRequestSupplement, canSee, canSupply, canWithdraw, type Reach } from './policy.ts'
import { type Act, isLegal, type Status } from './status.ts'

const UNITS = ['root', 'centre', 'mau-an', 'mau-son', 'justice'] as const
const ROLES: Role[] = ['desk-officer', 'case-officer', 'approver', 'supervisor', 'administrator']
const STATUSES: Status[] = [
  'submitted',
  'received',
  'refused',
  'processing',
  'awaiting-supplement',
  'awaiting-payment',
  'withdrawn',
  'discontinued',
  'result-ready',
  'returned',
]
const reach: Reach = { centres: new Set(['centre']), root: 'root' }

const officers = fc
  .array(
    fc.record({
      unitId: fc.constantFrom(...UNITS),
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }),
    }),
    {
      maxLength: 3,
    },
  )
  .map(
    (held): Officer => ({
      kind: 'officer',
      agencyId: 1,
      officerId: 'o',
      name: 'Trần Văn Thử',
      appointments: held.map((one) => ({ ...one, unitCode: one.unitId })),
    }),
  )

const dossiers = fc.record({
  status: fc.constantFrom(...STATUSES),
  receivingUnitId: fc.constantFrom('centre', 'mau-an', 'mau-son'),
  competentUnitId: fc.constantFrom('mau-an', 'mau-son', 'justice'),
  personId: fc.constantFrom('a', 'b', undefined),
  step: fc.constant(undefined),
})

const has = (officer: Officer, role: Role, ...units: string[]) =>
  officer.appointments.some(({ unitId, roles }) => units.includes(unitId) && roles.includes(role))

describe('permission', () => {
  test('R-045: only a desk officer of the receiving unit or of the centre receives or refuses, and only what is submitted', () => {
    fc.assert(
      fc.property(officers, dossiers, (officer, dossier) => {
        const expected =
          has(officer, 'desk-officer', dossier.receivingUnitId, 'centre') && dossier.status === 'submitted'
        expect(canReceive(officer, dossier, reach) === true).toBe(expected)
        expect(canRefuse(officer, dossier, reach) === true).toBe(expected)
      }),
    )
  })

  test('whoever may act may see; an administrator sees no dossier for being one', () => {
    fc.assert(
      fc.property(officers, dossiers, (officer, dossier) => {
        const asked = { reach, earlierRequests: 0, reason: undefined }
        const acts = [canReceive(officer, dossier, reach), canRequestSupplement(officer, dossier, asked)]
        if (acts.includes(true)) expect(canSee(officer, dossier, reach)).toBe(true)
        const onlyAdministers = officer.appointments.every(({ roles }) =>
          roles.every((role) => role === 'administrator'),
        )
        if (onlyAdministers) expect(canSee(officer, dossier, reach)).toBe(false)
      }),
    )
  })

  test('R-077: nobody but a supervisor asks a second time, and never without a reason', () => {
    fc.assert(
      fc.property(
        officers,
        dossiers,
        fc.option(fc.constant('lý do'), { nil: undefined }),
        (officer, dossier, reason) => {
          const verdict = canRequestSupplement(officer, dossier, { reach, earlierRequests: 1, reason })
          if (verdict !== true) return
          expect(reason).toBeDefined()
          expect(has(officer, 'supervisor', dossier.receivingUnitId, dossier.competentUnitId, 'centre', 'root')).toBe(
            true,
          )
        },
      ),
    )
  })

  test('R-038: a person sees and changes their own dossiers and no other', () => {
    fc.assert(
      fc.property(dossiers, fc.constantFrom('a', 'b', 'c'), (dossier, personId) => {
        const citizen = { kind: 'citizen', agencyId: 1, personId, name: 'x', assurance: 'level-2' } as const
        const mine = dossier.personId === personId
        expect(canSee(citizen, dossier, reach)).toBe(mine)
        expect(canSupply(citizen, dossier) === true).toBe(mine && dossier.status === 'awaiting-supplement')
        const open = ['submitted', 'received', 'processing', 'awaiting-supplement', 'awaiting-payment']
        expect(canWithdraw(citizen, dossier) === true).toBe(mine && open.includes(dossier.status))
      }),
    )
  })
})

test('R-085: nothing leaves an ending, and nothing but withdrawal is possible from every open status', () => {
  const acts: Act[] = [
    'receive',
    'refuse',
    'request-supplement',
    'supply',
    'withdraw',
    'start-processing',
    'step',
    'pause',
    'mark-result-ready',
    'return-result',
  ]
  for (const ending of ['refused', 'withdrawn', 'discontinued', 'returned'] as const)
    expect(acts.filter((act) => isLegal(act, ending))).toEqual([])
  expect(acts.filter((act) => isLegal(act, 'result-ready'))).toEqual(['step', 'return-result'])
  expect(acts.filter((act) => isLegal(act, 'submitted'))).toEqual([
    'receive',
    'refuse',
    'request-supplement',
    'withdraw',
  ])
})
