import type { FastifyPluginAsync } from 'fastify'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listNotices } from '../../store/notices.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { MessagesPage } from './messages.view.tsx'

export const inboxRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: { saved?: string } }>(
    '/my/messages',
    { config: { may: 'citizen' } },
    async (request, reply) => {
      const { agencyId, personId } = requireCitizen(request)
      const notices = await read(agencyId, (tx) => listNotices(tx, personId))
      const isSaved = request.query.saved !== undefined
      return reply.page(<MessagesPage notices={notices} isSaved={isSaved} t={wordsFor(request, { vi, en })} />)
    },
  )
}
