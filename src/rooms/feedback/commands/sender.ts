import type { FastifyRequest } from 'fastify'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { postedText } from '#platform/http/index.ts'
import { type HeldBecause, holdFor } from '../hold.ts'
import { keyedTaker, takerOf } from './taker.ts'

/** A field that people do not see. Its name is one that programs like to fill in. */
export const TRAP = 'website'

export function isTrapped(request: FastifyRequest): boolean {
  return postedText(request, TRAP) !== ''
}

/** The same text for the same person, or else the same visit, and nobody can tell whose. */
export function senderKey(request: FastifyRequest): string {
  return takerOf(request, 'sender') ?? keyedTaker({ agencyId: request.agency.id, about: 'sender' }, 'nobody')
}

/** The same for whoever has proven an address. */
export function emailKey(agencyId: number, email: string): string {
  return keyedTaker({ agencyId, about: 'sender' }, `email ${email.toLowerCase()}`)
}

export interface Sender {
  key: string
  /** Signed in, or the address proven. */
  known: boolean
  trapped: boolean
}

/** How many things were sent since a moment: by one sender, or by all of whom nothing is known. */
export type CountSent = (tx: Tx, since: Date, key?: string) => Promise<number>

const HOUR = 3_600_000

/** Whether what is being sent waits behind the rest. */
export async function heldBecause(
  tx: Tx,
  { key, known, trapped }: Sender,
  countSent: CountSent,
): Promise<HeldBecause | undefined> {
  const moment = now().getTime()
  const sentBySame = await countSent(tx, new Date(moment - 24 * HOUR), key)
  const sentByUnknown = known ? 0 : await countSent(tx, new Date(moment - HOUR))
  return holdFor({ sentBySame, sentByUnknown, known, trapped })
}
