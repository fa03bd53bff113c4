import type { FastifyPluginAsync } from 'fastify'
import { procedureRoute } from './procedure/procedure.route.tsx'
import { searchRoutes } from './search/search.route.tsx'
import { sitemapRoutes } from './sitemap/sitemap.route.tsx'

/** Search and browse, one procedure, the site maps and `robots.txt`. */
export const procedureRoutes: FastifyPluginAsync = async (app) => {
  await app.register(searchRoutes)
  await app.register(procedureRoute)
  await app.register(sitemapRoutes)
}
