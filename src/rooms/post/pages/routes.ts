import type { FastifyPluginAsync } from 'fastify'
import { itemRoutes } from './item/item.route.tsx'
import { listRoutes } from './list/list.route.tsx'
import { mineRoutes } from './mine/mine.route.tsx'
import { webhookRoutes } from './webhook/webhook.route.tsx'

/** The desk's post, the person's tracking, and where a carrier tells its moves. */
export const postRoutes: FastifyPluginAsync = async (app) => {
  await app.register(listRoutes)
  await app.register(itemRoutes)
  await app.register(mineRoutes)
  await app.register(webhookRoutes)
}
