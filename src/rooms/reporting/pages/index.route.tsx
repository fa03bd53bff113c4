import type { FastifyPluginAsync } from 'fastify'
import { statisticsApiRoutes } from './api/statistics-api.route.tsx'
import { boardRoutes } from './board/board.route.tsx'
import { equalTreatmentRoutes } from './equal-treatment/equal-treatment.route.tsx'
import { openDataRoutes } from './open-data/open-data.route.tsx'
import { statisticsRoutes } from './statistics/statistics.route.tsx'

export const reportingRoutes: FastifyPluginAsync = async (app) => {
  await app.register(statisticsRoutes)
  await app.register(equalTreatmentRoutes)
  await app.register(openDataRoutes)
  await app.register(statisticsApiRoutes)
  await app.register(boardRoutes)
}
