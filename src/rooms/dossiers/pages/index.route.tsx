import type { FastifyPluginAsync } from 'fastify'
import { applyRoutes } from './apply/apply.route.tsx'
import { checkRoutes } from './apply/check.route.tsx'
import { stepRoutes } from './apply/step.route.tsx'
import { submittedRoutes } from './apply/submitted.route.tsx'
import { ownDossierRoutes } from './my/dossier.route.tsx'
import { myRoutes } from './my/my.route.tsx'
import { supplementRoutes } from './my/supplement.route.tsx'
import { withdrawRoutes } from './my/withdraw.route.tsx'
import { trackRoutes } from './track/track.route.tsx'

const APPLYING = [applyRoutes, checkRoutes, stepRoutes, submittedRoutes]
const MINE = [myRoutes, ownDossierRoutes, supplementRoutes, withdrawRoutes]

/** Every page of this room. */
export const dossierRoutes: FastifyPluginAsync = async (app) => {
  for (const routes of [...APPLYING, ...MINE, trackRoutes]) await app.register(routes)
}
