import type { FastifyPluginAsync } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getAskedByLink, listMyQuestions, questionPath } from '../../commands/ask.ts'
import { en } from './mine.en.ts'
import { vi } from './mine.vi.ts'
import { MinePage, MyQuestionsPage } from './mine.view.tsx'

const SLOWLY = { max: 60, timeWindow: '1 minute' }

/** How a question stands, for whoever asked it. */
export const mineRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { token: string }; Querystring: { sent?: string } }>(
    '/questions/mine/:token',
    { config: { may: 'public', rateLimit: SLOWLY } },
    async (request, reply) => {
      const { token } = request.params
      const asked = await getAskedByLink(request.agency.id, token)
      const props = { asked, sent: request.query.sent !== undefined, today: today(), path: `/questions/mine/${token}` }
      return reply.page(<MinePage {...props} t={wordsFor(request, { vi, en })} />)
    },
  )

  app.get('/my/questions', { config: { may: 'citizen' } }, async (request, reply) => {
    const citizen = requireCitizen(request)
    const questions = await listMyQuestions(citizen)
    const pathOf = ({ id }: { id: string }) => questionPath(citizen.agencyId, id)
    return reply.page(<MyQuestionsPage questions={questions} pathOf={pathOf} t={wordsFor(request, { vi, en })} />)
  })
}
