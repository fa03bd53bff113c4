import type { FastifyPluginAsync } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { firstOf, pageOf } from '../../../pages/asked.ts'
import { procedureNamed } from '../../commands/ask.ts'
import { readAnswer, readPublished } from '../../commands/publish.ts'
import { PER_PAGE } from '../../store/published.ts'
import { en } from './published.en.ts'
import { vi } from './published.vi.ts'
import { AnswerPage, QuestionsPage } from './published.view.tsx'

type Query = Record<'q' | 'procedure' | 'page', string | string[] | undefined>

const LONGEST_QUERY = 200

/** What everybody may read. */
export const publishedRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>('/questions', { config: { may: 'public' } }, async (request, reply) => {
    const { agency } = request
    const query = firstOf(request.query.q).slice(0, LONGEST_QUERY)
    const page = pageOf(request.query.page)
    const code = firstOf(request.query.procedure)
    const name = code ? await read(agency.id, (tx) => procedureNamed(tx, code)) : undefined
    const procedure = name && { code, name }
    const { answers, count } = await readPublished(agency.id, { query, page, procedureCode: procedure?.code })
    const asked = { query, page, procedure, pages: Math.ceil(count / PER_PAGE) }
    return reply.page(<QuestionsPage asked={asked} answers={answers} count={count} t={wordsFor(request, { vi, en })} />)
  })

  app.get<{ Params: { id: string } }>('/questions/:id', { config: { may: 'public' } }, async (request, reply) => {
    const one = await readAnswer(request.agency.id, request.params.id)
    if (!one) throw new NotFound()
    return reply.page(<AnswerPage one={one} t={wordsFor(request, { vi, en })} />)
  })
}
