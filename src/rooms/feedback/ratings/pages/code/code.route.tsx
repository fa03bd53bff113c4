import type { FastifyPluginAsync } from 'fastify'
import { toDataURL } from 'qrcode'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getDossier, isAnswered, refOf } from '#rooms/dossiers/index.ts'
import { ratingPath } from '../../commands/link.ts'
import { en } from './code.en.ts'
import { vi } from './code.vi.ts'
import { CodePage } from './code.view.tsx'

/** With its white margin, without which no telephone reads it on a dark page. */
function drawCode(address: string): Promise<string> {
  return toDataURL(address, { margin: 4, width: 240, errorCorrectionLevel: 'M' })
}

export const codeRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { ref: string } }>(
    '/desk/dossiers/:ref/rating-code',
    { config: { may: 'officer', audit: 'rating-code.shown' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      const dossier = await read(officer.agencyId, (tx) => getDossier(tx, officer, request.params.ref))
      const t = wordsFor(request, { vi, en })
      const address = `${request.origin}${ratingPath(officer.agencyId, dossier.id)}`
      // The same page whether it has been rated or not: it is no business of the desk.
      const qr = isAnswered(dossier.status) ? { image: await drawCode(address), alt: t.alt(address) } : undefined
      return reply.page(<CodePage dossierRef={refOf(dossier)} qr={qr} t={t} />, { area: 'desk' })
    },
  )
}
