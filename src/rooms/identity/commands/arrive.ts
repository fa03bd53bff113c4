import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '#kernel/errors.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { config, secretFor } from '#platform/config/index.ts'
import { transaction } from '#platform/db/index.ts'
import { takeTicket } from '../store/tickets.ts'
import { readTicket, type Ticket, type TicketRefusal } from '../ticket.ts'
import { liveSessionOf, openSession } from './visit.ts'
import { personVouchedFor } from './vouched.ts'

/** Who states the claims of a ticket. */
export const NATIONAL_PORTAL_ISSUER = 'national-portal'

class TicketUsed extends Error {}

/** One ticket, one person, once: used up and the person known, or neither. */
async function admit(agencyId: number, ticket: Ticket): Promise<Citizen | TicketRefusal> {
  try {
    return await transaction(agencyId, async (tx) => {
      if (!(await takeTicket(tx, agencyId, ticket))) throw new TicketUsed()
      return personVouchedFor(tx, agencyId, { issuer: NATIONAL_PORTAL_ISSUER, claims: ticket.claims })
    })
  } catch (error) {
    if (error instanceof TicketUsed) return 'used'
    if (error instanceof DomainError && error.code === 'identity.claims-incomplete') return 'person-unknown'
    throw error
  }
}

/**
 * Somebody comes from the national portal with a signed ticket: signed in for this procedure and nothing else. Answers
 * why not; undefined when the door is open. A person who is already signed in here as the same one stays so.
 */
export async function arriveByTicket(
  request: FastifyRequest,
  reply: FastifyReply,
  given: { ticket: string; procedure: string },
): Promise<TicketRefusal | undefined> {
  const { id: agencyId, code } = request.agency
  const key = secretFor(config.NATIONAL_TICKET_SECRET, code)
  if (key === undefined) return 'forged'
  const ticket = readTicket(given.ticket, { key, agency: code, procedure: given.procedure, at: now() })
  if (typeof ticket === 'string') return ticket
  const citizen = await admit(agencyId, ticket)
  if (typeof citizen === 'string') return citizen

  const session = await liveSessionOf(request)
  if (session?.ownerId === citizen.personId && session.limitedTo === undefined) return undefined
  await openSession(request, reply, {
    kind: 'citizen',
    ownerId: citizen.personId,
    assurance: citizen.assurance,
    idToken: '',
    authenticatedAt: ticket.issuedAt,
    limitedTo: ticket.procedure,
  })
  request.viewer = citizen
  return undefined
}

/** The procedure for which alone the visitor is signed in; undefined for everybody else. */
export async function procedureOfVisit(request: FastifyRequest): Promise<string | undefined> {
  return (await liveSessionOf(request))?.limitedTo
}
