import type { FastifyPluginAsync } from 'fastify'
import { eligibilityRoutes } from './eligibility/eligibility.route.tsx'
import { intakeRoutes } from './intake/intake.route.tsx'
import { legalTextRoutes } from './legal-texts/legal-texts.route.tsx'
import { procedureRoute } from './procedure/procedure.route.tsx'
import { searchRoutes } from './search/search.route.tsx'
import { searchWordsRoutes } from './search-words/search-words.route.tsx'
import type { WithParts } from './shared/public-parts.ts'
import { sitemapRoutes } from './sitemap/sitemap.route.tsx'

/** Search and browse, one procedure, who takes it in, the site maps and `robots.txt`. */
export const procedureRoutes: FastifyPluginAsync<WithParts> = async (app, { parts }) => {
  await app.register(searchRoutes)
  await app.register(procedureRoute, { ...(parts ? { parts } : {}) })
  await app.register(eligibilityRoutes)
  await app.register(sitemapRoutes)
  await app.register(intakeRoutes)
  await app.register(legalTextRoutes)
  await app.register(searchWordsRoutes)
}
