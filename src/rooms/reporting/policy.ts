import { Forbidden } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import type { Unit } from '#rooms/agencies/index.ts'

export const LEADING_ROLES = ['supervisor', 'approver'] as const

/** The board is for those who answer for others’ work. */
export function canLead(officer: Officer): true | Forbidden {
  return LEADING_ROLES.some((role) => holds(officer, role)) ? true : new Forbidden('reporting.not-a-leader')
}

/**
 * The units whose numbers, and the dossiers behind them, this officer may see: those where they lead. Who supervises
 * at the root or at a service centre supervises all. R-045
 */
export function unitsLed(officer: Officer, units: Iterable<Unit>): Unit[] {
  const all = [...units]
  const everywhere = all.some(
    ({ id, kind, parentId }) =>
      (parentId === undefined || kind === 'service-centre') && holds(officer, 'supervisor', id),
  )
  return all.filter(({ id }) => everywhere || holds(officer, 'supervisor', id) || holds(officer, 'approver', id))
}
