import type { FastifyPluginAsync } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import { read } from '#platform/db/index.ts'
import { listDocuments, sendDocument } from '#rooms/documents/index.ts'
import { getDossier } from '../../commands/find.ts'
import { listLinks } from '../../store/dossiers.ts'

/** A paper of a dossier, for whoever may see the dossier: its owner and the officers of its units. */
export const paperRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { code: string; id: string } }>(
    '/dossiers/:code/documents/:id',
    { config: { may: 'public', audit: 'dossier-document.opened' } },
    async (request, reply) => {
      const { viewer, params } = request
      if (!viewer) return reply.redirect(`/sign-in?return=${encodeURIComponent(request.url)}`, 303)
      const document = await read(viewer.agencyId, async (tx) => {
        const dossier = await getDossier(tx, viewer, params.code)
        const linked =
          isId(params.id) && (await listLinks(tx, dossier)).some(({ documentId }) => documentId === params.id)
        return linked ? (await listDocuments(tx, viewer.agencyId, [params.id]))[0] : undefined
      })
      if (!document) throw new NotFound('dossiers.no-such-document')
      return sendDocument(reply, document)
    },
  )
}
