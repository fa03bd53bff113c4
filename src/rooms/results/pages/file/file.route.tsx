import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import { read } from '#platform/db/index.ts'
import { openFile } from '#platform/files/index.ts'
import { requireCitizen, requireOfficer } from '#platform/http/index.ts'
import { getDossier } from '#rooms/dossiers/index.ts'
import { fileName, type Result } from '../../result.ts'
import { findResult } from '../../store.ts'

interface IdParams {
  Params: { id: string }
}

export const fileRoutes: FastifyPluginAsync = async (app) => {
  app.get<IdParams>(
    '/my/results/:id/file',
    { config: { may: 'citizen', audit: 'result.downloaded' } },
    async (request, reply) => {
      const { agencyId, personId } = requireCitizen(request)
      const result = await issued(agencyId, request.params.id)
      if (result.personId !== personId) throw new NotFound()
      return send(reply, result)
    },
  )

  app.get<IdParams>(
    '/desk/results/:id/file',
    { config: { may: 'officer', audit: 'result.opened' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      const result = await issued(officer.agencyId, request.params.id)
      // Who may see the dossier may see its result, and to everybody else neither is there.
      await read(officer.agencyId, (tx) => getDossier(tx, officer, result.dossierCode))
      return send(reply, result)
    },
  )
}

interface Issued extends Result {
  fileSha256: string
}

async function issued(agencyId: number, id: string): Promise<Issued> {
  const result = isId(id) ? await read(agencyId, (tx) => findResult(tx, id)) : undefined
  if (!result?.fileSha256) throw new NotFound()
  return { ...result, fileSha256: result.fileSha256 }
}

/** Exactly the bytes that were signed, R-154: to be saved, and never to be run here. */
async function send(reply: FastifyReply, result: Issued): Promise<FastifyReply> {
  const bytes = await openFile(result.fileSha256)
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${fileName(result)}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('etag', `"${result.fileSha256}"`)
    .send(bytes)
}
