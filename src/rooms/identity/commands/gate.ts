import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseDossierCode } from '#kernel/dossier-code.ts'
import { Forbidden, Unauthenticated } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { CSRF_FIELD, checkToken, type May } from '#platform/http/index.ts'
import { verdictFor } from '../permission.ts'
import { isRecent, LASTS, minutesAfter, ranOut, type Session } from '../session.ts'
import { type Act, addAuditEntry } from '../store/audit.ts'
import { keepPost, type PostedBody } from '../store/kept-posts.ts'
import { getOfficer } from '../store/officers.ts'
import { touchSession } from '../store/sessions.ts'
import { isWithin } from '../ticket.ts'
import { liveSessionOf, lookAtVisitor, sessionOf } from './visit.ts'

const TOUCH_AFTER_MINUTES = 1

/** Whoever the session stands for now. An officer counts only with the second factor, and while the account is open. */
async function viewerOf(tx: Tx, session: Session & { personName: string }): Promise<Viewer | undefined> {
  const { agencyId, ownerId, assurance = 'level-1' } = session
  if (session.kind === 'citizen') {
    return { kind: 'citizen', agencyId, personId: ownerId, name: session.personName, assurance }
  }
  if (!session.secondFactorAt) return undefined
  const { name, disabledAt, appointments } = await getOfficer(tx, ownerId)
  return disabledAt ? undefined : { kind: 'officer', agencyId, officerId: ownerId, name, appointments }
}

/** Who is asking. Called for every request; without a session cookie it costs nothing. */
export async function findViewer(request: FastifyRequest): Promise<Viewer | undefined> {
  const viewer = await lookAtVisitor(request, async (tx, session) => {
    // Who came with a ticket is, outside that procedure, nobody.
    const { limitedTo } = session
    return limitedTo === undefined || isWithin(limitedTo, request.url) ? viewerOf(tx, session) : undefined
  })
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

/** The words of a form with files; the files themselves are let go, for nobody is signed in to keep them. */
async function multipartWords(request: FastifyRequest): Promise<PostedBody> {
  const words: Record<string, string[]> = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') part.file.resume()
    else if (typeof part.value === 'string') words[part.fieldname] = [...(words[part.fieldname] ?? []), part.value]
  }
  return Object.fromEntries(
    Object.entries(words).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

/** What was typed into a form of ours, without its token; undefined when it is none of ours. */
async function typedWords(request: FastifyRequest): Promise<PostedBody | undefined> {
  const posted = request.isMultipart() ? await multipartWords(request) : request.body
  if (typeof posted !== 'object' || posted === null) return undefined
  const { [CSRF_FIELD]: token, ...body } = posted as PostedBody
  try {
    checkToken(request, token)
    return body
  } catch {
    return undefined
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
  if (!session || !ranOut(session, now())) return path
  const body = await typedWords(request)
  if (!body) return path
  return withQuery(path, 'kept', await transaction(session.agencyId, (tx) => keepPost(tx, session, { path, body })))
}

/** Lets the request pass, sends it to sign in, or throws: Forbidden, or Unauthenticated to a program. Nothing typed is lost on the way. */
export async function authorise(request: FastifyRequest, reply: FastifyReply, may: May): Promise<boolean> {
  const verdict = verdictFor(request.viewer, may)
  if (verdict === 'pass') return true
  if (verdict === 'forbidden') throw new Forbidden('identity.role-missing', { role: may })
  if (request.url.startsWith('/api/')) throw new Unauthenticated('identity.sign-in-first')
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

/** A dossier's code or temporary code, as addresses carry it. */
const REF = /^[A-Z0-9.-]{5,40}$/i

function dossierOf(request: FastifyRequest): string | undefined {
  const { code, ref } = request.params as { code?: string; ref?: string }
  if (code !== undefined) return parseDossierCode(code)?.code
  return ref !== undefined && REF.test(ref) ? ref.toUpperCase() : undefined
}

/** Whose record an address of the desk opens. */
function personOf(request: FastifyRequest): string | undefined {
  const { person } = request.params as { person?: string }
  return person !== undefined && isId(person) ? person : undefined
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
    person: personOf(request),
    status: reply.statusCode,
    requestId: String(request.id),
  }
  await transaction(request.agency.id, (tx) => addAuditEntry(tx, request.agency.id, entry))
}
