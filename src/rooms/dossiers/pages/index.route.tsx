import type { FastifyPluginAsync } from 'fastify'
import { applyRoutes } from './apply/apply.route.tsx'
import { checkRoutes } from './apply/check.route.tsx'
import { stepRoutes } from './apply/step.route.tsx'
import { submittedRoutes } from './apply/submitted.route.tsx'
import { checkRoutes as counterCheckRoutes } from './counter/check.route.tsx'
import { chooseRoutes } from './counter/choose.route.tsx'
import { formRoutes } from './counter/form.route.tsx'
import { personRoutes } from './counter/person.route.tsx'
import { receivedRoutes } from './counter/received.route.tsx'
import { askRoutes } from './intake/ask.route.tsx'
import { receiveRoutes } from './intake/receive.route.tsx'
import { refuseRoutes } from './intake/refuse.route.tsx'
import { ownDossierRoutes } from './my/dossier.route.tsx'
import { myRoutes } from './my/my.route.tsx'
import { supplementRoutes } from './my/supplement.route.tsx'
import { withdrawRoutes } from './my/withdraw.route.tsx'
import { documentRoutes } from './papers/documents.route.tsx'
import { registerRoutes } from './register/register.route.tsx'
import { slipRoutes } from './slips/slips.route.tsx'
import { trackRoutes } from './track/track.route.tsx'

const APPLYING = [applyRoutes, checkRoutes, stepRoutes, submittedRoutes]
const MINE = [myRoutes, ownDossierRoutes, supplementRoutes, withdrawRoutes]
const DESK = [receiveRoutes, askRoutes, refuseRoutes, registerRoutes]
const COUNTER = [chooseRoutes, personRoutes, formRoutes, counterCheckRoutes, receivedRoutes]
const PAPERS = [slipRoutes, documentRoutes]

/** Every page of this room. */
export const dossierRoutes: FastifyPluginAsync = async (app) => {
  for (const routes of [...APPLYING, ...MINE, ...DESK, ...COUNTER, ...PAPERS, trackRoutes]) await app.register(routes)
}
