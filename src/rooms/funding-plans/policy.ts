import { Conflict, type DomainError, Forbidden } from '#kernel/errors.ts'
import { holds, type Officer, type Role } from '#kernel/viewer.ts'
import { type Act, LIFE, mayStep, type State } from './life.ts'
import type { Body } from './plan.ts'

const ROOM_ROLES: readonly Role[] = ['case-officer', 'approver', 'supervisor', 'administrator']

type Place = Pick<Body, 'unitId' | 'aboveId'>

interface Asked {
  body: Place
  state: State
  writers: readonly string[]
}

function holdsAny(officer: Officer, roles: readonly Role[], unitId: string | undefined): boolean {
  return unitId !== undefined && roles.some((role) => holds(officer, role, unitId))
}

/**
 * The right to an act, without looking at the state. The root’s competent body is outside the agency: what it asks and
 * decides is written down by the root’s own people.
 */
export function hasRight(officer: Officer, act: Act, { unitId, aboveId }: Place): boolean {
  const { by, as } = LIFE[act]
  switch (as) {
    case 'own':
      return holdsAny(officer, by, unitId)
    case 'above':
      return holdsAny(officer, aboveId === undefined ? [...by, 'administrator'] : by, aboveId ?? unitId)
    case 'own-or-above':
      return holdsAny(officer, by, unitId) || holdsAny(officer, by, aboveId)
    case 'program':
      return false
  }
}

/** May this officer do this now? Whoever wrote a version does not appraise it: four eyes. */
export function canAct(officer: Officer, act: Act, { body, state, writers }: Asked): true | DomainError {
  if (!hasRight(officer, act, body)) return new Forbidden('funding-plans.may-not', { act })
  if (act === 'appraise' && writers.includes(officer.officerId)) return new Forbidden('funding-plans.own-draft')
  if (!mayStep(act, state)) return new Conflict('funding-plans.not-possible-now', { act, state })
  return true
}

/** Plans are looked at inside the body, and above it. */
export function canLook(officer: Officer, { unitId, aboveId }: Place): boolean {
  return (
    holdsAny(officer, ROOM_ROLES, unitId) || holdsAny(officer, ['supervisor', 'administrator', 'approver'], aboveId)
  )
}

/** The root’s people set days for those below it. */
export function maySetDeadline(officer: Officer, { unitId, aboveId }: Place): boolean {
  if (aboveId !== undefined) return false
  return holds(officer, 'supervisor', unitId) || holds(officer, 'administrator', unitId)
}
