import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { Unreachable } from '#platform/gateway/index.ts'
import { announce, enqueue } from '#platform/jobs/index.ts'
import { log } from '#platform/log/index.ts'
import { SigningProblem } from '../provider.ts'
import {
  type SignatureCompleted,
  type SignatureFailed,
  type SignatureRefused,
  type SigningRequest,
  secondsUntilRetry,
} from '../signing-request.ts'
import { type Decision, decide, saveAttempt } from '../store.ts'

/** What a request came to, told once: only the transaction that ends it announces. */
export async function finish(request: SigningRequest, decision: Omit<Decision, 'at'>): Promise<void> {
  const { agencyId, id: requestId, purpose, subjectId } = request
  await transaction(agencyId, async (tx) => {
    if (!(await decide(tx, requestId, { ...decision, at: now() }))) return
    const event = { ...said(decision), agencyId, requestId, purpose, subjectId }
    await announce(tx, event)
  })
}

function said(
  decision: Omit<Decision, 'at'>,
): Pick<SignatureCompleted, 'type' | 'fileSha256'> | Pick<SignatureRefused | SignatureFailed, 'type' | 'reason'> {
  const { state, signedSha256 = '', error = 'unknown' } = decision
  if (state === 'signed') return { type: 'signature.completed', fileSha256: signedSha256 }
  if (state === 'failed') return { type: 'signature.failed', reason: error }
  return { type: 'signature.refused', reason: state }
}

/** Does the work of a job; what the outside did not give is asked for again later, what will not change ends it. */
export async function attempt(request: SigningRequest, job: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof SigningProblem) && !(error instanceof Unreachable)) throw error
    const code = error instanceof SigningProblem ? error.code : 'unreachable'
    const attempts = request.attempts + 1
    const pause = secondsUntilRetry(attempts)
    log.warn({ requestId: request.id, attempts, code }, 'a signature is not there yet')
    if (lasts(error, request) || pause === undefined) {
      await finish(request, { state: 'failed', error: code })
      return
    }
    await again(request, { job, seconds: pause, failure: { attempts, error: code } })
  }
}

function lasts(error: Error, { lastError }: SigningRequest): boolean {
  if (!(error instanceof SigningProblem)) return false
  return error.lasting === 'when-seen-twice' ? lastError === error.code : error.lasting
}

interface Again {
  job: string
  seconds: number
  failure?: { attempts: number; error: string }
}

export async function again(
  { agencyId, id: requestId }: SigningRequest,
  { job, seconds, failure }: Again,
): Promise<void> {
  await transaction(agencyId, async (tx) => {
    if (failure) await saveAttempt(tx, requestId, failure)
    const runAt = new Date(Date.now() + seconds * 1000) // the queue's clock, which is the machine's
    await enqueue(tx, job, { agencyId, requestId }, { runAt })
  })
}
