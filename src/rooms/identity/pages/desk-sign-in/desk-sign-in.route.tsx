import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '#kernel/errors.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { beginSignIn, completeOfficer, SignInFailure } from '../../commands/sign-in.ts'
import { howItRanOut, returnTo, statusOf, THROTTLE, withReturn } from '../return-to.ts'
import { SignInFailurePage } from '../sign-in/sign-in.view.tsx'
import { en } from './desk-sign-in.en.ts'
import { vi } from './desk-sign-in.vi.ts'
import { DeskSignInPage, type DeskSignInProblem } from './desk-sign-in.view.tsx'

const HOME = '/desk'

function isKnown(code: string): code is DeskSignInProblem {
  return Object.hasOwn(vi.failure, code)
}

function fail(error: unknown, request: FastifyRequest, reply: FastifyReply, onward = HOME): FastifyReply {
  if (!(error instanceof DomainError) || !isKnown(error.code)) throw error
  const back = (error instanceof SignInFailure ? error.returnTo : undefined) ?? onward
  const words = wordsFor(request, { vi, en }).failure[error.code]
  // The provider may remember the wrong account: it is asked to let the person choose again.
  const start = statusOf(error.code) === 403 ? '/desk/sign-in/start?again=1' : '/desk/sign-in'
  return reply.code(statusOf(error.code)).page(<SignInFailurePage words={words} againHref={withReturn(start, back)} />)
}

/** officers come in by the agency's own provider, and then prove a second factor. */
export const deskSignInRoutes: FastifyPluginAsync = async (app) => {
  app.get('/desk/sign-in', { config: { may: 'public' } }, async (request, reply) => {
    const onward = returnTo(request, HOME)
    if (request.viewer?.kind === 'officer') return reply.redirect(onward, 303)
    const ranOut = await howItRanOut(request, onward)
    const startHref = withReturn('/desk/sign-in/start', onward)
    return reply.page(<DeskSignInPage t={wordsFor(request, { vi, en })} startHref={startHref} ranOut={ranOut} />)
  })

  app.get('/desk/sign-in/start', { config: { may: 'public', rateLimit: THROTTLE } }, async (request, reply) => {
    const onward = returnTo(request, HOME)
    const again = (request.query as { again?: string }).again !== undefined
    try {
      return reply.redirect(await beginSignIn(request, reply, { kind: 'officer', returnTo: onward, again }), 303)
    } catch (error) {
      return fail(error, request, reply, onward)
    }
  })

  app.get(
    '/desk/sign-in/return',
    { config: { may: 'public', rateLimit: THROTTLE, audit: 'officer-session.begun' } },
    async (request, reply) => {
      try {
        const onward = await completeOfficer(request, reply)
        return reply.redirect(withReturn('/desk/second-factor', onward), 303)
      } catch (error) {
        return fail(error, request, reply)
      }
    },
  )
}
