import { Conflict, NotFound } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { announce } from '#platform/jobs/index.ts'
import type { SignatureCompleted, SignatureFailed, SignatureRefused } from '#rooms/signatures/index.ts'
import type { Result, ResultIssued, ResultNotSigned, ReturnMethod } from '../result.ts'
import { findResult, lockResultOfDossier, markFailed, markIssued, markReturned } from '../store.ts'
import { PURPOSE } from './prepare.ts'

/** The signature came and was verified: the result exists from now on. Told twice, it is issued once. */
export async function completeResult(event: SignatureCompleted): Promise<void> {
  if (event.purpose !== PURPOSE) return
  await transaction(event.agencyId, async (tx) => {
    if (!(await markIssued(tx, event.subjectId, { fileSha256: event.fileSha256, at: now() }))) return
    const { outcome, ...about } = await tell(tx, event.subjectId)
    const issued: ResultIssued = { type: 'result.issued', ...about, outcome }
    await announce(tx, issued)
  })
}

/** The signature did not come: the result can be written anew, under its number. */
export async function failResult(event: SignatureRefused | SignatureFailed): Promise<void> {
  if (event.purpose !== PURPOSE) return
  await transaction(event.agencyId, async (tx) => {
    if (!(await markFailed(tx, event.subjectId, event.reason))) return
    const { outcome: _, ...about } = await tell(tx, event.subjectId)
    const failed: ResultNotSigned = { type: 'result.not-signed', ...about, reason: event.reason }
    await announce(tx, failed)
  })
}

async function tell(tx: Tx, id: string) {
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
