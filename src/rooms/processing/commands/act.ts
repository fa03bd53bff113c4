import { allow, Conflict } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import type { Context } from '#platform/rules/index.ts'
import { type Dossier, loadService, recordStep, returnResult } from '#rooms/dossiers/index.ts'
import type { ProcessAction } from '#rooms/forms/index.ts'
import { canAct, canClaim } from '../policy.ts'
import { type FieldProblem, problemsOfFields } from '../result-fields.ts'
import { insertProposal, listProposals } from '../store/papers.ts'
import { lockProcess } from '../store/processes.ts'
import { assign, closeItem } from '../store/work-items.ts'
import { getWorkflow } from '../store/workflows.ts'
import type { Outcome } from '../work-item.ts'
import { actionsAt, advance } from '../workflow.ts'
import { applyMove, newToken } from './apply.ts'
import { lockItem, reportOf, type WorkRef } from './lock-item.ts'

/** The officer takes free work. Taking one's own again changes nothing; another's is refused by name. */
export function claim(officer: Officer, work: WorkRef): Promise<void> {
  return transaction(officer.agencyId, async (tx) => {
    const { dossier, item } = await lockItem(tx, officer, work)
    allow(canClaim(officer, item))
    if (item.assigneeId === officer.officerId) return
    await assign(tx, item.id, { officerId: officer.officerId, at: now() })
    const step = reportOf(item, { id: officer.officerId, name: officer.name })
    await recordStep(tx, dossier, { actor: { kind: 'officer', id: officer.officerId }, action: 'claim', step })
  })
}

export interface ActionTaken extends WorkRef {
  actionId: string
  /** The officer's words; some actions demand them. */
  reason?: string
  /** With a proposal to grant: what goes on the paper, by the ids of the package's result fields. */
  fields?: Readonly<Record<string, string>>
}

/** What the officer has to mend, by the field of the form. */
export type ActProblem = FieldProblem | { field: 'reason'; code: 'reason-missing' }

/** What an action proposes about the outcome, when it proposes anything. */
const PROPOSES: Partial<Record<ProcessAction['kind'], Outcome>> = { propose: 'granted', reject: 'rejected' }

/**
 * The holder takes one of the step's actions. What the officer can mend comes back as `errors` by field; a step
 * somebody already left, or held by another, is refused. An action that ends the process of a dossier with a result
 * hands the result over.
 */
export function act(officer: Officer, taken: ActionTaken): Promise<{ errors: ActProblem[] }> {
  return transaction(officer.agencyId, async (tx) => {
    const { dossier, item } = await lockItem(tx, officer, taken)
    allow(canAct(officer, item))
    const process = await lockProcess(tx, dossier.id)
    if (!process) throw new Conflict('processing.not-started', { ref: taken.ref })
    const workflow = await getWorkflow(tx, { agencyId: officer.agencyId, ...process })
    const facts = await factsOf(tx, dossier)
    const action = actionsAt(workflow, { id: item.id, step: item.step }, facts).find(({ id }) => id === taken.actionId)
    const errors = await problemsOf(tx, dossier, { action, taken })
    if (errors.length > 0) return { errors }

    const moved = advance(workflow, process.state, {
      tokenId: item.id,
      actionId: taken.actionId,
      facts,
      newTokenId: newToken(),
    })
    const outcome = action && PROPOSES[action.kind]
    if (outcome) await propose(tx, officer, { dossier, outcome, taken })
    await closeItem(tx, item.id, {
      at: now(),
      by: officer.officerId,
      action: taken.actionId,
      reason: taken.reason ?? null,
    })
    const by = { officerId: officer.officerId, unitId: item.unitId, action: taken.actionId, note: taken.reason }
    const step = await applyMove(tx, dossier, { moved, by })
    const stands = step ?? { id: action?.to ?? item.step, name: workflow.step(action?.to ?? item.step).name }
    const actor = { kind: 'officer', id: officer.officerId } as const
    const after = await recordStep(tx, dossier, { actor, action: taken.actionId, step: stands, reason: taken.reason })
    if (!step && after.status === 'result-ready') await returnResult(tx, after, { actor, channel: after.resultChannel })
    return { errors: [] }
  })
}

async function problemsOf(
  tx: Tx,
  { agencyId, procedureCode, serviceVersion }: Dossier,
  { action, taken }: { action: ProcessAction | undefined; taken: ActionTaken },
): Promise<ActProblem[]> {
  const reason: ActProblem[] =
    action?.reasonRequired && !taken.reason ? [{ field: 'reason', code: 'reason-missing' }] : []
  if (action?.kind !== 'propose') return reason
  const service = await loadService(tx, agencyId, { code: procedureCode, version: serviceVersion })
  return [...problemsOfFields(service.package.result.fields, taken.fields ?? {}), ...reason]
}

/** What the rules of a process may read: the answers, and the latest proposal. */
export async function factsOf(tx: Tx, dossier: Dossier): Promise<Context> {
  const last = (await listProposals(tx, dossier.id)).at(-1)
  return { ...dossier.answers, outcome: last?.outcome ?? null } as Context
}

function propose(
  tx: Tx,
  officer: Officer,
  said: { dossier: Dossier; outcome: Outcome; taken: ActionTaken },
): Promise<void> {
  const { dossier, outcome, taken } = said
  return insertProposal(tx, {
    agencyId: officer.agencyId,
    dossierId: dossier.id,
    outcome,
    opinion: taken.reason ?? '',
    fields: outcome === 'granted' ? (taken.fields ?? {}) : {},
    officerId: officer.officerId,
    proposedAt: now(),
  })
}
