import { Conflict, NotFound } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { announce } from '#platform/jobs/index.ts'
import type { SignatureCompleted, SignatureFailed, SignatureRefused } from '#rooms/signatures/index.ts'
import type { Result, ResultIssued, ResultNotSigned, ReturnMethod } from '../result.ts'
import { findResult, lockResultOfDossier, markFailed, markIssued, markReturned } from '../store.ts'
import { PURPOSE } from './prepare.ts'

export type SignatureEnded = SignatureCompleted | SignatureRefused | SignatureFailed

/**
 * The signature came and was verified: the result exists from now on, `result.issued`. Or it did not come: the paper
 * can be written anew under its number, `result.not-signed`. Told twice, it is announced once.
 */
export async function completeResult(event: SignatureEnded): Promise<void> {
  if (event.purpose !== PURPOSE) return
  await transaction(event.agencyId, (tx) => (event.type === 'signature.completed' ? issue(tx, event) : fail(tx, event)))
}

async function issue(tx: Tx, { subjectId, requestId, fileSha256 }: SignatureCompleted): Promise<void> {
  if (!(await markIssued(tx, { id: subjectId, requestId }, { fileSha256, at: now() }))) return
  const issued: ResultIssued = { type: 'result.issued', ...(await factsOf(tx, subjectId)) }
  await announce(tx, issued)
}

async function fail(tx: Tx, { subjectId, requestId, reason }: SignatureRefused | SignatureFailed): Promise<void> {
  if (!(await markFailed(tx, { id: subjectId, requestId }, reason))) return
  const { outcome: _, ...facts } = await factsOf(tx, subjectId)
  const failed: ResultNotSigned = { type: 'result.not-signed', ...facts, reason }
  await announce(tx, failed)
}

async function factsOf(tx: Tx, id: string) {
  const result = await findResult(tx, id)
  if (!result) throw new Error(`result ${id} is gone`)
  const { agencyId, dossierId, dossierCode, itemId, outcome } = result
  return { agencyId, dossierId, dossierCode, itemId, outcome, resultId: id }
}

/**
 * The result is in the person's hands: how, to whom, when. In the caller's transaction, which holds the dossier.
 * Throws NotFound without a result, Conflict when it is not issued. R-117
 */
export async function returnResult(
  tx: Tx,
  { dossierId, to, method }: { dossierId: string; to: string; method: ReturnMethod },
): Promise<Result> {
  const result = await lockResultOfDossier(tx, dossierId)
  if (!result) throw new NotFound('results.none')
  if (result.state === 'returned') return result
  if (result.state !== 'issued') throw new Conflict('results.not-issued', { state: result.state })
  const at = now()
  await markReturned(tx, result.id, { at, to, method })
  return { ...result, state: 'returned', returnedAt: at, returnedTo: to, returnMethod: method }
}
