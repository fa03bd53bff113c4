import type { FastifyPluginAsync } from 'fastify'
import { askRoutes } from './ask/ask.route.tsx'
import { deskQuestionRoutes } from './desk/desk.route.tsx'
import { mineRoutes } from './mine/mine.route.tsx'
import { questionPublicationRoutes } from './publication/publication.route.tsx'
import { publishedRoutes } from './published/published.route.tsx'

/** Questions and answers: asking, how it stands, the desk, what is published. R-169 */
export const questionRoutes: FastifyPluginAsync = async (app) => {
  await app.register(publishedRoutes)
  await app.register(askRoutes)
  await app.register(mineRoutes)
  await app.register(deskQuestionRoutes)
  await app.register(questionPublicationRoutes)
}
