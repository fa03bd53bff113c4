import type { FastifyPluginAsync } from 'fastify'
import { toLocal } from '#kernel/local-date.ts'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getWithPlaces } from '../../commands/find.ts'
import { refOf } from '../../dossier.ts'
import { unitNamed } from '../../store/places.ts'
import { estimateDue } from '../shared/estimate.ts'
import { serviceSays } from '../shared/service-says.ts'
import { en } from './submitted.en.ts'
import { vi } from './submitted.vi.ts'
import { SubmittedPage } from './submitted.view.tsx'

export const submittedRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { ref: string } }>(
    '/dossiers/:ref/submitted',
    { config: { may: 'citizen' } },
    async (request, reply) => {
      const citizen = requireCitizen(request)
      const { language } = request
      const submitted = await read(citizen.agencyId, async (tx) => {
        const { dossier, places } = await getWithPlaces(tx, citizen, request.params.ref)
        const unit = await unitNamed(tx, places, dossier.receivingUnitId)
        return {
          dossier,
          unit: unit.name[language],
          estimate: await estimateDue(tx, dossier, toLocal(dossier.submittedAt)),
          payable: (await serviceSays(tx, dossier, { language })).fees.total,
        }
      })
      // Once it has moved on, what is next stands on its own page.
      const moved = submitted.dossier.status !== 'submitted'
      if (moved) return reply.redirect(`/my/dossiers/${refOf(submitted.dossier)}`, 303)
      return reply.page(<SubmittedPage submitted={submitted} t={wordsFor(request, { vi, en })} />)
    },
  )
}
