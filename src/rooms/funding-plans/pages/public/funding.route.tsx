import type { FastifyPluginAsync } from 'fastify'
import { wordsFor } from '#platform/i18n/index.ts'
import { listPublished } from '../../commands/look.ts'
import { en } from './funding.en.ts'
import { vi } from './funding.vi.ts'
import { FundingPage } from './funding.view.tsx'

/** The publication page, for everybody. */
export const publicFundingRoutes: FastifyPluginAsync = async (app) => {
  app.get('/funding', { config: { may: 'public' } }, async (request, reply) => {
    const plans = await listPublished(request.agency.id)
    return reply.page(<FundingPage plans={plans} language={request.language} t={wordsFor(request, { vi, en })} />)
  })
}
