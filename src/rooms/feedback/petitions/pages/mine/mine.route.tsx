import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { postedText, requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { en as scaleEn } from '../../../scale.en.ts'
import { vi as scaleVi } from '../../../scale.vi.ts'
import { rateHandling } from '../../commands/publish.ts'
import { findByCode, getSentByLink, listMyPetitions, petitionPath } from '../../commands/send.ts'
import { sharedWords } from '../said.ts'
import { en } from './mine.en.ts'
import { vi } from './mine.vi.ts'
import { MinePage, MyPetitionsPage, TrackPage } from './mine.view.tsx'

type LinkRequest = FastifyRequest<{ Params: { token: string }; Querystring: { sent?: string; thanks?: string } }>

const SLOWLY = { max: 30, timeWindow: '1 minute' }
const OPEN = { may: 'public', rateLimit: SLOWLY } as const

const wordsOf = (request: FastifyRequest) => ({ t: wordsFor(request, { vi, en }), says: sharedWords(request) })

async function propsOf(request: LinkRequest) {
  const { token } = request.params
  const { sent, thanks } = request.query
  return {
    sent: await getSentByLink(request.agency.id, token),
    said: sent === undefined ? (thanks === undefined ? undefined : ('thanks' as const)) : ('sent' as const),
    today: today(),
    path: `/petitions/mine/${token}`,
    marks: wordsFor(request, { vi: scaleVi, en: scaleEn }),
    ...wordsOf(request),
  }
}

async function rate(request: LinkRequest, reply: FastifyReply) {
  const mark = postedText(request, 'mark')
  const props = await propsOf(request)
  if (!/^[1-5]$/.test(mark)) {
    return reply.code(422).page(<MinePage {...props} errors={[{ field: 'mark', message: props.t.notRated }]} />)
  }
  const counted = await rateHandling(request.agency.id, request.params.token, Number(mark))
  return reply.redirect(counted ? `${props.path}?thanks=yes` : props.path, 303)
}

async function track(request: FastifyRequest, reply: FastifyReply) {
  const typed = { number: postedText(request, 'number'), code: postedText(request, 'code') }
  const path = await findByCode(request.agency.id, typed)
  if (path) return reply.redirect(path, 303)
  const { t, says } = wordsOf(request)
  const errors = [{ field: 'code', message: t.notFound }]
  return reply.code(422).page(<TrackPage typed={typed} errors={errors} t={t} says={says} />)
}

/** How a petition stands, for whoever sent it. Nothing of a rating is noted beside its viewer. */
export const myPetitionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/petitions/mine/:token', { config: OPEN }, async (request: LinkRequest, reply) =>
    reply.page(<MinePage {...(await propsOf(request))} />),
  )
  app.post('/petitions/mine/:token/rating', { config: OPEN }, rate)

  app.get('/petitions/track', { config: { may: 'public' } }, async (request, reply) =>
    reply.page(<TrackPage typed={{ number: '', code: '' }} {...wordsOf(request)} />),
  )
  app.post('/petitions/track', { config: OPEN }, track)

  app.get('/my/petitions', { config: { may: 'citizen' } }, async (request, reply) => {
    const citizen = requireCitizen(request)
    const petitions = await listMyPetitions(citizen)
    const pathOf = ({ id }: { id: string }) => petitionPath(citizen.agencyId, id)
    return reply.page(<MyPetitionsPage petitions={petitions} pathOf={pathOf} {...wordsOf(request)} />)
  })
}
