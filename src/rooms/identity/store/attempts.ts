import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { LASTS, minutesAfter } from '../session.ts'
import { hashOf } from './sessions.ts'
import './tables.ts'

/** A sign-in between leaving for the provider and coming back. */
export interface Attempt {
  kind: 'citizen' | 'officer'
  nonce: string
  codeVerifier: string
  host: string
  returnTo: string
}

/** Tied to the state and to the browser: an answer begun elsewhere opens nothing here. */
export interface AttemptKey {
  state: string
  browser: string
}

const keyHash = ({ state, browser }: AttemptKey) => hashOf(`${state} ${browser}`)

export async function saveAttempt(
  tx: Tx,
  agencyId: number,
  { key, attempt }: { key: AttemptKey; attempt: Attempt },
): Promise<void> {
  await tx
    .insertInto('sign_in_attempts')
    .values({
      agency_id: agencyId,
      state_hash: keyHash(key),
      kind: attempt.kind,
      nonce: attempt.nonce,
      code_verifier: attempt.codeVerifier,
      host: attempt.host,
      return_to: attempt.returnTo,
      expires_at: minutesAfter(now(), LASTS.attemptMinutes),
    })
    .execute()
}

/** The attempt, once: a second answer to it finds nothing. */
export async function takeAttempt(tx: Tx, key: AttemptKey): Promise<Attempt | undefined> {
  const row = await tx
    .deleteFrom('sign_in_attempts')
    .where('state_hash', '=', keyHash(key))
    .returningAll()
    .executeTakeFirst()
  if (!row || row.expires_at <= now()) return undefined
  const { kind, nonce, host } = row
  return { kind, nonce, host, codeVerifier: row.code_verifier, returnTo: row.return_to }
}
