import type { FastifyPluginAsync } from 'fastify'
import { read, transaction } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { closeSession, sessionOf } from '../../commands/visit.ts'
import { endAllSessions, listSessions } from '../../store/sessions.ts'
import { en } from './sessions.en.ts'
import { vi } from './sessions.vi.ts'
import { SessionsPage } from './sessions.view.tsx'

export const sessionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/my/sessions', { config: { may: 'citizen' } }, async (request, reply) => {
    const { agencyId, personId } = requireCitizen(request)
    const here = await sessionOf(request)
    const sessions = await read(agencyId, (tx) => listSessions(tx, { kind: 'citizen', ownerId: personId }))
    const rows = sessions.map(({ createdAt, lastSeenAt, idHash }) => ({
      createdAt,
      lastSeenAt,
      here: here !== undefined && idHash.equals(here.idHash),
    }))
    return reply.page(<SessionsPage t={wordsFor(request, { vi, en })} sessions={rows} />)
  })

  app.post('/my/sessions/end', { config: { may: 'citizen', audit: 'sessions.ended' } }, async (request, reply) => {
    const { agencyId, personId } = requireCitizen(request)
    await transaction(agencyId, (tx) => endAllSessions(tx, { kind: 'citizen', ownerId: personId }))
    await closeSession(request, reply)
    return reply.redirect('/sign-out', 303)
  })
}
