import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { read, transaction } from '#platform/db/index.ts'
import { postedText } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { findViewer } from '../../commands/gate.ts'
import { answerSecondFactor, factorState } from '../../commands/second-factor.ts'
import { liveSessionOf, raise } from '../../commands/visit.ts'
import type { Session } from '../../session.ts'
import { getOfficer, noteOfficerSeen } from '../../store/officers.ts'
import { returnTo, THROTTLE, withReturn } from '../return-to.ts'
import { en } from './second-factor.en.ts'
import { vi } from './second-factor.vi.ts'
import { CodePage, EnrolPage, RecoveryCodesPage } from './second-factor.view.tsx'

const PATH = '/desk/second-factor'
const HOME = '/desk'

/** The officer's session, with or without the second factor; others are on their way to sign in. */
async function officerSession(request: FastifyRequest, reply: FastifyReply): Promise<Session | undefined> {
  const session = await liveSessionOf(request)
  if (session?.kind === 'officer') return session
  reply.redirect(withReturn('/desk/sign-in', returnTo(request, HOME)), 303)
  return undefined
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  { session, errors }: { session: Session; errors: readonly FieldError[] },
): Promise<FastifyReply> {
  const { agencyId, ownerId: officerId, secondFactorAt } = session
  const { subject } = await read(agencyId, (tx) => getOfficer(tx, officerId))
  const state = await factorState({ agencyId, officerId }, subject, request.agency.name.vi)
  const form = { t: wordsFor(request, { vi, en }), action: withReturn(PATH, returnTo(request, HOME)), errors }
  if (errors.length > 0) reply.code(422)
  if (state.kind === 'enrol') return reply.page(<EnrolPage {...form} {...state} />)
  const demonstrationCode = state.kind === 'demonstration' ? state.code : undefined
  return reply.page(<CodePage {...form} again={secondFactorAt !== undefined} demonstrationCode={demonstrationCode} />)
}

async function letIn(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<void> {
  await raise(request, reply, session)
  await transaction(session.agencyId, (tx) => noteOfficerSeen(tx, session.ownerId))
  request.viewer = await findViewer(request)
}

/** what an officer has besides the account. Also asked again before signing. R-046 */
export const secondFactorRoutes: FastifyPluginAsync = async (app) => {
  app.get(PATH, { config: { may: 'public' } }, async (request, reply) => {
    const session = await officerSession(request, reply)
    return session ? show(request, reply, { session, errors: [] }) : reply
  })

  const config = { may: 'public', rateLimit: THROTTLE, audit: 'second-factor.answered' } as const
  app.post(PATH, { config }, async (request, reply) => {
    const session = await officerSession(request, reply)
    if (!session) return reply
    const t = wordsFor(request, { vi, en })
    const onward = returnTo(request, HOME)
    const owner = { agencyId: session.agencyId, officerId: session.ownerId }
    const answer = await answerSecondFactor(owner, postedText(request, 'code'))
    if (answer === 'wrong' || answer === 'locked') {
      return show(request, reply, { session, errors: [{ field: 'code', message: t[answer] }] })
    }
    await letIn(request, reply, session)
    if (answer === 'right') return reply.redirect(onward, 303)
    return reply.page(<RecoveryCodesPage t={t} codes={answer.recoveryCodes} onward={onward} />, { area: 'desk' })
  })
}
