import type { FastifyPluginAsync } from 'fastify'
import { codeRoutes } from './code/code.route.tsx'
import { rateRoutes } from './rate/rate.route.tsx'
import { satisfactionRoutes } from './satisfaction/satisfaction.route.tsx'

/** Rating one dossier, the code at the counter, and what the sums say. */
export const ratingRoutes: FastifyPluginAsync = async (app) => {
  await app.register(rateRoutes)
  await app.register(codeRoutes)
  await app.register(satisfactionRoutes)
}
