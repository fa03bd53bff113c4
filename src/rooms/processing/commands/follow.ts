import { toInstant } from '#kernel/local-date.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { lockDossierAsSystem, markResultReady, recordStep, startProcessing } from '#rooms/dossiers/index.ts'
import { insertProcess, lockProcess } from '../store/processes.ts'
import { closeItem, lockOpenItems, moveDue } from '../store/work-items.ts'
import { getWorkflow } from '../store/workflows.ts'
import type { Outcome } from '../work-item.ts'
import { advance, begin } from '../workflow.ts'
import { applyMove, newToken } from './apply.ts'

interface OfDossier {
  agencyId: number
  dossierId: string
}

const SYSTEM = { kind: 'system' } as const
const BY_SYSTEM = { officerId: undefined, unitId: undefined, action: undefined, note: undefined }

/** A received dossier begins its process. Told twice, it begins once. */
export function startProcess({ agencyId, dossierId }: OfDossier): Promise<void> {
  return transaction(agencyId, async (tx) => {
    const dossier = await lockDossierAsSystem(tx, agencyId, dossierId)
    if (dossier.status !== 'received' || (await lockProcess(tx, dossierId))) return
    const { procedureCode, serviceVersion } = dossier
    const workflow = await getWorkflow(tx, { agencyId, procedureCode, serviceVersion })
    await insertProcess(tx, { agencyId, dossierId, procedureCode, serviceVersion, startedAt: now() })
    const step = await applyMove(tx, dossier, { moved: begin(workflow, newToken()), by: BY_SYSTEM })
    if (step) await startProcessing(tx, dossier, { actor: SYSTEM, step })
  })
}

/** The clock stopped, or runs again: open work leaves the queues or comes back with its new date. */
export function followClock({ agencyId, dossierId }: OfDossier): Promise<void> {
  return transaction(agencyId, async (tx) => {
    const dossier = await lockDossierAsSystem(tx, agencyId, dossierId)
    const paused = dossier.status === 'awaiting-supplement' || dossier.status === 'awaiting-payment'
    await moveDue(tx, dossierId, { dueAt: dossier.dueAt ? toInstant(dossier.dueAt) : null, paused })
  })
}

/** The person withdrew, or the dossier ended otherwise: nobody has anything left to do on it. */
export function endWork({ agencyId, dossierId }: OfDossier, because: string): Promise<void> {
  return transaction(agencyId, async (tx) => {
    await lockDossierAsSystem(tx, agencyId, dossierId)
    for (const item of await lockOpenItems(tx, dossierId)) {
      await closeItem(tx, item.id, { at: now(), by: null, action: because, reason: null })
    }
  })
}

export type SignatureOutcome =
  | { itemId: string; signed: true; resultId: string; outcome: Outcome }
  | { itemId: string; signed: false; reason: string }

/**
 * The signature came, or did not. Signed: the dossier goes on. Refused or failed: it lies with the approver again,
 * in the same hands, with the reason on form 06. Told twice, it moves once.
 */
export function followSignature({ agencyId, dossierId }: OfDossier, said: SignatureOutcome): Promise<void> {
  return transaction(agencyId, async (tx) => {
    const dossier = await lockDossierAsSystem(tx, agencyId, dossierId)
    const process = await lockProcess(tx, dossierId)
    const item = (await lockOpenItems(tx, dossierId)).find(({ id }) => id === said.itemId)
    if (!process || !item) return
    const workflow = await getWorkflow(tx, { agencyId, ...process })
    const reason = said.signed ? undefined : said.reason
    const wanted = said.signed ? 'forward' : 'return'
    const action = workflow.step(item.step).actions.find(({ kind }) => kind === wanted)
    if (!action) return
    const moved = advance(workflow, process.state, {
      tokenId: item.id,
      actionId: action.id,
      facts: {},
      newTokenId: newToken(),
    })
    await closeItem(tx, item.id, { at: now(), by: null, action: action.id, reason: reason ?? null })
    const holder = said.signed ? undefined : item.openedBy
    const by = { officerId: undefined, unitId: item.unitId, action: action.id, note: reason, holder }
    const step = await applyMove(tx, dossier, { moved, by })
    const after = step ? await recordStep(tx, dossier, { actor: SYSTEM, action: action.id, step, reason }) : dossier
    if (said.signed) await markResultReady(tx, after, { actor: SYSTEM, outcome: said.outcome, resultId: said.resultId })
  })
}
