import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a ticket says: who arrives, for which procedure, until when. Claims of the person stand as in the national sign-in. */
export interface Ticket {
  id: string
  procedure: string
  issuedAt: Date
  expiresAt: Date
  claims: Record<string, unknown>
}

/** Why a ticket does not open the door. */
export type TicketRefusal =
  | 'unreadable'
  | 'forged'
  | 'expired'
  | 'other-agency'
  | 'other-procedure'
  | 'used'
  | 'person-unknown'

/** A ticket lives for minutes: it stands in an address, and addresses are kept and passed on. */
const LONGEST = 10 * 60
/** Seconds by which two clocks may differ. */
const SKEW = 60
const LARGEST = 4096

const payloadSchema = z.looseObject({
  aud: z.string(),
  jti: z.string().min(8).max(100),
  iat: z.number().int(),
  exp: z.number().int(),
  procedure: z.string().min(1).max(60),
})

function sign(signed: string, key: string): Buffer {
  return createHmac('sha256', key).update(signed).digest()
}

function parse(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

interface Expected {
  key: string
  /** Code of the agency: `H99`. */
  agency: string
  procedure: string
  at: Date
}

/**
 * Reads a ticket: a JSON Web Token with HS256 and no other algorithm, for this agency and this procedure, a few minutes
 * old at most. Whether it was used before is the caller's to find out.
 * @see RFC 7519; RFC 8725, 3.1 (the algorithm is ours to choose, not the token's)
 */
export function readTicket(text: string, { key, agency, procedure, at }: Expected): Ticket | TicketRefusal {
  const [head = '', body = '', signature = '', ...more] = text.split('.')
  const header = parse(head) as { alg?: unknown } | undefined
  if (text.length > LARGEST || more.length > 0 || header?.alg !== 'HS256') return 'unreadable'
  const [given, made] = [Buffer.from(signature, 'base64url'), sign(`${head}.${body}`, key)]
  if (given.length !== made.length || !timingSafeEqual(given, made)) return 'forged'

  const parsed = payloadSchema.safeParse(parse(body))
  if (!parsed.success) return 'unreadable'
  const { aud, jti, iat, exp, procedure: issuedFor, ...claims } = parsed.data
  const seconds = at.getTime() / 1000
  if (aud !== agency) return 'other-agency'
  if (issuedFor !== procedure) return 'other-procedure'
  if (seconds > exp + SKEW || iat > seconds + SKEW || exp - iat > LONGEST) return 'expired'
  return { id: jti, procedure, issuedAt: new Date(iat * 1000), expiresAt: new Date((exp + SKEW) * 1000), claims }
}

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** As the national portal makes one; for tests and trials. */
export function makeTicket(payload: Record<string, unknown>, key: string): string {
  const signed = `${b64({ alg: 'HS256', typ: 'JWT' })}.${b64(payload)}`
  return `${signed}.${sign(signed, key).toString('base64url')}`
}

/** What a visit for one procedure may reach: its form, its own uploads, and the page that says it was sent. */
export function isWithin(procedure: string, path: string): boolean {
  const [page = ''] = path.split('?')
  const apply = `/procedures/${encodeURIComponent(procedure)}/apply`
  if (page === apply || page.startsWith(`${apply}/`)) return true
  return /^\/my\/documents\/[\w-]+$/.test(page) || /^\/dossiers\/[\w.-]+\/submitted$/.test(page)
}
