import type { FastifyPluginAsync } from 'fastify'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listAppliable } from '../../store/listed.ts'
import { getPublicVersion } from '../../store/public-version.ts'
import { searchProcedures } from '../../store/search.ts'
import { en } from './home.en.ts'
import { vi } from './home.vi.ts'
import { HomePage } from './home.view.tsx'

const MOST_SERVICES = 8
const MOST_FIELDS = 10

export const homeRoutes: FastifyPluginAsync = async (app) => {
  app.get('/', { config: { may: 'public' } }, async (request, reply) => {
    const t = wordsFor(request, { vi, en })
    const { id } = request.agency
    const version = await getPublicVersion()
    return reply.cachedPage(version, () =>
      read(id, async (tx) => {
        const here = await listAppliable(tx, id, MOST_SERVICES)
        const { facets, total } = await searchProcedures(tx, id, { query: '', limit: 0 })
        const fields = facets.fields.slice(0, MOST_FIELDS)
        return <HomePage t={t} here={here} audiences={facets.audiences} fields={fields} total={total} />
      }),
    )
  })
}
