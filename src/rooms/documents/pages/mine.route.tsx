import type { FastifyPluginAsync } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { listDocuments } from '../store.ts'
import { sendDocument } from './send.route.tsx'

/** The person's own files, before and after they are part of a dossier. */
export const documentRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { id: string } }>(
    '/my/documents/:id',
    { config: { may: 'citizen', audit: 'document.opened' } },
    async (request, reply) => {
      const { agencyId, personId } = requireCitizen(request)
      const { id } = request.params
      const [document] = isId(id) ? await read(agencyId, (tx) => listDocuments(tx, agencyId, [id])) : []
      if (document?.ownerPersonId !== personId) throw new NotFound()
      return sendDocument(reply, document)
    },
  )
}
