import type { FastifyPluginAsync } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { en } from './dossier.en.ts'
import { vi } from './dossier.vi.ts'
import { ApplicationPage, OwnDossierPage } from './dossier.view.tsx'
import { gatherOwn } from './own-dossier.ts'

interface RefParams {
  Params: { ref: string }
}

export const ownDossierRoutes: FastifyPluginAsync = async (app) => {
  app.get<RefParams>('/my/dossiers/:ref', { config: { may: 'citizen' } }, async (request, reply) => {
    const citizen = requireCitizen(request)
    const of = { ref: request.params.ref, language: request.language }
    const own = await read(citizen.agencyId, (tx) => gatherOwn(tx, citizen, of))
    return reply.page(<OwnDossierPage own={own} today={today()} t={wordsFor(request, { vi, en })} />)
  })

  app.get<RefParams>('/my/dossiers/:ref/application', { config: { may: 'citizen' } }, async (request, reply) => {
    const citizen = requireCitizen(request)
    const of = { ref: request.params.ref, language: request.language }
    const own = await read(citizen.agencyId, (tx) => gatherOwn(tx, citizen, of))
    return reply.page(<ApplicationPage own={own} t={wordsFor(request, { vi, en })} />)
  })
}
