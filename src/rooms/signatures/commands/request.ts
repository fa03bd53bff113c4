import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import type { NewSigningRequest } from '../signing-request.ts'
import { findWaiting, insertRequest } from '../store.ts'

/**
 * Asks somebody for a signature on a stored PDF. What comes of it is announced: `signature.completed`,
 * `signature.refused` or `signature.failed`. Asked twice for the same thing while it waits, it is one request.
 */
export async function requestSignature(tx: Tx, wish: NewSigningRequest): Promise<{ requestId: string }> {
  const waiting = await findWaiting(tx, wish.purpose, wish.subjectId)
  if (waiting) return { requestId: waiting.id }
  const id = newId()
  await insertRequest(tx, { ...wish, id, createdAt: now() })
  await enqueue(tx, 'signatures:send', { agencyId: wish.agencyId, requestId: id })
  return { requestId: id }
}
