import type { FastifyPluginAsync } from 'fastify'
import { wishListRoutes } from './list/list.route.tsx'
import { wishRoutes } from './wish/wish.route.tsx'

/** Asking for a procedure to go online, and what is asked for most. */
export const onlineWishRoutes: FastifyPluginAsync = async (app) => {
  await app.register(wishRoutes)
  await app.register(wishListRoutes)
}
