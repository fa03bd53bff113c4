import type { FastifyPluginAsync } from 'fastify'
import { DomainError } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { searchProcedures } from '../../store/search.ts'
import { dayAsked, readProcedure } from '../procedure/procedure.route.tsx'
import { publicRecord } from '../procedure/public-record.ts'
import { LONGEST_QUERY } from '../search/address.ts'
import { MOST, procedureSchema, searchSchema } from './procedures-api.schema.ts'

interface SearchQuery {
  q?: string | string[]
  limit?: string
  cursor?: string
}

/** `GET /api/v1/procedures` and `GET /api/v1/procedures/{code}`. Problems are `application/problem+json`. */
export const procedureApiRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: SearchQuery }>(
    '/api/v1/procedures',
    { config: { may: 'public' }, schema: searchSchema },
    async (request) => {
      const { q = '', limit, cursor } = request.query
      const query = String(q).normalize('NFC').slice(0, LONGEST_QUERY)
      const count = limit === undefined ? 20 : Number(limit)
      if (!Number.isInteger(count) || count < 1 || count > MOST)
        throw new DomainError('procedures.limit-invalid', { most: MOST })
      const offset = cursor === undefined ? 0 : readCursor(cursor)
      const { hits, total } = await read(request.agency.id, (tx) =>
        searchProcedures(tx, request.agency.id, { query, limit: count, offset }),
      )
      const end = offset + hits.length
      return {
        total,
        items: hits.map(({ code, name, score, level, appliable, card }) => {
          return {
            code,
            name,
            score: Number(score.toFixed(4)),
            level,
            appliable,
            field: card.field,
            publisher: card.publisher,
          }
        }),
        next: hits.length > 0 && end < total ? writeCursor(end) : null,
      }
    },
  )

  app.get<{ Params: { code: string }; Querystring: { on?: string | string[] } }>(
    '/api/v1/procedures/:code',
    { config: { may: 'public' }, schema: procedureSchema },
    async (request) => {
      const { procedure, versions, syncedAt } = await readProcedure(
        request.agency.id,
        request.params.code,
        dayAsked(request),
      )
      return publicRecord(procedure, versions, syncedAt)
    },
  )
}

function writeCursor(offset: number): string {
  return Buffer.from(`o${offset}`).toString('base64url')
}

function readCursor(cursor: string): number {
  const offset = /^o(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1]
  if (offset === undefined) throw new DomainError('procedures.cursor-invalid')
  return Number(offset)
}
