import { DomainError } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { announce } from '#platform/jobs/index.ts'
import { resolveUnits } from '#rooms/agencies/index.ts'
import type { Dossier, StepReport } from '#rooms/dossiers/index.ts'
import type { ProcessStep } from '#rooms/forms/index.ts'
import { insertHandover } from '../store/papers.ts'
import { saveState } from '../store/processes.ts'
import { insertWorkItem } from '../store/work-items.ts'
import { isFinished, type Moved, roleOf } from '../workflow.ts'

/** Whose move it was, and what is written on form 06 beside it. */
export interface MoveNote {
  officerId: string | undefined
  unitId: string | undefined
  action: string | undefined
  note: string | undefined
  /** Who holds the work that opens; undefined leaves it free to be taken. */
  holder?: string | undefined
}

/** A dossier was approved, and its result waits for the approver's signature. */
export interface SignRequested {
  type: 'processing.sign-requested'
  agencyId: number
  dossierId: string
  /** The work item that waits: one signature for each. */
  itemId: string
  approverId: string
  unitId: string
}

/** The unit a step is done at, on today's organisation. */
async function unitOf(tx: Tx, dossier: Dossier, step: ProcessStep): Promise<string> {
  const unit = step.unit ?? 'competent'
  if (unit === 'receiving') return dossier.receivingUnitId
  if (unit === 'competent') return dossier.competentUnitId
  const [found] = await resolveUnits(tx, unit)
  if (!found) throw new DomainError('processing.no-such-unit', { kind: unit.kind, field: unit.field })
  return found.id
}

/**
 * Writes down what a move leads to: the state, the work that opens, the handover, and the wish for a signature.
 * Returns where the dossier stands now; undefined when its process is over.
 */
export async function applyMove(
  tx: Tx,
  dossier: Dossier,
  { moved, by }: { moved: Moved; by: MoveNote },
): Promise<StepReport | undefined> {
  const at = now()
  await saveState(tx, dossier.id, { state: moved.state, finishedAt: isFinished(moved.state) ? at : null })
  let report: StepReport | undefined
  for (const effect of moved.effects) {
    if (effect.kind !== 'open') continue
    report = await open(tx, dossier, { tokenId: effect.token.id, step: effect.step, by })
  }
  return report
}

interface Opening {
  tokenId: string
  step: ProcessStep
  by: MoveNote
}

async function open(tx: Tx, dossier: Dossier, { tokenId, step, by }: Opening): Promise<StepReport> {
  const { agencyId, id: dossierId } = dossier
  const at = now()
  const unitId = await unitOf(tx, dossier, step)
  const role = roleOf(step) ?? 'system'
  await insertWorkItem(tx, {
    agencyId,
    id: tokenId,
    dossierId,
    step: step.id,
    stepName: step.name,
    role,
    unitId,
    assigneeId: by.holder,
    openedAt: at,
    openedBy: by.officerId,
    claimedAt: by.holder ? at : undefined,
    dueAt: dossier.dueAt,
    paused: false,
  })
  await insertHandover(tx, {
    agencyId,
    dossierId,
    fromUnitId: by.unitId,
    toUnitId: unitId,
    fromOfficerId: by.officerId,
    toOfficerId: by.holder,
    step: step.id,
    action: by.action,
    note: by.note,
    handedAt: at,
  })
  if (step.kind === 'sign' && by.officerId) {
    const request: SignRequested = {
      type: 'processing.sign-requested',
      agencyId,
      dossierId,
      itemId: tokenId,
      approverId: by.officerId,
      unitId,
    }
    await announce(tx, request)
  }
  return { id: step.id, name: step.name, unitId }
}

/** Tokens and work items share their ids. */
export const newToken = newId
