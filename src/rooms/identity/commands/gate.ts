import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseDossierCode } from '#kernel/dossier-code.ts'
import { Forbidden } from '#kernel/errors.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { CSRF_FIELD, checkToken, type May } from '#platform/http/index.ts'
import { verdictFor } from '../permission.ts'
import { isRecent, LASTS, minutesAfter, ranOut, type Session } from '../session.ts'
import { type Act, addAuditEntry } from '../store/audit.ts'
import { keepPost, type PostedBody } from '../store/kept-posts.ts'
import { getOfficer } from '../store/officers.ts'
import { personName } from '../store/persons.ts'
import { touchSession } from '../store/sessions.ts'
import { liveSessionOf, lookAtVisitor, sessionOf } from './visit.ts'

const TOUCH_AFTER_MINUTES = 1

/** Whoever the session stands for now. An officer counts only with the second factor, and while the account is open. */
async function viewerOf(tx: Tx, session: Session): Promise<Viewer | undefined> {
  const { agencyId, ownerId, assurance } = session
  if (session.kind === 'citizen') {
    const name = await personName(tx, ownerId)
    return { kind: 'citizen', agencyId, personId: ownerId, name, assurance: assurance ?? 'level-1' }
  }
  if (!session.secondFactorAt) return undefined
  const { name, disabledAt, appointments } = await getOfficer(tx, ownerId)
  return disabledAt ? undefined : { kind: 'officer', agencyId, officerId: ownerId, name, appointments }
}

/** Who is asking. Called for every request; without a session cookie it costs nothing. */
export async function findViewer(request: FastifyRequest): Promise<Viewer | undefined> {
  const viewer = await lookAtVisitor(request, viewerOf)
  const session = await liveSessionOf(request)
  // Written at most once a minute, so that reading pages stays reading.
  if (session && minutesAfter(session.lastSeenAt, TOUCH_AFTER_MINUTES) <= now()) {
    await transaction(session.agencyId, (tx) => touchSession(tx, session.idHash))
  }
  return viewer
}

const SIGN_IN = { 'sign-in': '/sign-in', 'desk-sign-in': '/desk/sign-in' } as const

function withQuery(path: string, name: string, value: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`
}

function isOurForm(request: FastifyRequest): boolean {
  const form = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  if (!form || typeof request.body !== 'object' || request.body === null) return false
  try {
    checkToken(request, (request.body as PostedBody)[CSRF_FIELD])
    return true
  } catch {
    return false
  }
}

/** The page the form stands on: where it was sent from, when that is this site, else where it was sent to. */
function formPath(request: FastifyRequest): string {
  const from = URL.parse(request.headers.referer ?? '')
  if (from?.origin !== request.origin) return request.url
  from.searchParams.delete('kept')
  return from.pathname + from.search
}

/** Where to go on after signing in; with what was typed kept, when the session ran out while typing. */
async function returnPath(request: FastifyRequest): Promise<string> {
  if (request.method === 'GET' || request.method === 'HEAD') return request.url
  const path = formPath(request)
  const session = await sessionOf(request)
  if (!session || !ranOut(session, now()) || !isOurForm(request)) return path
  const { [CSRF_FIELD]: _token, ...body } = request.body as PostedBody
  return withQuery(path, 'kept', await transaction(session.agencyId, (tx) => keepPost(tx, session, { path, body })))
}

/** Lets the request pass, sends it to sign in, or throws Forbidden. Nothing typed is lost on the way. */
export async function authorise(request: FastifyRequest, reply: FastifyReply, may: May): Promise<boolean> {
  const verdict = verdictFor(request.viewer, may)
  if (verdict === 'pass') return true
  if (verdict === 'forbidden') throw new Forbidden('identity.role-missing', { role: may })
  if (request.url.startsWith('/api/')) throw new Forbidden('identity.sign-in-first')
  reply.redirect(withQuery(SIGN_IN[verdict], 'return', await returnPath(request)), 303)
  return false
}

/**
 * before signing or paying. True when the proof of identity is fresh; otherwise the browser is on its way to
 * prove it again and to come back to `returnTo`, and the route stops there.
 */
export async function requireRecentProof(
  request: FastifyRequest,
  reply: FastifyReply,
  { returnTo, minutes = LASTS.recentMinutes }: { returnTo: string; minutes?: number },
): Promise<boolean> {
  const session = await liveSessionOf(request)
  if (session && isRecent(session, now(), minutes)) return true
  const page = session?.kind === 'officer' ? '/desk/second-factor' : '/sign-in/start?again=1'
  reply.redirect(withQuery(page, 'return', returnTo), 303)
  return false
}

function dossierOf(request: FastifyRequest): string | undefined {
  const { code } = request.params as { code?: string }
  return code === undefined ? undefined : parseDossierCode(code)?.code
}

/** Who did it; also an officer still without the second factor, and one who has just signed out. */
async function actorOf(request: FastifyRequest): Promise<Act['viewer']> {
  const { viewer } = request
  if (viewer) return { kind: viewer.kind, id: viewer.kind === 'citizen' ? viewer.personId : viewer.officerId }
  const session = await sessionOf(request)
  return session && !ranOut(session, now()) ? { kind: session.kind, id: session.ownerId } : undefined
}

/** Writes the act into the audit trail of the agency, with how it was answered. */
export async function audit(act: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, ip } = request
  const entry = {
    act,
    viewer: await actorOf(request),
    method,
    ip,
    route: request.routeOptions.url ?? request.url,
    dossier: dossierOf(request),
    status: reply.statusCode,
    requestId: String(request.id),
  }
  await transaction(request.agency.id, (tx) => addAuditEntry(tx, request.agency.id, entry))
}
