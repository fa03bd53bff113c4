import { createHmac, timingSafeEqual } from 'node:crypto'
import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { secretKey } from '#platform/http/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import {
  countSentCodes,
  insertProof,
  lockProof,
  noteTry,
  type Proof,
  type ProofPayload,
  useUp,
} from '../store/email-proofs.ts'
import { openId, sealId } from './sealed-id.ts'
import { emailKey } from './sender.ts'

const MINUTE = 60_000
export const CODE_LASTS_MINUTES = 30
const MOST_TRIES = 5
/** To one address: so that nobody's letter box is filled from here. For one visit: so that one visitor fills no others. */
const MOST_CODES_AN_HOUR = { toEmail: 3, forVisit: 6 }

/** Six digits, reckoned from the id of the proof: nothing in the database says them. */
export function codeOf({ agencyId, id }: Pick<Proof, 'agencyId' | 'id'>): string {
  const digest = createHmac('sha256', secretKey()).update(`feedback code ${agencyId} ${id}`).digest()
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

const linkOf = (agencyId: number) => ({ agencyId, purpose: 'feedback e-mail proofs' })

interface Asking {
  agencyId: number
  email: string
  visitKey: string
  payload: ProofPayload
}

/**
 * Keeps what was typed and sends a code to the address. Returns the piece of address under which the code is typed in;
 * undefined when so many have been sent that the next one has to wait.
 */
export async function askForProof(tx: Tx, asking: Asking): Promise<string | undefined> {
  const { agencyId, email, visitKey, payload } = asking
  const sentAt = now()
  const key = emailKey(agencyId, email)
  const since = new Date(sentAt.getTime() - 60 * MINUTE)
  const sent = await countSentCodes(tx, { emailKey: key, visitKey, since })
  if (sent.toEmail >= MOST_CODES_AN_HOUR.toEmail || sent.forVisit >= MOST_CODES_AN_HOUR.forVisit) return undefined
  const id = newId()
  const expiresAt = new Date(sentAt.getTime() + CODE_LASTS_MINUTES * MINUTE)
  await insertProof(tx, { id, agencyId, email, emailKey: key, visitKey, payload, sentAt, expiresAt })
  await enqueue(tx, 'feedback:send-code', { agencyId, id })
  return sealId(linkOf(agencyId), id)
}

export type ProofTried =
  | { outcome: 'proven'; proof: Proof; payload: ProofPayload }
  | { outcome: 'wrong' | 'too-often' | 'over' | 'used' }

/** What a code typed in is worth. Five wrong ones, and it takes no more. The caller's transaction must be kept. */
export async function tryCode(
  tx: Tx,
  agencyId: number,
  { token, code }: { token: string; code: string },
): Promise<ProofTried> {
  const id = openId(linkOf(agencyId), token)
  const proof = id && (await lockProof(tx, id))
  if (!proof || proof.expiresAt < now()) return { outcome: 'over' }
  if (!proof.payload) return { outcome: 'used' }
  if (proof.tries >= MOST_TRIES) return { outcome: 'too-often' }
  const given = Buffer.from(code.replace(/\D/g, '').padStart(6, ' '))
  const expected = Buffer.from(codeOf(proof))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    await noteTry(tx, proof.id)
    return { outcome: 'wrong' }
  }
  await useUp(tx, proof.id)
  return { outcome: 'proven', proof, payload: proof.payload }
}

/** The id of the proof behind a piece of address: what becomes of it has the same. Undefined for a foreign one. */
export function proofIdOf(agencyId: number, token: string): string | undefined {
  return openId(linkOf(agencyId), token)
}
