import type { FastifyPluginAsync } from 'fastify'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listNotices } from '../../store.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { MessagesPage } from './messages.view.tsx'

export const messageRoutes: FastifyPluginAsync = async (app) => {
  app.get('/my/messages', { config: { may: 'citizen' } }, async (request, reply) => {
    const { agencyId, personId } = requireCitizen(request)
    const notices = await read(agencyId, (tx) => listNotices(tx, personId))
    return reply.page(<MessagesPage notices={notices} t={wordsFor(request, { vi, en })} />)
  })
}
