import type { FastifyPluginAsync } from 'fastify'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { latestRun } from '../../store/comparisons.ts'
import { procedureNames } from '../../store/names.ts'
import { en as saidEn } from '../shared/said.en.ts'
import { vi as saidVi } from '../shared/said.vi.ts'
import { en } from './equal-treatment.en.ts'
import { vi } from './equal-treatment.vi.ts'
import { EqualTreatmentPage } from './equal-treatment.view.tsx'

export const equalTreatmentRoutes: FastifyPluginAsync = async (app) => {
  app.get('/statistics/equal-treatment', { config: { may: 'public' } }, async (request, reply) => {
    const { id } = request.agency
    const { run, procedures } = await read(id, async (tx) => {
      const found = await latestRun(tx, id)
      const codes = new Set((found?.comparisons ?? []).map(({ procedureCode }) => procedureCode).filter(Boolean))
      return { run: found, procedures: await procedureNames(tx, [...codes]) }
    })
    const saying = { language: request.language, says: wordsFor(request, { vi: saidVi, en: saidEn }) }
    return reply.page(<EqualTreatmentPage {...{ run, procedures, saying }} t={wordsFor(request, { vi, en })} />)
  })
}
