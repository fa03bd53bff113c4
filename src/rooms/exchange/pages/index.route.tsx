import type { FastifyPluginAsync } from 'fastify'
import { connectionRoutes } from './connections/connections.route.tsx'
import { figureRoutes } from './figures/figures.route.tsx'
import { ledgerRoutes } from './ledger/ledger.route.tsx'
import { messageRoutes } from './message/message.route.tsx'
import { reconciliationRoutes } from './reconciliation/reconciliation.route.tsx'

/** The administrators' pages of the ledger. */
export const exchangeRoutes: FastifyPluginAsync = async (app) => {
  await app.register(connectionRoutes)
  await app.register(ledgerRoutes)
  await app.register(figureRoutes)
  await app.register(reconciliationRoutes)
  await app.register(messageRoutes)
}
