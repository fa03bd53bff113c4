import type { FastifyPluginAsync } from 'fastify'
import { allow, Forbidden } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listUnits } from '#rooms/agencies/index.ts'
import { satisfactionTables } from '../../commands/satisfaction.ts'
import { canReadComments, canSeeSums, unitsSeen } from '../../policy.ts'
import { en } from './satisfaction.en.ts'
import { vi } from './satisfaction.vi.ts'
import { DeskSatisfactionPage, SatisfactionPage } from './satisfaction.view.tsx'

export const satisfactionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/statistics/satisfaction', { config: { may: 'public' } }, async (request, reply) => {
    const { id: agencyId } = request.agency
    const tables = await read(agencyId, (tx) => satisfactionTables(tx, { agencyId }))
    return reply.page(<SatisfactionPage tables={tables} t={wordsFor(request, { vi, en })} />)
  })

  const config = { may: 'officer', audit: 'satisfaction.opened' } as const
  app.get('/desk/satisfaction', { config }, async (request, reply) => {
    const officer = requireOfficer(request)
    const { agencyId } = officer
    allow(canSeeSums(officer) || new Forbidden())
    const { tables, readsComments } = await read(agencyId, async (tx) => {
      const units = await listUnits(tx, agencyId)
      const withComments = canReadComments(officer, units)
      const seen = unitsSeen(officer, units)
      return { tables: await satisfactionTables(tx, { agencyId, seen, withComments }), readsComments: withComments }
    })
    const t = wordsFor(request, { vi, en })
    return reply.page(<DeskSatisfactionPage tables={tables} readsComments={readsComments} t={t} />, { area: 'desk' })
  })
}
