import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { postedText } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { stopReminders } from '../../commands/choose.ts'
import { openStopLink } from '../../commands/stop-link.ts'
import { en } from '../../reminders.en.ts'
import { vi } from '../../reminders.vi.ts'
import { StopPage, StoppedPage } from './stop.view.tsx'

type StopRequest = FastifyRequest<{ Params: { token: string }; Querystring: { done?: string } }>

function linkOf({ agency, params }: StopRequest) {
  const link = openStopLink(agency.id, params.token)
  if (!link) throw new NotFound()
  return { ...link, path: `/reminders/stop/${params.token}` }
}

export const stopRoutes: FastifyPluginAsync = async (app) => {
  app.get('/reminders/stop/:token', { config: { may: 'public' } }, async (request: StopRequest, reply) => {
    const { kind, path } = linkOf(request)
    const t = wordsFor(request, { vi, en })
    if (request.query.done !== undefined) return reply.page(<StoppedPage path={path} t={t} />)
    return reply.page(<StopPage path={path} kind={kind} t={t} />)
  })

  app.post(
    '/reminders/stop/:token',
    { config: { may: 'public', audit: 'reminders.stopped' } },
    async (request: StopRequest, reply) => {
      const { path, ...link } = linkOf(request)
      await stopReminders(request.agency.id, link, postedText(request, 'scope') === 'all')
      return reply.redirect(`${path}?done`, 303)
    },
  )
}
