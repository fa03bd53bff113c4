import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Officer, Role, Viewer } from '#kernel/viewer.ts'
import { verdictFor } from './permission.ts'

const ROLES: readonly Role[] = ['desk-officer', 'case-officer', 'approver', 'supervisor', 'administrator']

const citizen = fc.constantFrom<Viewer>(
  { kind: 'citizen', agencyId: 1, personId: 'p', name: 'An', assurance: 'level-1' },
  { kind: 'citizen', agencyId: 1, personId: 'o', name: 'Công ty Mẫu', assurance: 'organisation' },
)
const officer = fc
  .array(
    fc.record({ unitId: fc.constantFrom('a', 'b'), unitCode: fc.constant('H99.12'), roles: fc.subarray([...ROLES]) }),
  )
  .map((appointments): Officer => ({ kind: 'officer', agencyId: 1, officerId: 'f', name: 'Thu', appointments }))
const may = fc.constantFrom('public' as const, 'citizen' as const, 'officer' as const, ...ROLES)

test('R-043: nobody passes a route but those it names, whoever asks', () => {
  fc.assert(
    fc.property(fc.option(fc.oneof(citizen, officer), { nil: undefined }), may, (viewer, route) => {
      const named =
        route === 'public' ||
        (route === 'citizen' && viewer?.kind === 'citizen') ||
        (route === 'officer' && viewer?.kind === 'officer') ||
        (viewer?.kind === 'officer' && viewer.appointments.some(({ roles }) => roles.some((role) => role === route)))
      expect(verdictFor(viewer, route) === 'pass').toBe(named)
    }),
  )
})

test('who is refused is asked to sign in as the right kind; only an officer without the role is forbidden', () => {
  fc.assert(
    fc.property(fc.option(fc.oneof(citizen, officer), { nil: undefined }), may, (viewer, route) => {
      const verdict = verdictFor(viewer, route)
      if (verdict === 'sign-in') expect(route).toBe('citizen')
      if (verdict === 'desk-sign-in') expect(viewer?.kind).not.toBe('officer')
      if (verdict === 'forbidden') expect(viewer?.kind).toBe('officer')
    }),
  )
})
