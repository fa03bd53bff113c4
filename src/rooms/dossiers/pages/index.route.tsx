import type { FastifyPluginAsync } from 'fastify'
import { applyRoutes } from './apply/apply.route.tsx'
import { checkRoutes } from './apply/check.route.tsx'
import { stepRoutes } from './apply/step.route.tsx'
import { submittedRoutes } from './apply/submitted.route.tsx'
import { trackRoutes } from './track/track.route.tsx'

/** Every page of this room. */
export const dossierRoutes: FastifyPluginAsync = async (app) => {
  for (const routes of [applyRoutes, checkRoutes, stepRoutes, submittedRoutes, trackRoutes]) await app.register(routes)
}
