import type { FastifyPluginAsync } from 'fastify'
import { mineRoutes } from './mine/mine.route.tsx'
import { ruleRoutes } from './rules/rules.route.tsx'
import { stopRoutes } from './stop/stop.route.tsx'

/** What is known and asked for, how to have no more of it, and the rules behind it. */
export const reminderRoutes: FastifyPluginAsync = async (app) => {
  await app.register(mineRoutes)
  await app.register(stopRoutes)
  await app.register(ruleRoutes)
}
