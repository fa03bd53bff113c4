import type { FastifyPluginAsync } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { LEGAL_KINDS } from '../../legal-text.ts'
import { findLegalTexts, getLegalText, listResting } from '../../store/legal-texts.ts'
import { listedHits } from '../../store/listed.ts'
import { readAddress } from '../search/address.ts'
import { asOfferedHere } from '../shared/offered.ts'
import { en } from './legal-texts.en.ts'
import { vi } from './legal-texts.vi.ts'
import { HERE, LegalTextPage, LegalTextsPage } from './legal-texts.view.tsx'

const PAGE = 20

/** The texts that procedures rest on: a list to search, and a page for each. R-012 */
export const legalTextRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Record<string, unknown> }>(HERE, { config: { may: 'public' } }, async (request, reply) => {
    const { query, page } = readAddress(request.query)
    const kind = LEGAL_KINDS.find((one) => one === request.query.kind)
    const found = await read(request.agency.id, (tx) =>
      findLegalTexts(tx, { query, kind, offset: (page - 1) * PAGE, limit: PAGE }),
    )
    const shown = { found, query, kind, page, pages: Math.ceil(found.total / PAGE), t: wordsFor(request, { vi, en }) }
    return reply.page(<LegalTextsPage {...shown} />)
  })

  app.get<{ Params: { slug: string }; Querystring: Record<string, unknown> }>(
    `${HERE}/:slug`,
    { config: { may: 'public' } },
    async (request, reply) => {
      const { id: agencyId, code } = request.agency
      const { page } = readAddress(request.query)
      const { text, hits } = await read(agencyId, async (tx) => {
        const text = await getLegalText(tx, request.params.slug)
        const codes = await listResting(tx, text.slug, { offset: (page - 1) * PAGE, limit: PAGE })
        return { text, hits: await listedHits(tx, agencyId, codes) }
      })
      const offered = asOfferedHere(hits, { agency: code, on: today() })
      const pages = Math.ceil(text.procedures / PAGE)
      return reply.page(
        <LegalTextPage text={text} hits={offered} page={page} pages={pages} t={wordsFor(request, { vi, en })} />,
      )
    },
  )
}
