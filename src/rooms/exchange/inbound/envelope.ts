import { createHash, timingSafeEqual } from 'node:crypto'
import type { FieldReason } from '../message.ts'

/** What every call is answered with. @see contract v1.4, transport and session */
export interface Envelope {
  error_code: string
  message: string
  result?: unknown
}

export const REFUSED = '3'
export const FAULT = '-1'

export function accepted(message: string, result: unknown): Envelope {
  return { error_code: '0', message, result }
}

/** A refusal names each field that is wrong, and what is wrong with it. */
export function refused(reasons: readonly FieldReason[]): Envelope {
  const said = reasons.map(({ field, reason }) => (field ? `${field}: ${reason}` : reason))
  return { error_code: REFUSED, message: said.join('; ').slice(0, 2000), result: reasons }
}

/** Thrown out of a transaction, so that nothing of what was refused stays. */
export class Refused extends Error {
  readonly reasons: readonly FieldReason[]

  constructor(reasons: readonly FieldReason[]) {
    super('refused')
    this.reasons = reasons
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether the header carries the secret; it takes as long for a nearly right one as for a wrong one. */
export function isBearer(header: string | undefined, secret: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? ''
  return timingSafeEqual(digest(given), digest(secret)) && given !== ''
}
