import type { FastifyPluginAsync } from 'fastify'
import { answerRoutes } from './answer/answer.route.tsx'
import { buildRoutes } from './build/build.route.tsx'
import { resultRoutes } from './results/results.route.tsx'

/** Asking the public, being answered, and what it brought. */
export const surveyRoutes: FastifyPluginAsync = async (app) => {
  await app.register(answerRoutes)
  await app.register(buildRoutes)
  await app.register(resultRoutes)
}
