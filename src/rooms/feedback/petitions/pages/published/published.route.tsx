import type { FastifyPluginAsync } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { firstOf, pageOf } from '../../../pages/asked.ts'
import { readPetition, readPublished } from '../../commands/publish.ts'
import { PER_PAGE } from '../../store/published.ts'
import { sharedWords } from '../said.ts'
import { en } from './published.en.ts'
import { vi } from './published.vi.ts'
import { PetitionPage, PetitionsPage } from './published.view.tsx'

type Query = Record<'q' | 'page', string | string[] | undefined>

/** What everybody may read of petitions. R-168 */
export const publishedPetitionRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>('/petitions', { config: { may: 'public' } }, async (request, reply) => {
    const asked = { query: firstOf(request.query.q).slice(0, 200), page: pageOf(request.query.page) }
    const published = await readPublished(request.agency.id, asked)
    const pages = Math.ceil(published.count / PER_PAGE)
    const words = { t: wordsFor(request, { vi, en }), says: sharedWords(request) }
    return reply.page(<PetitionsPage {...asked} pages={pages} published={published} {...words} />)
  })

  app.get<{ Params: { id: string } }>('/petitions/:id', { config: { may: 'public' } }, async (request, reply) => {
    const one = await readPetition(request.agency.id, request.params.id)
    if (!one) throw new NotFound()
    return reply.page(<PetitionPage one={one} t={wordsFor(request, { vi, en })} says={sharedWords(request)} />)
  })
}
