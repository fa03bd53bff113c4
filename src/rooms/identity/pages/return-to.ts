import type { FastifyRequest } from 'fastify'
import { now } from '#platform/clock/index.ts'
import { safeReturn } from '#platform/http/index.ts'
import { sessionOf } from '../commands/visit.ts'
import { ranOut } from '../session.ts'

/** The page to go on to after signing in, from `?return=`: a path of this site, or the fallback. */
export function returnTo(request: FastifyRequest, fallback: string): string {
  const { return: asked } = request.query as { return?: string | string[] }
  return safeReturn(typeof asked === 'string' ? asked : undefined, fallback)
}

export function withReturn(path: string, onward: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}return=${encodeURIComponent(onward)}`
}

/** Did this browser's session run out, and was something being typed? */
export async function howItRanOut(request: FastifyRequest, onward: string): Promise<'idle' | 'kept' | undefined> {
  const session = await sessionOf(request)
  if (!session || !ranOut(session, now())) return undefined
  return /[?&]kept=/.test(onward) ? 'kept' : 'idle'
}

/** Requests a minute from one address: a person needs two, but a whole commune may share an address. */
export const THROTTLE = { max: 120, timeWindow: '1 minute' }

const STATUS: Record<string, number> = {
  'identity.provider-busy': 503,
  'identity.no-provider': 503,
  'identity.not-an-officer-here': 403,
  'identity.officer-disabled': 403,
}

/** What a failed sign-in is answered with: 503 when the provider is away, 403 when the account is not ours, else 400. */
export function statusOf(code: string): number {
  return STATUS[code] ?? 400
}
