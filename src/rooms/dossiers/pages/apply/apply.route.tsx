import type { FastifyPluginAsync } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { startDraft } from '#rooms/forms/index.ts'
import { getProcedure } from '#rooms/procedures/index.ts'
import { en } from './apply.en.ts'
import { vi } from './apply.vi.ts'
import { BarredPage } from './apply.view.tsx'
import { barFor, firstUnanswered, prepareApplying, stepAddress } from './applying.ts'

/** The door of an application: may this account apply, and where did it stop last time. */
export const applyRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { code: string } }>(
    '/procedures/:code/apply',
    { config: { may: 'citizen', audit: 'draft.opened' } },
    async (request, reply) => {
      const citizen = requireCitizen(request)
      const { code } = request.params
      const applying = await read(citizen.agencyId, async (tx) => {
        const { offer } = await getProcedure(tx, citizen.agencyId, code)
        if (offer && offer.intake !== 'own') throw new NotFound('procedures.service-not-installed', { code })
        return prepareApplying(tx, citizen, code)
      })
      const bar = barFor(applying, citizen)
      if (bar) {
        const t = wordsFor(request, { vi, en })
        return reply.code(403).page(<BarredPage applying={applying} bar={bar} who={citizen.name} t={t} />)
      }
      const { service, context } = applying
      const draft = await startDraft(citizen, {
        procedureCode: code,
        serviceVersion: service.package.service.version,
        language: request.language,
        form: service.form,
        context,
      })
      const resumed = draft.revision > 1 ? '?resumed=1' : ''
      return reply.redirect(stepAddress(code, firstUnanswered(applying, draft), resumed), 303)
    },
  )
}
