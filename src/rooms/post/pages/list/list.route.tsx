import type { FastifyPluginAsync } from 'fastify'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listAtDesk } from '../../commands/list.ts'
import { en as saysEn } from '../../post.en.ts'
import { vi as saysVi } from '../../post.vi.ts'
import { en } from './list.en.ts'
import { vi } from './list.vi.ts'
import { ListPage } from './list.view.tsx'

export const listRoutes: FastifyPluginAsync = async (app) => {
  app.get('/desk/post', { config: { may: 'desk-officer', audit: 'post.opened' } }, async (request, reply) => {
    const items = await listAtDesk(requireOfficer(request))
    const t = { ...wordsFor(request, { vi, en }), says: wordsFor(request, { vi: saysVi, en: saysEn }) }
    return reply.page(<ListPage items={items} t={t} />, { area: 'desk' })
  })
}
