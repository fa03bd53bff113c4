import type { Role } from '#kernel/viewer.ts'
import type { Unit } from '#rooms/agencies/index.ts'

interface Person {
  id: string
  appointments: readonly { unitId: string; roles: readonly Role[] }[]
}

const ABOVE: readonly Role[] = ['approver', 'supervisor']

/**
 * Who decides on a complaint about an officer: the head of the officer's unit, else of the unit above it, and so on up
 * to the root; never the officer. Undefined where nobody stands above. R-170
 */
export function superiorOf<P extends Person>(
  concerned: Person,
  officers: readonly P[],
  units: readonly Pick<Unit, 'id' | 'parentId'>[],
): P | undefined {
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const others = officers.filter(({ id }) => id !== concerned.id)
  const heads = (unitId: string) =>
    ABOVE.flatMap((role) =>
      others.filter(({ appointments }) => appointments.some((at) => at.unitId === unitId && at.roles.includes(role))),
    )
  for (const { unitId } of concerned.appointments) {
    for (let at: string | undefined = unitId; at !== undefined; at = parentOf.get(at)) {
      const [head] = heads(at)
      if (head) return head
    }
  }
  return undefined
}
