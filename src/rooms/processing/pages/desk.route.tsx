import type { FastifyPluginAsync } from 'fastify'
import { controlSlipRoutes } from './control-slip/control-slip.route.tsx'
import { workspaceRoutes } from './dossier/dossier.route.tsx'
import { handOverRoutes } from './hand-over/hand-over.route.tsx'
import { queueRoutes } from './queue/queue.route.tsx'

/** The officers' room: queues and the workspace of one dossier. */
export const deskRoutes: FastifyPluginAsync = async (app) => {
  await app.register(queueRoutes)
  await app.register(workspaceRoutes)
  await app.register(handOverRoutes)
  await app.register(controlSlipRoutes)
}
