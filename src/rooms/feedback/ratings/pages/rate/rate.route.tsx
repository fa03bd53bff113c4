import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { postedText, requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getDossier } from '#rooms/dossiers/index.ts'
import { openRatingLink, ratingPath } from '../../commands/link.ts'
import { getRateable, rate } from '../../commands/rate.ts'
import { canRate } from '../../policy.ts'
import { CRITERIA, LONGEST_COMMENT, markFrom, problemsOf, type Rating } from '../../rating.ts'
import { en } from './rate.en.ts'
import { vi } from './rate.vi.ts'
import { RatePage, SaidPage } from './rate.view.tsx'

type LinkRequest = FastifyRequest<{ Params: { token: string }; Querystring: { thanks?: string } }>

// Nothing of the viewer is noted at these addresses: an audit entry beside a count would say who rated. R-224
const OPEN = { may: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } } as const

function dossierOf({ agency, params }: LinkRequest): string {
  const dossierId = openRatingLink(agency.id, params.token)
  if (dossierId === undefined) throw new NotFound()
  return dossierId
}

function postedRating(request: FastifyRequest): Rating {
  const marks = CRITERIA.map((criterion) => [criterion, markFrom(postedText(request, criterion))])
  return { marks: Object.fromEntries(marks.filter(([, mark]) => mark)), comment: postedText(request, 'comment') }
}

async function showForm(request: LinkRequest, reply: FastifyReply) {
  const t = wordsFor(request, { vi, en })
  const path = `/rate/${request.params.token}`
  const dossierId = dossierOf(request)
  const rateable = await read(request.agency.id, (tx) => getRateable(tx, request.agency.id, dossierId))
  const { standing } = rateable
  if (!canRate(request.viewer)) return reply.page(<SaidPage said="officer" path={path} t={t} />)
  if (standing === 'open') return reply.page(<RatePage path={path} rateable={rateable} t={t} />)
  const thanks = standing === 'rated' && request.query.thanks !== undefined
  return reply.page(<SaidPage said={thanks ? 'thanks' : standing} path={path} t={t} />)
}

async function takeRating(request: LinkRequest, reply: FastifyReply) {
  const t = wordsFor(request, { vi, en })
  const path = `/rate/${request.params.token}`
  const dossierId = dossierOf(request)
  if (!canRate(request.viewer)) return reply.code(403).page(<SaidPage said="officer" path={path} t={t} />)
  const rating = postedRating(request)
  const problems = problemsOf(rating)
  if (problems.length === 0) {
    const taken = await rate(request.agency.id, dossierId, rating)
    return reply.redirect(taken ? `${path}?thanks` : path, 303)
  }
  const rateable = await read(request.agency.id, (tx) => getRateable(tx, request.agency.id, dossierId))
  if (rateable.standing !== 'open') return reply.redirect(path, 303)
  const errors = problems.map(({ field, is }) => ({
    field,
    message: is === 'missing' ? t.missing : t.tooLong(LONGEST_COMMENT),
  }))
  return reply.code(422).page(<RatePage path={path} rateable={rateable} typed={rating} errors={errors} t={t} />)
}

export const rateRoutes: FastifyPluginAsync = async (app) => {
  app.get('/rate/:token', { config: OPEN }, showForm)
  app.post('/rate/:token', { config: OPEN }, takeRating)

  app.get<{ Params: { ref: string } }>(
    '/my/dossiers/:ref/rating',
    { config: { may: 'citizen' } },
    async (request, reply) => {
      const citizen = requireCitizen(request)
      const { id } = await read(citizen.agencyId, (tx) => getDossier(tx, citizen, request.params.ref))
      return reply.redirect(ratingPath(citizen.agencyId, id), 303)
    },
  )
}
