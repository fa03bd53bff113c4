import type { FastifyPluginAsync } from 'fastify'
import { allocationRoutes } from './figures/allocation.route.tsx'
import { completionRoutes } from './figures/completions.route.tsx'
import { quarterRoutes } from './figures/quarter.route.tsx'
import { settlementRoutes } from './figures/settlement.route.tsx'
import { lineRoutes } from './line/line.route.tsx'
import { planRoutes } from './plan/plan.route.tsx'
import { plansRoutes } from './plans/plans.route.tsx'
import { publicFundingRoutes } from './public/funding.route.tsx'
import { reportRoutes } from './reports/reports.route.tsx'

/** Every page of the room. */
export const fundingPlanRoutes: FastifyPluginAsync = async (app) => {
  for (const routes of [plansRoutes, planRoutes, lineRoutes, allocationRoutes, quarterRoutes, settlementRoutes]) {
    await app.register(routes)
  }
  await app.register(completionRoutes)
  await app.register(reportRoutes)
  await app.register(publicFundingRoutes)
}
