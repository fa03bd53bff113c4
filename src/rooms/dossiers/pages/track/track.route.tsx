import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { today } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { readRef } from '../../commands/find.ts'
import { refOf } from '../../dossier.ts'
import { findDossier } from '../../store/dossiers.ts'
import { findRefusal, findWithdrawal, listSupplementRequests } from '../../store/slips.ts'
import { type Clock, clockOf } from '../shared/clock.ts'
import { courseOf, stagesOf } from '../shared/course.ts'
import { statusSchema } from './status.schema.ts'
import { en } from './track.en.ts'
import { vi } from './track.vi.ts'
import { type Tracked, TrackedPage, TrackPage } from './track.view.tsx'

// Codes can be guessed one after another: what is shown is little, and asking is slow.
const SLOWLY = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** What everybody may know, of a dossier of this agency. */
async function track(tx: Tx, request: FastifyRequest, code: string): Promise<Tracked | undefined> {
  const dossier = await findDossier(tx, request.agency.id, code)
  if (!dossier) return undefined
  const course = courseOf(dossier, {
    refusal: await findRefusal(tx, dossier),
    withdrawal: await findWithdrawal(tx, dossier),
    supplementRequests: await listSupplementRequests(tx, dossier),
  })
  const { viewer } = request
  return {
    ref: refOf(dossier),
    course,
    dueAt: dossier.dueAt,
    originalDueAt: dossier.originalDueAt,
    receivedAt: dossier.receivedAt,
    clockFrom: dossier.clockFrom,
    clock: withoutOffice(await clockOf(tx, dossier)),
    isMine: viewer?.kind === 'citizen' && viewer.personId === dossier.personId,
  }
}

/** Whose calendar it was says where the dossier lies: that is for its owner alone. */
function withoutOffice({ explanation, progress }: Clock): Clock {
  const owner = { vi: vi.deciding, en: en.deciding }
  return {
    explanation: explanation && { ...explanation, calendar: { ...explanation.calendar, owner } },
    progress,
  }
}

export const trackRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: { code?: string } }>('/track', { config: { may: 'public' } }, async (request, reply) => {
    const t = wordsFor(request, { vi, en })
    const typed = (request.query.code ?? '').trim().slice(0, 80)
    if (request.query.code === undefined) return reply.page(<TrackPage t={t} />)
    const code = readRef(typed)
    if (code) return reply.redirect(`/track/${code}`, 303)
    const errors = [{ field: 'code', message: typed === '' ? t.empty : t.unreadable(typed) }]
    return reply.code(422).page(<TrackPage typed={typed} errors={errors} t={t} />)
  })

  app.get<{ Params: { code: string } }>(
    '/track/:code',
    { config: { may: 'public', ...SLOWLY } },
    async (request, reply) => {
      const { language, params } = request
      const t = wordsFor(request, { vi, en })
      const code = readRef(params.code)
      const tracked = code && (await read(request.agency.id, (tx) => track(tx, request, code)))
      if (!tracked) {
        const message = code ? t.unknown(code) : t.unreadable(params.code)
        const errors = [{ field: 'code', message }]
        return reply.code(404).page(<TrackPage typed={params.code} errors={errors} t={t} />)
      }
      if (tracked.ref !== code) return reply.redirect(`/track/${tracked.ref}`, 303)
      return reply.page(<TrackedPage tracked={tracked} today={today()} language={language} t={t} />)
    },
  )

  app.get<{ Params: { code: string } }>(
    '/api/v1/dossiers/:code/status',
    { config: { may: 'public', ...SLOWLY }, schema: statusSchema },
    async (request) => {
      const code = readRef(request.params.code)
      const tracked = code && (await read(request.agency.id, (tx) => track(tx, request, code)))
      if (!tracked) throw new NotFound('dossiers.no-such-dossier')
      const { course } = tracked
      return {
        code: tracked.ref,
        status: course.status,
        submittedAt: course.submittedAt,
        receivedAt: course.receivedAt ?? null,
        dueAt: tracked.dueAt ?? null,
        originalDueAt: tracked.originalDueAt ?? null,
        resultReadyAt: course.resultReadyAt ?? null,
        returnedAt: course.returnedAt ?? null,
        stages: stagesOf(course).map(({ key, state, at }) => ({ stage: key, state, at: at ?? null })),
      }
    },
  )
}
