import type { FastifyPluginAsync } from 'fastify'
import { openApiOf } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { en } from './api.en.ts'
import { vi } from './api.vi.ts'
import { ApiPage } from './api.view.tsx'

/** `/api` for people and `/api/openapi.json` for machines. R-192 */
export const apiRoutes: FastifyPluginAsync = async (app) => {
  app.get('/api', { config: { may: 'public' } }, async (request, reply) =>
    reply.page(<ApiPage t={wordsFor(request, { vi, en })} document={openApiOf(app, request.origin)} />),
  )
  app.get('/api/openapi.json', { config: { may: 'public' } }, async (request, reply) =>
    reply.header('access-control-allow-origin', '*').send(openApiOf(app, request.origin)),
  )
}
