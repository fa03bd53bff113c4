import type { FastifyPluginAsync } from 'fastify'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getWithPlaces } from '../../commands/find.ts'
import { refOf } from '../../dossier.ts'
import { unitNamed } from '../../store/places.ts'
import { en } from './received.en.ts'
import { vi } from './received.vi.ts'
import { ReceivedPage } from './received.view.tsx'

export const receivedRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { ref: string } }>(
    '/desk/counter/received/:ref',
    { config: { may: 'desk-officer', audit: 'dossier.opened' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      const { dossier, competent } = await read(officer.agencyId, async (tx) => {
        const found = await getWithPlaces(tx, officer, request.params.ref)
        const unit = await unitNamed(tx, found.places, found.dossier.competentUnitId)
        return { dossier: found.dossier, competent: unit.name[request.language] }
      })
      // Filed at home meanwhile, it waits to be received like every other.
      if (!dossier.receivedAt) return reply.redirect(`/desk/dossiers/${refOf(dossier)}`, 303)
      const t = wordsFor(request, { vi, en })
      return reply.page(<ReceivedPage dossier={dossier} competent={competent} t={t} />, { area: 'desk' })
    },
  )
}
