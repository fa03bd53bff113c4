import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, type FieldError } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { adapterFor } from '../../adapter.ts'
import { tune } from '../../commands/connect.ts'
import { listKept } from '../../commands/list.ts'
import { switchTo } from '../../commands/pause.ts'
import { en as ledgerEn } from '../../exchange.en.ts'
import { vi as ledgerVi } from '../../exchange.vi.ts'
import type { Destination } from '../../message.ts'
import { canKeep, canLook } from '../../policy.ts'
import { byOf, isSimulated } from '../shared/asked.ts'
import { en } from './connections.en.ts'
import { vi } from './connections.vi.ts'
import { ConnectionsPage, reasonField } from './connections.view.tsx'
import { readTuning, type TypedTuning, typedTuning } from './tuning.ts'

const HERE = '/manage/connections'

interface Again {
  errors?: readonly FieldError[]
  typed?: TypedTuning
}

interface Params {
  destination: Destination
}

async function show(request: FastifyRequest, reply: FastifyReply, { errors = [], typed }: Again = {}) {
  const officer = requireOfficer(request)
  allow(canLook(officer))
  const kept = await read(officer.agencyId, listKept)
  const connections = kept.map((connection) => ({
    ...connection,
    simulated: isSimulated(connection),
    ourVersion: adapterFor(connection.destination)?.contractVersion,
  }))
  const t = { ...wordsFor(request, { vi, en }), says: wordsFor(request, { vi: ledgerVi, en: ledgerEn }) }
  const isDone = (request.query as { done?: string }).done !== undefined
  const page = {
    connections,
    mayKeep: canKeep(officer),
    errors,
    typed,
    isDone,
    language: request.language,
    path: HERE,
    t,
  }
  return reply.page(<ConnectionsPage {...page} />, { area: 'manage' })
}

/** What the agency is connected to; pausing, resuming and setting its pace, each with who and when. */
export const connectionRoutes: FastifyPluginAsync = async (app) => {
  app.get(HERE, { config: { may: 'officer', audit: 'connections.opened' } }, (request, reply) => show(request, reply))

  app.post<{ Params: Params }>(
    `${HERE}/:destination/pause`,
    { config: { may: 'administrator', audit: 'connection.paused' } },
    async (request, reply) => {
      const { destination } = request.params
      const field = reasonField(destination)
      const by = byOf(request, field)
      if (by.reason === '') {
        const message = wordsFor(request, { vi, en }).reasonMissing
        return show(request, reply.code(422), { errors: [{ field, message }] })
      }
      await switchTo(by, destination, 'paused')
      return reply.redirect(HERE, 303)
    },
  )

  app.post<{ Params: Params }>(
    `${HERE}/:destination/resumption`,
    { config: { may: 'administrator', audit: 'connection.resumed' } },
    async (request, reply) => {
      await switchTo(byOf(request), request.params.destination, 'on')
      return reply.redirect(HERE, 303)
    },
  )

  app.post<{ Params: Params }>(
    `${HERE}/:destination/settings`,
    { config: { may: 'administrator', audit: 'connection.tuned' } },
    async (request, reply) => {
      const { destination } = request.params
      const typed = typedTuning(request, destination)
      const asked = readTuning(typed, wordsFor(request, { vi, en }))
      if ('errors' in asked) return show(request, reply.code(422), { errors: asked.errors, typed })
      await tune(byOf(request), destination, asked.tuning)
      return reply.redirect(`${HERE}?done`, 303)
    },
  )
}
