import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { Conflict } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { findOpenDraft } from '#rooms/forms/index.ts'
import { atStep, prepareApplying } from './applying.ts'
import { uploadLimits } from './files.ts'
import { Help } from './help.view.tsx'
import { en } from './step.en.ts'
import { vi } from './step.vi.ts'
import { StepPage } from './step.view.tsx'
import { type Filling, isOnTheWay, type StepRequest, showStep, takeStep } from './taking.route.tsx'

interface OwnStep extends StepRequest {
  Params: { code: string; step: string }
}

/** The person's own form at this step; undefined when there is none, or it does not lead there. */
async function open(request: FastifyRequest<OwnStep>): Promise<Filling | undefined> {
  const citizen = requireCitizen(request)
  const { code, step } = request.params
  const [whole, draft] = await read(citizen.agencyId, (tx) =>
    Promise.all([prepareApplying(tx, citizen, code), findOpenDraft(tx, citizen, code)]),
  )
  const applying = atStep(whole, step)
  if (!draft || !isOnTheWay({ applying, draft }, step)) return undefined
  const procedure = `/procedures/${encodeURIComponent(code)}`
  const base = `${procedure}/apply`
  const t = wordsFor(request, { vi, en })
  const way = { base, start: procedure, later: '/my', aside: <Help /> }
  return {
    ...{ citizen, viewer: citizen, applying, draft, base, area: 'public' },
    fileHref: (id) => `/my/documents/${id}`,
    draw: (shown) => <StepPage {...shown} applying={applying} way={way} upload={uploadLimits()} t={t} />,
  }
}

/** A step of the form: shown, and taken. What is typed is kept whatever happens. */
export const stepRoutes: FastifyPluginAsync = async (app) => {
  const path = '/procedures/:code/apply/:step'
  app.get<OwnStep>(path, { config: { may: 'citizen' } }, async (request, reply) => {
    const filling = await open(request)
    if (filling) return showStep(request, reply, filling)
    return reply.redirect(`/procedures/${encodeURIComponent(request.params.code)}/apply`, 303)
  })
  app.post<OwnStep>(path, { config: { may: 'citizen', audit: 'draft.saved' } }, async (request, reply) => {
    const filling = await open(request)
    if (!filling) throw new Conflict('forms.draft-changed', { step: request.params.step })
    return takeStep(request, reply, filling)
  })
}
