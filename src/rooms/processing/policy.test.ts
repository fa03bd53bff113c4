import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts'
import type { Officer, Role } from '#kernel/viewer.ts'
import { canAct, canClaim, canHandOver, canSee } from './policy.ts'
import type { WorkItem } from './work-item.ts'

const ROLES: readonly Role[] = ['desk-officer', 'case-officer', 'approver', 'supervisor', 'administrator']
const UNITS = ['commune', 'department', 'centre']

const officers: fc.Arbitrary<Officer> = fc.record({
  kind: fc.constant('officer' as const),
  agencyId: fc.constant(1),
  officerId: fc.constantFrom('one', 'two'),
  name: fc.constant('Lò Thị Mẩu'),
  appointments: fc.uniqueArray(
    fc.record({
      unitId: fc.constantFrom(...UNITS),
      unitCode: fc.constant('H99.12'),
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }),
    }),
    { selector: ({ unitId }) => unitId },
  ),
})

const items = fc.record({
  role: fc.constantFrom<WorkItem['role']>(...ROLES, 'system'),
  unitId: fc.constantFrom(...UNITS),
  assigneeId: fc.constantFrom(undefined, 'one', 'two'),
  paused: fc.boolean(),
})

/** Said here once more, from the appointments alone. */
function rolesAt({ appointments }: Officer, unit: string): readonly string[] {
  return appointments.filter(({ unitId }) => unitId === unit).flatMap(({ roles }) => roles)
}

test('R-045: whoever sees, takes or does work holds its role at its unit, and nobody else’s work is taken or done', () => {
  fc.assert(
    fc.property(officers, items, (officer, item) => {
      const holdsRole = rolesAt(officer, item.unitId).includes(item.role)
      const isFree = item.assigneeId === undefined
      const isOwn = item.assigneeId === officer.officerId
      expect(canSee(officer, item) === true).toBe(holdsRole)
      expect(canClaim(officer, item) === true).toBe(holdsRole && (isFree || isOwn))
      expect(canAct(officer, item) === true).toBe(holdsRole && isOwn && !item.paused)
    }),
    { numRuns: 500 },
  )
})

test('R-083: work is given away by its holder, or by who leads the unit, and by nobody else', () => {
  fc.assert(
    fc.property(officers, items, (officer, item) => {
      const roles = rolesAt(officer, item.unitId)
      const leads = roles.includes('approver') || roles.includes('supervisor')
      const isOwn = roles.includes(item.role) && item.assigneeId === officer.officerId
      expect(canHandOver(officer, item) === true).toBe(item.role !== 'system' && (leads || isOwn))
    }),
    { numRuns: 500 },
  )
})

test('a stranger finds nothing, a colleague of another role is refused, a second one is too late', () => {
  const at = (unitId: string, role: Role, officerId = 'one'): Officer => ({
    kind: 'officer',
    agencyId: 1,
    officerId,
    name: 'Lò Thị Mẩu',
    appointments: [{ unitId, unitCode: 'H99.12', roles: [role] }],
  })
  const item = { role: 'case-officer', unitId: 'commune', assigneeId: 'one', paused: false } as const
  expect(canAct(at('department', 'case-officer'), item)).toBeInstanceOf(NotFound)
  expect(canAct(at('commune', 'desk-officer'), item)).toBeInstanceOf(Forbidden)
  expect(canClaim(at('commune', 'case-officer', 'two'), item)).toBeInstanceOf(Conflict)
  expect(canAct(at('commune', 'case-officer'), { ...item, paused: true })).toBeInstanceOf(Conflict)
})
