import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { cookieOptions } from '#platform/http/index.ts'
import { isLive, LASTS, type Session } from '../session.ts'
import { endSession, findSession, hashOf, insertSession, type NewSession, raiseSession } from '../store/sessions.ts'

const SESSION_COOKIE = 'mc_session'
const BROWSER_COOKIE = 'mc_sign_in'

const newSecret = () => randomBytes(32).toString('base64url')

// One look-up per request, whoever asks first.
const sessions = new WeakMap<FastifyRequest, Promise<Session | undefined>>()

/** The session the browser's cookie names, also one that has run out. */
export function sessionOf(request: FastifyRequest): Promise<Session | undefined> {
  const found = sessions.get(request)
  if (found) return found
  const cookie = request.cookies[SESSION_COOKIE]
  const session = cookie ? read(request.agency.id, (tx) => findSession(tx, hashOf(cookie))) : Promise.resolve(undefined)
  sessions.set(request, session)
  return session
}

/** Looks at the visitor in one transaction: the session, and while it lives, what `look` reads about its owner. */
export async function lookAtVisitor<T>(
  request: FastifyRequest,
  look: (tx: Tx, session: Session & { personName: string }) => Promise<T>,
): Promise<T | undefined> {
  const cookie = request.cookies[SESSION_COOKIE]
  if (!cookie) return undefined
  return read(request.agency.id, async (tx) => {
    const session = await findSession(tx, hashOf(cookie))
    sessions.set(request, Promise.resolve(session))
    return session && isLive(session, now()) ? look(tx, session) : undefined
  })
}

/** The session, when it can still be used. Of an officer it may lack the second factor. */
export async function liveSessionOf(request: FastifyRequest): Promise<Session | undefined> {
  const session = await sessionOf(request)
  return session && isLive(session, now()) ? session : undefined
}

function give(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(SESSION_COOKIE, secret, cookieOptions())
  request.cookies[SESSION_COOKIE] = secret
  sessions.delete(request)
}

/** Opens a session under an id nobody has seen before, and ends the one this browser had. */
export async function openSession(
  request: FastifyRequest,
  reply: FastifyReply,
  session: Omit<NewSession, 'agencyId' | 'idHash'>,
): Promise<void> {
  const secret = newSecret()
  const former = request.cookies[SESSION_COOKIE]
  await transaction(request.agency.id, async (tx) => {
    if (former) await endSession(tx, hashOf(former))
    await insertSession(tx, { ...session, agencyId: request.agency.id, idHash: hashOf(secret) })
  })
  give(request, reply, secret)
}

/** The second factor was right: the session goes on under a new id. */
export async function raise(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<void> {
  const secret = newSecret()
  await transaction(session.agencyId, (tx) => raiseSession(tx, session.idHash, hashOf(secret)))
  give(request, reply, secret)
}

export async function closeSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const session = await sessionOf(request)
  if (session) await transaction(session.agencyId, (tx) => endSession(tx, session.idHash))
  reply.clearCookie(SESSION_COOKIE, cookieOptions())
  sessions.delete(request)
  request.viewer = undefined
}

/** A random name for this browser while it signs in, set on the way out. */
export function browserOf(request: FastifyRequest): string | undefined {
  return request.cookies[BROWSER_COOKIE]
}

export function markBrowser(request: FastifyRequest, reply: FastifyReply): string {
  const secret = browserOf(request) ?? newSecret()
  reply.setCookie(BROWSER_COOKIE, secret, { ...cookieOptions(), maxAge: LASTS.attemptMinutes * 60 })
  return secret
}
