import { holds, type Officer } from '#kernel/viewer.ts'
import type { Unit } from '#rooms/agencies/index.ts'

type Place = Pick<Unit, 'id' | 'kind' | 'parentId'>

/** The front of the house: its service centre and its root. What people ask and reflect arrives there. */
export function frontOf(units: readonly Place[]): Set<string> {
  return new Set(units.filter(({ kind, parentId }) => kind === 'service-centre' || !parentId).map(({ id }) => id))
}

/** Takes in what arrives, hands it to whoever can answer, and publishes. */
export function coordinates(officer: Officer, front: ReadonlySet<string>): boolean {
  return [...front].some((unitId) => holds(officer, 'desk-officer', unitId) || holds(officer, 'supervisor', unitId))
}

/** An administrator keeps the portal and answers nobody. */
export function answersPeople({ appointments }: Pick<Officer, 'appointments'>): boolean {
  return appointments.some(({ roles }) => roles.some((role) => role !== 'administrator'))
}
