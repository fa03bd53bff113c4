import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { DomainError } from '#kernel/errors.ts'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { findUnitByCode } from '#rooms/agencies/index.ts'
import { type PublicAnswer, readPublic } from '../../commands/overview.ts'
import { csvOf, jsonOf } from '../../published-json.ts'
import type { Question } from '../../store/figures.ts'
import { type Query, questionIn } from './question.ts'
import { statisticsSchema } from './statistics-api.schema.ts'

type Asking = FastifyRequest<{ Querystring: Query }>

function answer({ query, agency }: Asking): Promise<PublicAnswer & { question: Question }> {
  const question = questionIn(query, agency.id, today())
  return read(agency.id, async (tx) => {
    const unit = question.unit === undefined ? undefined : await findUnitByCode(tx, question.unit)
    if (question.unit !== undefined && !unit) throw new DomainError('reporting.unit-unknown')
    return { question, ...(await readPublic(tx, { ...question, unit: unit?.id })) }
  })
}

/** Open figures for programs: `GET /api/v1/statistics`, and the same as CSV. Anybody, from any site. R-193 */
export const statisticsApiRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>(
    '/api/v1/statistics',
    { config: { may: 'public' }, schema: statisticsSchema },
    async (request, reply) => {
      const { question, total, rows, names, countedAt } = await answer(request)
      reply.header('access-control-allow-origin', '*')
      return {
        ...question.period,
        by: question.by,
        countedAt: countedAt?.toISOString() ?? null,
        total: jsonOf(total),
        rows: rows.map((row) => jsonOf(row, names.get(row.key))),
      }
    },
  )
  app.get<{ Querystring: Query }>(
    '/open-data/statistics.csv',
    { config: { may: 'public' } },
    async (request, reply) => {
      const { total, rows, names } = await answer(request)
      const lines = [...rows.map((row) => jsonOf(row, names.get(row.key))), jsonOf(total)]
      return reply
        .type('text/csv; charset=utf-8')
        .header('access-control-allow-origin', '*')
        .header('content-disposition', 'attachment; filename="statistics.csv"')
        .send(csvOf(lines))
    },
  )
}
