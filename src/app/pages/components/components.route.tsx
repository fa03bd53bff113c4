import type { FastifyPluginAsync } from 'fastify'
import { wordsFor } from '#platform/i18n/index.ts'
import { en } from './components.en.ts'
import { vi } from './components.vi.ts'
import { ComponentsPage } from './components.view.tsx'

/** Every component in its states, in the language of the host: what a change of the style sheet is looked at with. */
export const componentRoutes: FastifyPluginAsync = async (app) => {
  app.get('/manage/components', { config: { may: 'public' } }, async (request, reply) =>
    reply.page(<ComponentsPage t={wordsFor(request, { vi, en })} />),
  )
}
