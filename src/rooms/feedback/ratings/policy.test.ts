import { expect, test } from 'vitest'
import type { Officer, Role } from '#kernel/viewer.ts'
import { canRate, canReadComments, canSeeSums, unitsSeen } from './policy.ts'

const ROLES: readonly Role[] = ['desk-officer', 'case-officer', 'approver', 'supervisor', 'administrator']
const UNITS = [
  { id: 'root', parentId: undefined, kind: 'agency' },
  { id: 'centre', parentId: 'root', kind: 'service-centre' },
  { id: 'commune', parentId: 'root', kind: 'commune' },
] as const

function officer(role: Role, unitId: string): Officer {
  const appointments = [{ unitId, unitCode: unitId, roles: [role] }]
  return { kind: 'officer', agencyId: 1, officerId: 'o', name: 'Trần Văn Thử', appointments }
}

test('R-224: what people wrote is read by supervision at the root and the service centre, and by nobody else', () => {
  const readers = ROLES.flatMap((role) =>
    UNITS.filter(({ id }) => canReadComments(officer(role, id), UNITS)).map(({ id }) => `${role} at ${id}`),
  )
  expect(readers).toEqual(['supervisor at root', 'supervisor at centre'])
})

test('R-163: who handles dossiers sees no sums but the public ones; who leads sees those of the unit', () => {
  expect(ROLES.filter((role) => canSeeSums(officer(role, 'commune')))).toEqual(['approver', 'supervisor'])
  expect(unitsSeen(officer('approver', 'commune'), UNITS)).toEqual(new Set(['commune']))
  expect(unitsSeen(officer('approver', 'root'), UNITS)).toEqual(new Set(['root']))
  expect(unitsSeen(officer('supervisor', 'root'), UNITS)).toBeUndefined()
})

test('whoever works here does not rate', () => {
  expect([canRate(undefined), canRate(officer('desk-officer', 'commune'))]).toEqual([true, false])
})
