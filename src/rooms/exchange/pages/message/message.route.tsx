import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, type FieldError } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { openMessage } from '../../commands/list.ts'
import { noteReading } from '../../commands/read-message.ts'
import { replayOne } from '../../commands/replay.ts'
import { settleOne } from '../../commands/settle.ts'
import { en as saysEn } from '../../exchange.en.ts'
import { vi as saysVi } from '../../exchange.vi.ts'
import { canKeep, canLook } from '../../policy.ts'
import { LEDGER } from '../ledger/asked.ts'
import { byOf, isSimulated, messageId } from '../shared/asked.ts'
import { en } from './message.en.ts'
import { vi } from './message.vi.ts'
import { MessagePage } from './message.view.tsx'
import type { MessageWords } from './shown.ts'

interface Params {
  id: string
}

type MessageRequest = FastifyRequest<{ Params: Params }>

const wordsOf = (request: FastifyRequest): MessageWords => ({
  ...wordsFor(request, { vi, en }),
  says: wordsFor(request, { vi: saysVi, en: saysEn }),
})

async function show(
  request: MessageRequest,
  reply: FastifyReply,
  { isOpen = false, errors = [] }: { isOpen?: boolean; errors?: readonly FieldError[] } = {},
) {
  const officer = requireOfficer(request)
  allow(canLook(officer))
  const id = messageId(request.params.id)
  const { language } = request
  const reading = { agencyId: officer.agencyId, language, open: isOpen }
  const opened = await read(officer.agencyId, (tx) => openMessage(tx, id, reading))
  const page = {
    ...{ opened, isOpen, errors, language, mayKeep: canKeep(officer), t: wordsOf(request) },
    simulated: opened.connection !== undefined && isSimulated(opened.connection),
    path: `${LEDGER}/${id}`,
  }
  return reply.page(<MessagePage {...page} />, { area: 'manage' })
}

/** One message: what it says beside what proves it, its attempts, and what can be done with it. */
export const messageRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: Params }>(
    `${LEDGER}/:id`,
    { config: { may: 'officer', audit: 'exchange.message-opened' } },
    (request, reply) => show(request, reply),
  )

  app.post<{ Params: Params }>(
    `${LEDGER}/:id/readings`,
    { config: { may: 'administrator', audit: 'exchange.message-read' } },
    async (request, reply) => {
      const by = byOf(request, 'read-reason')
      const id = messageId(request.params.id)
      if (by.reason === '') {
        const errors = [{ field: 'read-reason', message: wordsOf(request).readMissing }]
        return show(request, reply.code(422), { errors })
      }
      await noteReading(by, id)
      return show(request, reply, { isOpen: true })
    },
  )

  app.post<{ Params: Params }>(
    `${LEDGER}/:id/replay`,
    { config: { may: 'administrator', audit: 'exchange.replayed' } },
    async (request, reply) => {
      const id = messageId(request.params.id)
      await replayOne(byOf(request), id)
      return reply.redirect(`${LEDGER}/${id}`, 303)
    },
  )

  app.post<{ Params: Params }>(
    `${LEDGER}/:id/settlement`,
    { config: { may: 'administrator', audit: 'exchange.settled' } },
    async (request, reply) => {
      const by = byOf(request, 'settle-reason')
      const id = messageId(request.params.id)
      if (by.reason === '') {
        const errors = [{ field: 'settle-reason', message: wordsOf(request).reasonMissing }]
        return show(request, reply.code(422), { errors })
      }
      await settleOne(by, id)
      return reply.redirect(`${LEDGER}/${id}`, 303)
    },
  )
}
