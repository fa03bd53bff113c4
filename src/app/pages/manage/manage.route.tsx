import type { FastifyPluginAsync } from 'fastify'
import { allow } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { canLook, countStuck, sayCount } from '#rooms/exchange/index.ts'
import { en } from './manage.en.ts'
import { vi } from './manage.vi.ts'
import { ManagePage } from './manage.view.tsx'

/** The home of administrators, and of those who watch over the work. */
export const manageRoutes: FastifyPluginAsync = async (app) => {
  app.get('/manage', { config: { may: 'officer' } }, async (request, reply) => {
    const officer = requireOfficer(request)
    allow(canLook(officer))
    const stuck = await read(officer.agencyId, countStuck)
    const said = stuck > 0 ? sayCount(stuck, request.language) : undefined
    return reply.page(<ManagePage stuck={said} t={wordsFor(request, { vi, en })} />, { area: 'manage' })
  })
}
