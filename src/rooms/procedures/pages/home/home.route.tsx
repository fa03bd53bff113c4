import type { FastifyPluginAsync } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { COMMON_FIELDS } from '../../search/commonness.ts'
import { listAppliable } from '../../store/listed.ts'
import { getPublicVersion } from '../../store/public-version.ts'
import { searchProcedures } from '../../store/search.ts'
import { asOfferedHere } from '../shared/offered.ts'
import type { WithParts } from '../shared/public-parts.ts'
import { en } from './home.en.ts'
import { vi } from './home.vi.ts'
import { HomePage } from './home.view.tsx'

const MOST_SERVICES = 8
const MOST_FIELDS = 10

/** Fields of daily life that the catalogue has; the largest fill what is left. */
function nearFields(fields: [name: string, count: number][]): [name: string, count: number][] {
  const counts = new Map(fields)
  const near = COMMON_FIELDS.filter((name) => counts.has(name))
  const names = [...new Set([...near, ...counts.keys()])].slice(0, MOST_FIELDS)
  return names.map((name) => [name, counts.get(name) ?? 0])
}

export const homeRoutes: FastifyPluginAsync<WithParts> = async (app, { parts }) => {
  app.get('/', { config: { may: 'public' } }, async (request, reply) => {
    const t = wordsFor(request, { vi, en })
    const { id, code } = request.agency
    return reply.cachedPage(getPublicVersion, () =>
      read(id, async (tx) => {
        const here = asOfferedHere(await listAppliable(tx, id, MOST_SERVICES), { agency: code, on: today() })
        const { facets, total } = await searchProcedures(tx, id, { query: '', limit: 0 })
        const fields = nearFields(facets.fields)
        const beside = await parts?.besideHome?.({ agencyId: id, language: request.language })
        return <HomePage t={t} here={here} audiences={facets.audiences} fields={fields} total={total} beside={beside} />
      }),
    )
  })
}
