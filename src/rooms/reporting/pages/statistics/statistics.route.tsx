import type { FastifyPluginAsync } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { findUnitByCode } from '#rooms/agencies/index.ts'
import { readOverview } from '../../commands/overview.ts'
import { en as saidEn } from '../shared/said.en.ts'
import { vi as saidVi } from '../shared/said.vi.ts'
import { monthsAsked, type Query, textIn } from './asked.ts'
import { en } from './statistics.en.ts'
import { vi } from './statistics.vi.ts'
import { StatisticsPage } from './statistics.view.tsx'

const SOME = 10
const EVERY = 10_000

/** `/statistics`: for everybody. */
export const statisticsRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: Query }>('/statistics', { config: { may: 'public' } }, async (request, reply) => {
    const { query, language, agency, viewer } = request
    const t = wordsFor(request, { vi, en })
    const asked = monthsAsked(query, today(), t.wrongOrder)
    const procedureCode = textIn(query, 'procedure') || undefined
    const all = textIn(query, 'all') !== ''
    const { overview, unit } = await read(agency.id, async (tx) => {
      const found = await findUnitByCode(tx, textIn(query, 'unit'))
      const wanted = {
        agencyId: agency.id,
        period: asked.period,
        procedureCode,
        unit: found?.id,
        most: all ? EVERY : SOME,
      }
      return { overview: await readOverview(tx, wanted), unit: found }
    })
    const saying = { language, says: wordsFor(request, { vi: saidVi, en: saidEn }) }
    const answer = asked.errors.length > 0 ? reply.code(422) : reply
    return answer.page(
      <StatisticsPage
        {...{ overview, asked, unit, procedureCode, all, saying, t }}
        officer={viewer?.kind === 'officer'}
      />,
    )
  })
}
