import type { FastifyPluginAsync } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import { read } from '#platform/db/index.ts'
import { listDocuments, sendDocument } from '#rooms/documents/index.ts'
import { getDossier } from '../../commands/find.ts'
import { listLinks } from '../../store/dossiers.ts'

/** A paper of a dossier, byte for byte: for its owner and for officers of its units. */
export const documentRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { ref: string; id: string } }>(
    '/dossiers/:ref/documents/:id',
    { config: { may: 'public', audit: 'document.opened' } },
    async (request, reply) => {
      const { viewer, params } = request
      if (!viewer) return reply.redirect(`/sign-in?return=${encodeURIComponent(request.url)}`, 303)
      const document = await read(viewer.agencyId, async (tx) => {
        const dossier = await getDossier(tx, viewer, params.ref)
        const linked = (await listLinks(tx, dossier)).some(({ documentId }) => documentId === params.id)
        if (!isId(params.id) || !linked) throw new NotFound('dossiers.no-such-document')
        return (await listDocuments(tx, dossier.agencyId, [params.id]))[0]
      })
      if (!document) throw new NotFound('dossiers.no-such-document')
      return sendDocument(reply, document)
    },
  )
}
