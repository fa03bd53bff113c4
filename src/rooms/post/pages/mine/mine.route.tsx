import type { FastifyPluginAsync } from 'fastify'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listMine } from '../../commands/list.ts'
import { en as saysEn } from '../../post.en.ts'
import { vi as saysVi } from '../../post.vi.ts'
import { en } from './mine.en.ts'
import { vi } from './mine.vi.ts'
import { MinePage } from './mine.view.tsx'

export const mineRoutes: FastifyPluginAsync = async (app) => {
  app.get('/my/post', { config: { may: 'citizen' } }, async (request, reply) => {
    const mine = await listMine(requireCitizen(request))
    const t = { ...wordsFor(request, { vi, en }), says: wordsFor(request, { vi: saysVi, en: saysEn }) }
    return reply.page(<MinePage mine={mine} t={t} />)
  })
}
