import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { statedPerson } from '../claims.ts'
import { isDormant, type OfficerRecord } from '../officer.ts'
import { type Attempt, saveAttempt, takeAttempt } from '../store/attempts.ts'
import { findOfficerBySubject, setDisabled } from '../store/officers.ts'
import { recordStatement } from '../store/persons.ts'
import { type Arrival, arriveFrom, departTo, type SignInKind } from './provider.ts'
import { browserOf, markBrowser, openSession } from './visit.ts'

/** Remembers the attempt and answers where the browser must go. Throws `identity.provider-busy`. */
export async function beginSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, returnTo, again }: { kind: SignInKind; returnTo: string; again: boolean },
): Promise<string> {
  const { url, state, nonce, codeVerifier } = await departTo(kind, { origin: request.origin, again })
  const key = { state, browser: markBrowser(request, reply) }
  const attempt: Attempt = { kind, nonce, codeVerifier, host: request.hostname, returnTo }
  await transaction(request.agency.id, (tx) => saveAttempt(tx, request.agency.id, { key, attempt }))
  return url.href
}

interface Answer {
  arrival: Arrival
  returnTo: string
}

/** Fails with the page the person wanted still known, so that trying again leads there. */
export class SignInFailure extends DomainError {
  readonly returnTo: string | undefined

  constructor(cause: DomainError, returnTo: string | undefined) {
    super(cause.code, cause.facts)
    this.returnTo = returnTo
  }
}

async function withReturn<T>(returnTo: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof DomainError ? new SignInFailure(error, returnTo) : error
  }
}

async function receiveAnswer(request: FastifyRequest, kind: SignInKind): Promise<Answer> {
  const url = new URL(request.url, request.origin)
  const state = url.searchParams.get('state')
  const browser = browserOf(request)
  const attempt =
    state && browser ? await transaction(request.agency.id, (tx) => takeAttempt(tx, { state, browser })) : undefined
  if (!state || !attempt || attempt.kind !== kind || attempt.host !== request.hostname) {
    throw new SignInFailure(new DomainError('identity.stale-attempt'), undefined)
  }
  const { nonce, codeVerifier, returnTo } = attempt
  const arrival = await withReturn(returnTo, () => arriveFrom(kind, url, { state, nonce, codeVerifier }))
  return { arrival, returnTo }
}

/**
 * The citizen is back from the provider: writes down what it states, opens the session, answers where to go on.
 * Throws `SignInFailure`.
 * @see Decree 69/2024 (the state's electronic identity is the only way in; this portal keeps no password)
 */
export async function completeCitizen(request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const agencyId = request.agency.id
  const { arrival, returnTo } = await receiveAnswer(request, 'citizen')
  const { issuer, claims, idToken, authenticatedAt } = arrival
  return withReturn(returnTo, async () => {
    const person = statedPerson(claims)
    const { name, assurance } = person
    const personId = await transaction(agencyId, (tx) => recordStatement(tx, agencyId, { issuer, person, claims }))
    await openSession(request, reply, { kind: 'citizen', ownerId: personId, assurance, idToken, authenticatedAt })
    request.viewer = { kind: 'citizen', agencyId, personId, name, assurance }
    return returnTo
  })
}

/** an account of this very agency that is neither disabled nor dormant. */
async function admit(agency: FastifyRequest['agency'], { subject, claims }: Arrival): Promise<OfficerRecord> {
  const stated = claims.agency_code
  if (stated !== undefined && stated !== agency.code) throw new DomainError('identity.not-an-officer-here')
  const officer = await transaction(agency.id, async (tx) => {
    const found = await findOfficerBySubject(tx, subject)
    if (!found || found.disabledAt || !isDormant(found, now())) return found
    await setDisabled(tx, found.id, 'inactive')
    return { ...found, disabledAt: now() }
  })
  if (!officer) throw new DomainError('identity.not-an-officer-here')
  if (officer.disabledAt) throw new DomainError('identity.officer-disabled')
  return officer
}

/** The officer is back from the agency's provider: half signed in, until the second factor. Throws `SignInFailure`. */
export async function completeOfficer(request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const { arrival, returnTo } = await receiveAnswer(request, 'officer')
  return withReturn(returnTo, async () => {
    const { id: ownerId } = await admit(request.agency, arrival)
    const { idToken, authenticatedAt } = arrival
    await openSession(request, reply, { kind: 'officer', ownerId, assurance: undefined, idToken, authenticatedAt })
    return returnTo
  })
}
