import type { FastifyPluginAsync } from 'fastify'
import { reminderRoutes } from '../reminders/pages/routes.ts'
import { channelRoutes } from './channels/channels.route.tsx'
import { inboxRoutes } from './messages/messages.route.tsx'
import { preferenceRoutes } from './preferences/preferences.route.tsx'

/** What a person was told and how they wish to be told; the administrators' page of the agency's channels. */
export const messageRoutes: FastifyPluginAsync = async (app) => {
  await app.register(inboxRoutes)
  await app.register(preferenceRoutes)
  await app.register(channelRoutes)
  await app.register(reminderRoutes)
}
