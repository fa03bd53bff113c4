import type { FastifyPluginAsync } from 'fastify'
import { postedList, requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { chooseFromNowOn, preferencesOf } from '../../commands/choose.ts'
import { en } from './preferences.en.ts'
import { vi } from './preferences.vi.ts'
import { PreferencesPage } from './preferences.view.tsx'

const HERE = '/my/messages/preferences'

export const preferenceRoutes: FastifyPluginAsync = async (app) => {
  app.get(HERE, { config: { may: 'citizen' } }, async (request, reply) => {
    const reach = await preferencesOf(requireCitizen(request))
    return reply.page(<PreferencesPage reach={reach} t={wordsFor(request, { vi, en })} />)
  })

  app.post(HERE, { config: { may: 'citizen', audit: 'notice-preferences.changed' } }, async (request, reply) => {
    await chooseFromNowOn(requireCitizen(request), postedList(request, 'channels'))
    return reply.redirect('/my/messages?saved', 303)
  })
}
