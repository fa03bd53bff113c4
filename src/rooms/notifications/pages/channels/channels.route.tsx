import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, type FieldError } from '#kernel/errors.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { authoriseAgain, channelsOf } from '../../commands/keep-channels.ts'
import { canKeep, canLook } from '../../policy.ts'
import { en } from './channels.en.ts'
import { vi } from './channels.vi.ts'
import { ChannelsPage } from './channels.view.tsx'

const HERE = '/manage/channels'

async function show(request: FastifyRequest, reply: FastifyReply, errors: readonly FieldError[] = []) {
  const officer = requireOfficer(request)
  allow(canLook(officer))
  const kept = await channelsOf(officer.agencyId)
  const isDone = (request.query as { done?: string }).done !== undefined
  const page = { ...kept, mayKeep: canKeep(officer), errors, isDone, path: HERE, t: wordsFor(request, { vi, en }) }
  return reply.page(<ChannelsPage {...page} />, { area: 'manage' })
}

/** The agency's channels, and what a person must do when Zalo's chain of tokens is broken. */
export const channelRoutes: FastifyPluginAsync = async (app) => {
  app.get(HERE, { config: { may: 'officer', audit: 'channels.opened' } }, (request, reply) => show(request, reply))

  app.post(
    `${HERE}/zalo/authorisation`,
    { config: { may: 'administrator', audit: 'zalo.authorised' } },
    async (request, reply) => {
      const token = postedText(request, 'refresh-token')
      if (token === '') {
        const message = wordsFor(request, { vi, en }).tokenMissing
        return show(request, reply.code(422), [{ field: 'refresh-token', message }])
      }
      await authoriseAgain(requireOfficer(request).agencyId, token)
      return reply.redirect(`${HERE}?done`, 303)
    },
  )
}
