import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Officer, Role } from '#kernel/viewer.ts'
import { ACTS, isFrozen, LIFE, mayStep, STATES } from './life.ts'
import { contentOf } from './plan.ts'
import { canAct, hasRight } from './policy.ts'
import { aLine, anyLine } from './testing.ts'

const COMMUNE = { unitId: 'commune', aboveId: 'province' }
const ROOT = { unitId: 'province', aboveId: undefined }

function officer(unitId: string, ...roles: Role[]): Officer {
  const appointments = [{ unitId, unitCode: 'H99.12', roles }]
  return { kind: 'officer', agencyId: 1, officerId: 'f', name: 'Thu', appointments }
}

test('R-199: the life of a plan, act by act, in the order of the law', () => {
  const path = [
    'submit',
    'appraise',
    'ask-signature',
    'complete-signature',
    'send',
    'question',
    'explain',
    'allocate',
  ] as const
  let state: (typeof STATES)[number] = 'draft'
  for (const act of path) {
    expect(mayStep(act, state), `${act} in ${state}`).toBe(true)
    state = LIFE[act].to ?? state
  }
  expect(state).toBe('allocated')
  for (const act of ['adjust', 'report-quarter', 'settle', 'publish'] as const) expect(mayStep(act, state)).toBe(true)
})

test('R-199: a line changes in a draft and in no other state', () => {
  expect(STATES.filter((state) => mayStep('edit', state))).toEqual(['draft'])
  expect(STATES.filter((state) => !isFrozen(state))).toEqual(['draft'])
})

test.each([
  ['a case officer of the commune drafts', officer('commune', 'case-officer'), 'edit', COMMUNE, true],
  ['a case officer of another unit does not', officer('other', 'case-officer'), 'edit', COMMUNE, false],
  ['the chair signs', officer('commune', 'approver'), 'ask-signature', COMMUNE, true],
  ['the case officer does not', officer('commune', 'case-officer'), 'ask-signature', COMMUNE, false],
  ['the supervisor above allocates', officer('province', 'supervisor'), 'allocate', COMMUNE, true],
  ['the commune does not allocate to itself', officer('commune', 'supervisor', 'approver'), 'allocate', COMMUNE, false],
  ['the root writes down what was decided outside', officer('province', 'administrator'), 'allocate', ROOT, true],
  ['a desk officer does nothing here', officer('commune', 'desk-officer'), 'edit', COMMUNE, false],
] as const)('R-199: %s', (_case, who, act, body, expected) => {
  expect(hasRight(who, act, body)).toBe(expected)
})

test('R-199: nobody does an act outside its states, roles and places', () => {
  const anyone = fc.record({
    unitId: fc.constantFrom('commune', 'province', 'other'),
    roles: fc.subarray<Role>(['desk-officer', 'case-officer', 'approver', 'supervisor', 'administrator']),
  })
  fc.assert(
    fc.property(anyone, fc.constantFrom(...ACTS), fc.constantFrom(...STATES), ({ unitId, roles }, act, state) => {
      const verdict = canAct(officer(unitId, ...roles), act, { body: COMMUNE, state, writers: [] })
      if (verdict !== true) return
      expect(LIFE[act].from).toContain(state)
      expect(LIFE[act].by.some((role) => roles.includes(role))).toBe(true)
      expect(unitId).not.toBe('other')
      if (LIFE[act].as === 'above') expect(unitId).toBe('province')
      if (LIFE[act].as === 'own') expect(unitId).toBe('commune')
    }),
  )
})

test('whoever wrote a version does not appraise it', () => {
  const keeper = officer('province', 'administrator')
  const asked = { body: COMMUNE, state: 'appraising' as const }
  expect(canAct(keeper, 'appraise', { ...asked, writers: [] })).toBe(true)
  expect(canAct(keeper, 'appraise', { ...asked, writers: ['f'] })).toMatchObject({ code: 'funding-plans.own-draft' })
})

test('R-199: what is signed is one text: the same for the same content, another for any other', () => {
  const plan = { unitId: 'u', year: 2027, level: 'commune' as const }
  const version = {
    ...{ id: 'v', planId: 'p', number: 1, kind: 'original' as const, reason: '', noTraining: '', writers: [] },
    digitalPlan: { number: '12/KH', issuedOn: undefined, sentOn: undefined },
    lines: [aLine()],
    ...{ contentSha256: undefined, signedSha256: undefined, sentOn: undefined },
  }
  const content = contentOf(plan, version)
  fc.assert(
    fc.property(anyLine, (line) => {
      expect(contentOf(plan, { ...version, lines: [line] })).not.toBe(content)
      const { name, ...rest } = line
      expect(contentOf(plan, { ...version, lines: [{ ...rest, name }] })).toBe(
        contentOf(plan, { ...version, lines: [line] }),
      )
    }),
  )
})
