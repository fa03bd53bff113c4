import type { FastifyPluginAsync } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listedResult } from '../../store/listed.ts'
import { searchProcedures } from '../../store/search.ts'
import { findLifeEvent } from '../home/life-events.ts'
import { asOfferedHere } from '../shared/offered.ts'
import { readAddress, type SearchAddress } from './address.ts'
import { en } from './search.en.ts'
import { vi } from './search.vi.ts'
import { SearchPage } from './search.view.tsx'

const PAGE = 20
/** A list that is read at a glance. */
const SUGGESTED = 6
/** All of one field on one page, so that any of them is a press away; the largest field has 564. */
const WHOLE_FIELD = 1000

export const searchRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Record<string, unknown> }>(
    '/procedures/suggestions',
    { config: { may: 'public' } },
    async (request, reply) => {
      const { query } = readAddress(request.query)
      const asked = { query, limit: SUGGESTED, unfinished: true }
      const { hits } = await read(request.agency.id, async (tx) => {
        return query === '' ? { hits: [] } : searchProcedures(tx, request.agency.id, asked)
      })
      const said = wordsFor(request, { vi, en }).suggestions(String(hits.length))
      const items = hits.map(({ code, name }) => ({ href: `/procedures/${encodeURIComponent(code)}`, name }))
      return reply.header('cache-control', 'private, max-age=60').send({ items, said })
    },
  )

  app.get<{ Querystring: Record<string, unknown> }>(
    '/procedures',
    { config: { may: 'public' } },
    async (request, reply) => {
      const address = readAddress(request.query)
      const t = wordsFor(request, { vi, en })
      const compact = address.query === '' && address.field !== undefined && address.publisher === undefined
      const limit = compact ? WHOLE_FIELD : PAGE
      const event = address.event === undefined ? undefined : findLifeEvent(address.event)
      const result = await read(request.agency.id, async (tx) => {
        const listed = event && (await listedResult(tx, request.agency.id, event.codes))
        if (listed && listed.total > 0) return listed
        return searchProcedures(tx, request.agency.id, searchOf(address, { limit, fallback: event?.query ?? '' }))
      })
      const hits = asOfferedHere(result.hits, { agency: request.agency.code, on: today() })
      const pages = Math.ceil(result.total / limit)
      const eventName = event?.name[request.language]
      return reply.page(<SearchPage {...{ t, address, result: { ...result, hits }, pages, compact, eventName }} />)
    },
  )
}

function searchOf(address: SearchAddress, { limit, fallback }: { limit: number; fallback: string }) {
  const { query, audiences, levels, field, publisher, literal, page } = address
  return { query: query || fallback, audiences, levels, field, publisher, literal, limit, offset: (page - 1) * limit }
}
