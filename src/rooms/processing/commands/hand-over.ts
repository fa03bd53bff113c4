import { allow } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { recordStep } from '#rooms/dossiers/index.ts'
import { listOfficersWith } from '#rooms/identity/index.ts'
import { canHandOver } from '../policy.ts'
import { insertHandover } from '../store/papers.ts'
import { assign } from '../store/work-items.ts'
import type { WorkItem } from '../work-item.ts'
import { lockItem, reportOf, type WorkRef } from './lock-item.ts'

/** Form 06 and the log call it by this name, beside the actions of the process. */
export const HAND_OVER = 'hand-over'

export interface Colleague {
  id: string
  name: string
}

/**
 * Those who may be given this work: they hold the step's role at its unit today, and do not hold the work already. Who
 * gives it may name themselves only to take it over from somebody: what is free, they simply take.
 */
export async function listColleagues(tx: Tx, officer: Officer, item: WorkItem): Promise<Colleague[]> {
  if (item.role === 'system') return []
  const officers = await listOfficersWith(tx, item.role, item.unitId)
  return officers
    .filter(({ id }) => id !== (item.assigneeId ?? officer.officerId))
    .map(({ id, name }) => ({ id, name }))
}

export interface HandOverGiven extends WorkRef {
  /** Id of the officer who gets it. */
  to: string
  reason: string
}

export type HandOverProblem = { field: 'to'; code: 'nobody-chosen' } | { field: 'reason'; code: 'reason-missing' }

/**
 * Gives open work to a colleague. What the officer can mend comes back as `errors` by field. Written into the log and
 * on form 06, with the reason.
 */
export function handOver(officer: Officer, given: HandOverGiven): Promise<{ errors: HandOverProblem[] }> {
  return transaction(officer.agencyId, async (tx) => {
    const { dossier, item } = await lockItem(tx, officer, given)
    allow(canHandOver(officer, item))
    const next = (await listColleagues(tx, officer, item)).find(({ id }) => id === given.to)
    const errors: HandOverProblem[] = []
    if (!next) errors.push({ field: 'to', code: 'nobody-chosen' })
    if (given.reason === '') errors.push({ field: 'reason', code: 'reason-missing' })
    if (!next || errors.length > 0) return { errors }

    const at = now()
    await assign(tx, item.id, { officerId: next.id, at })
    await insertHandover(tx, {
      agencyId: officer.agencyId,
      dossierId: dossier.id,
      fromUnitId: item.unitId,
      toUnitId: item.unitId,
      fromOfficerId: officer.officerId,
      toOfficerId: next.id,
      step: item.step,
      action: HAND_OVER,
      note: given.reason,
      handedAt: at,
    })
    const actor = { kind: 'officer', id: officer.officerId } as const
    const step = reportOf(item, next)
    await recordStep(tx, dossier, { actor, action: HAND_OVER, step, reason: given.reason })
    return { errors: [] }
  })
}
