import { sql } from 'kysely'
import { config } from '#platform/config/index.ts'
import { asInstallation, closeDatabase, connectDatabase } from '#platform/db/index.ts'
import { createServer, loadAssets } from '#platform/http/index.ts'
import { log } from '#platform/log/index.ts'
import { findHost } from '#rooms/agencies/index.ts'
import { conformanceRoutes } from '#rooms/conformance/index.ts'
import { documentRoutes } from '#rooms/documents/index.ts'
import { dossierRoutes } from '#rooms/dossiers/index.ts'
import { agencyPortalRoutes, exchangeRoutes, nationalInboundRoutes } from '#rooms/exchange/index.ts'
import { onlineWishRoutes, petitionRoutes, questionRoutes, ratingRoutes, surveyRoutes } from '#rooms/feedback/index.ts'
import { fundingPlanRoutes } from '#rooms/funding-plans/index.ts'
import { audit, authorise, findViewer, identityRoutes } from '#rooms/identity/index.ts'
import { messageRoutes } from '#rooms/notifications/index.ts'
import { postRoutes } from '#rooms/post/index.ts'
import { homeRoutes, procedureApiRoutes, procedureRoutes } from '#rooms/procedures/index.ts'
import { deskRoutes } from '#rooms/processing/index.ts'
import { reportingRoutes } from '#rooms/reporting/index.ts'
import { resultRoutes } from '#rooms/results/index.ts'
import { openServer } from './database.ts'
import { errorPage } from './error-page.tsx'
import { learnPlaces, menuOf, placeOf } from './navigation.ts'
import { readyAdapters } from './outside.ts'
import { manageRoutes } from './pages/manage/manage.route.tsx'
import { stopGracefully, tellReady } from './process.ts'
import { publicParts } from './public-parts.tsx'
import { staticPageRoutes } from './static-pages.tsx'
import { watchCatalogue } from './watch-catalogue.ts'

async function checkReady(): Promise<void> {
  await asInstallation((tx) => sql`select motcua.agency()`.execute(tx))
}

/** Serves pages until told to stop; then finishes what it accepted. */
export async function serve(): Promise<void> {
  const database = await openServer()
  connectDatabase(database.address, config.DATABASE_POOL)
  readyAdapters()
  const catalogue = await watchCatalogue(database.address)
  const app = await createServer({
    findHost,
    findViewer: async (request) => learnPlaces(await findViewer(request)),
    authorise,
    audit,
    checkReady,
    assets: await loadAssets(),
    pages: { menu: menuOf, place: placeOf, lastSync: catalogue.lastSync },
    errorPages: errorPage,
    routes: [
      (app) => homeRoutes(app, { parts: publicParts }),
      (app) => procedureRoutes(app, { parts: publicParts }),
      procedureApiRoutes,
      identityRoutes,
      documentRoutes,
      dossierRoutes,
      deskRoutes,
      resultRoutes,
      messageRoutes,
      reportingRoutes,
      ratingRoutes,
      onlineWishRoutes,
      surveyRoutes,
      questionRoutes,
      petitionRoutes,
      postRoutes,
      agencyPortalRoutes,
      nationalInboundRoutes,
      exchangeRoutes,
      conformanceRoutes,
      manageRoutes,
      fundingPlanRoutes,
      staticPageRoutes,
    ],
  })
  await app.listen({ port: config.PORT, host: config.HOST })
  log.info({ port: config.PORT }, 'web is up')
  tellReady()
  stopGracefully(async () => {
    await app.close()
    await catalogue.stop()
    await closeDatabase()
    await database.stop()
  })
}
