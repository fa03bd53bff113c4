import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { postedList, requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { chooseReminders, dismissReminder, myReminders } from '../../commands/choose.ts'
import { en } from '../../reminders.en.ts'
import { vi } from '../../reminders.vi.ts'
import { MyRemindersPage } from './mine.view.tsx'

type MineRequest = FastifyRequest<{ Querystring: { saved?: string } }>
type OneRequest = FastifyRequest<{ Params: { id: string } }>

export const mineRoutes: FastifyPluginAsync = async (app) => {
  app.get('/my/reminders', { config: { may: 'citizen' } }, async (request: MineRequest, reply) => {
    const mine = await myReminders(requireCitizen(request))
    const saved = request.query.saved !== undefined
    return reply.page(<MyRemindersPage mine={mine} today={today()} saved={saved} t={wordsFor(request, { vi, en })} />)
  })

  const changed = { config: { may: 'citizen', audit: 'reminders.changed' } as const }
  app.post('/my/reminders', changed, async (request, reply) => {
    await chooseReminders(requireCitizen(request), postedList(request, 'kinds'))
    return reply.redirect('/my/reminders?saved', 303)
  })

  app.post('/my/reminders/:id/dismissal', changed, async (request: OneRequest, reply) => {
    await dismissReminder(requireCitizen(request), request.params.id)
    return reply.redirect('/my/reminders?saved', 303)
  })
}
