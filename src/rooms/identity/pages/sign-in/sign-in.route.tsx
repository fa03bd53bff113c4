import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '#kernel/errors.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { endAtProvider } from '../../commands/provider.ts'
import { beginSignIn, completeCitizen, SignInFailure } from '../../commands/sign-in.ts'
import { closeSession, sessionOf } from '../../commands/visit.ts'
import { howItRanOut, returnTo, statusOf, THROTTLE, withReturn } from '../return-to.ts'
import { en } from './sign-in.en.ts'
import { vi } from './sign-in.vi.ts'
import { SignedOutPage, SignInFailurePage, SignInPage, type SignInProblem } from './sign-in.view.tsx'

const HOME = '/my'

function isKnown(code: string): code is SignInProblem {
  return Object.hasOwn(vi.failure, code)
}

function fail(error: unknown, request: FastifyRequest, reply: FastifyReply, onward = HOME): FastifyReply {
  if (!(error instanceof DomainError) || !isKnown(error.code)) throw error
  const again = (error instanceof SignInFailure ? error.returnTo : undefined) ?? onward
  const words = wordsFor(request, { vi, en }).failure[error.code]
  if (statusOf(error.code) === 503) reply.header('retry-after', '300')
  return reply
    .code(statusOf(error.code))
    .page(<SignInFailurePage words={words} againHref={withReturn('/sign-in', again)} />)
}

/** citizens come in by the state's electronic identity and by nothing else. */
export const signInRoutes: FastifyPluginAsync = async (app) => {
  app.get('/sign-in', { config: { may: 'public' } }, async (request, reply) => {
    const onward = returnTo(request, HOME)
    if (request.viewer?.kind === 'citizen') return reply.redirect(onward, 303)
    const ranOut = await howItRanOut(request, onward)
    const startHref = withReturn('/sign-in/start', onward)
    return reply.page(<SignInPage t={wordsFor(request, { vi, en })} startHref={startHref} ranOut={ranOut} />)
  })

  // A link and not a form: the policy of our pages forbids forms that lead to another site.
  app.get('/sign-in/start', { config: { may: 'public', rateLimit: THROTTLE } }, async (request, reply) => {
    const onward = returnTo(request, HOME)
    const again = (request.query as { again?: string }).again !== undefined
    try {
      return reply.redirect(await beginSignIn(request, reply, { kind: 'citizen', returnTo: onward, again }), 303)
    } catch (error) {
      return fail(error, request, reply, onward)
    }
  })

  app.get(
    '/sign-in/return',
    { config: { may: 'public', rateLimit: THROTTLE, audit: 'session.begun' } },
    async (request, reply) => {
      try {
        return reply.redirect(await completeCitizen(request, reply), 303)
      } catch (error) {
        return fail(error, request, reply)
      }
    },
  )

  app.post('/sign-out', { config: { may: 'public', audit: 'session.ended' } }, async (request, reply) => {
    const session = await sessionOf(request)
    await closeSession(request, reply)
    // A visit by ticket began at no provider, so there is none to sign out of.
    const onward =
      session?.idToken && (await endAtProvider(session.kind, session.idToken, `${request.origin}/sign-out`))
    if (onward) reply.header('refresh', `0; url=${onward}`)
    return reply.page(<SignedOutPage t={wordsFor(request, { vi, en }).signedOut} onward={onward || undefined} />)
  })

  // Where the provider sends the browser back to.
  app.get('/sign-out', { config: { may: 'public' } }, async (request, reply) =>
    reply.page(<SignedOutPage t={wordsFor(request, { vi, en }).signedOut} onward={undefined} />),
  )
}
