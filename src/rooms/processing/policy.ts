import { Conflict, type DomainError, NotFound } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import type { WorkItem } from './work-item.ts'

/** Only who holds the step's role at the step's unit sees the work. R-045 */
export function canSee(officer: Officer, item: Pick<WorkItem, 'role' | 'unitId'>): true | DomainError {
  if (item.role !== 'system' && holds(officer, item.role, item.unitId)) return true
  return new NotFound('processing.no-such-work')
}

/** Free, or already the officer's own. */
export function canClaim(officer: Officer, item: Pick<WorkItem, 'role' | 'unitId' | 'assigneeId'>): true | DomainError {
  const seen = canSee(officer, item)
  if (seen !== true) return seen
  if (item.assigneeId !== undefined && item.assigneeId !== officer.officerId)
    return new Conflict('processing.held-by-another')
  return true
}

/** Only the holder acts, and not while the dossier waits for the person. */
export function canAct(
  officer: Officer,
  item: Pick<WorkItem, 'role' | 'unitId' | 'assigneeId' | 'paused'>,
): true | DomainError {
  const claim = canClaim(officer, item)
  if (claim !== true) return claim
  if (item.paused) return new Conflict('processing.waits-for-the-person')
  return item.assigneeId === officer.officerId ? true : new Conflict('processing.not-claimed')
}

/** A supervisor of the unit may give the work to somebody who holds the step's role there. R-083 */
export function canAssign(officer: Officer, item: Pick<WorkItem, 'role' | 'unitId'>): true | DomainError {
  return holds(officer, 'supervisor', item.unitId) || holds(officer, 'approver', item.unitId)
    ? true
    : new NotFound('processing.no-such-work')
}
