import { Conflict, type DomainError, Forbidden, NotFound } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import type { WorkItem } from './work-item.ts'

type Place = Pick<WorkItem, 'role' | 'unitId'>

/** Only who holds the step's role at the step's unit does the work. Elsewhere it is not even there. R-045 */
export function canSee(officer: Officer, { role, unitId }: Place): true | DomainError {
  if (role === 'system') return new NotFound('processing.no-such-work')
  if (holds(officer, role, unitId)) return true
  const isHere = officer.appointments.some((at) => at.unitId === unitId)
  return isHere ? new Forbidden('identity.role-missing', { role }) : new NotFound('processing.no-such-work')
}

/** Free, or already the officer's own. R-080 */
export function canClaim(officer: Officer, item: Place & Pick<WorkItem, 'assigneeId'>): true | DomainError {
  const seen = canSee(officer, item)
  if (seen !== true) return seen
  if (item.assigneeId !== undefined && item.assigneeId !== officer.officerId)
    return new Conflict('processing.held-by-another')
  return true
}

/** Only the holder acts, and not while the dossier waits for the person. */
export function canAct(officer: Officer, item: Place & Pick<WorkItem, 'assigneeId' | 'paused'>): true | DomainError {
  const claim = canClaim(officer, item)
  if (claim !== true) return claim
  if (item.paused) return new Conflict('processing.waits-for-the-person')
  return item.assigneeId === officer.officerId ? true : new Conflict('processing.not-claimed')
}

/**
 * The holder passes it on; a supervisor or approver of the unit gives it to somebody, whoever holds it: also for one who
 * is away. What waits for a signature is in nobody's hands. R-083
 */
export function canHandOver(officer: Officer, item: Place & Pick<WorkItem, 'assigneeId'>): true | DomainError {
  if (item.role === 'system') return new NotFound('processing.no-such-work')
  if (holds(officer, 'supervisor', item.unitId) || holds(officer, 'approver', item.unitId)) return true
  const claim = canClaim(officer, item)
  if (claim !== true) return claim
  return item.assigneeId === officer.officerId ? true : new Conflict('processing.not-claimed')
}
