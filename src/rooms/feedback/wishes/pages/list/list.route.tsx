import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { allow, Forbidden } from '#kernel/errors.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getWishes, listWishes } from '../../commands.ts'
import { canSeeWishes } from '../../policy.ts'
import { en } from '../../wish.en.ts'
import { vi } from '../../wish.vi.ts'
import { ReasonsPage, WishesPage } from './list.view.tsx'

function allowedOfficer(request: FastifyRequest) {
  const officer = requireOfficer(request)
  allow(canSeeWishes(officer) || new Forbidden())
  return officer
}

export const wishListRoutes: FastifyPluginAsync = async (app) => {
  const config = { may: 'officer', audit: 'online-wishes.opened' } as const
  app.get('/manage/online-wishes', { config }, async (request, reply) => {
    const wishes = await listWishes(allowedOfficer(request))
    return reply.page(<WishesPage wishes={wishes} t={wordsFor(request, { vi, en })} />, { area: 'manage' })
  })

  app.get<{ Params: { code: string } }>('/manage/online-wishes/:code', { config }, async (request, reply) => {
    const wishes = await getWishes(allowedOfficer(request), request.params.code)
    return reply.page(<ReasonsPage {...wishes} t={wordsFor(request, { vi, en })} />, { area: 'manage' })
  })
}
