import type { FastifyPluginAsync } from 'fastify'
import { wordsFor } from '#platform/i18n/index.ts'
import { buildReport } from '../commands/build-report.ts'
import { asJson } from '../report-json.ts'
import { en } from './conformance.en.ts'
import { vi } from './conformance.vi.ts'
import { ConformancePage } from './conformance.view.tsx'

/** `/conformance`, for everybody; `Accept: application/json` gives the report to machines. */
export const conformanceRoutes: FastifyPluginAsync = async (app) => {
  app.get('/conformance', { config: { may: 'public' } }, async (request, reply) => {
    const report = await buildReport(request.agency.id)
    if ((request.headers.accept ?? '').startsWith('application/json')) {
      return reply.header('vary', 'accept').send(asJson(request.agency, report))
    }
    const t = wordsFor(request, { vi, en })
    return reply.page(<ConformancePage report={report} language={request.language} t={t} />)
  })
}
