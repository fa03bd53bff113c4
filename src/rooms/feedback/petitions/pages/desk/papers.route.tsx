import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { read } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { listAnswerers } from '../../../commands/answerers.ts'
import { en as markedEn } from '../../../pages/marked-text.en.ts'
import { vi as markedVi } from '../../../pages/marked-text.vi.ts'
import { errorsOfLeft, readMarked } from '../../../pages/read-marked.ts'
import { askForExplanation, previewMatter } from '../../commands/explain.ts'
import { previewPublication, publishPetition, withdrawPetition } from '../../commands/publish.ts'
import { slipOf } from '../../commands/send.ts'
import { LONGEST_MATTER } from '../../petition.ts'
import { sharedWords } from '../said.ts'
import { en } from './desk.en.ts'
import { vi } from './desk.vi.ts'
import { AskExplanationPage, PUBLISHED_LIMITS, PublicationPage, SlipPage } from './papers.view.tsx'
import { deskPath } from './petition-props.ts'

type Of = FastifyRequest<{ Params: { id: string } }>

const DESK = { area: 'desk' } as const

const wordsOf = (request: FastifyRequest) => ({
  t: wordsFor(request, { vi, en }),
  says: sharedWords(request),
  marked: wordsFor(request, { vi: markedVi, en: markedEn }),
})

async function publish(request: Of, reply: FastifyReply) {
  const officer = requireOfficer(request)
  const { id } = request.params
  const words = wordsOf(request)
  const text = { content: postedText(request, 'content'), result: postedText(request, 'result') }
  const { dismissed, publishes, errors } = readMarked(request, PUBLISHED_LIMITS, words.marked)
  if (publishes && errors.length === 0) {
    const left = await publishPetition(officer, id, { text, dismissed })
    if (left.length === 0) return reply.redirect(`${deskPath(id)}?done=published`, 303)
    errors.push(...errorsOfLeft(left, words.marked))
  }
  const publication = await previewPublication(officer, id, text)
  const page = <PublicationPage publication={publication} dismissed={dismissed} errors={errors} {...words} />
  return reply.code(errors.length > 0 ? 422 : 200).page(page, DESK)
}

async function explanationProps(request: Of, matter: string | undefined) {
  const officer = requireOfficer(request)
  const preview = await previewMatter(officer, request.params.id, matter)
  const answerers = await read(officer.agencyId, (tx) => listAnswerers(tx, officer.agencyId))
  return { ...preview, answerers: answerers.filter(({ id }) => id !== officer.officerId), ...wordsOf(request) }
}

async function ask(request: Of, reply: FastifyReply) {
  const { id } = request.params
  const { t, marked } = wordsOf(request)
  const [matter, officerId] = [postedText(request, 'matter'), postedText(request, 'officer')]
  const { dismissed, publishes, errors } = readMarked(request, { matter: LONGEST_MATTER }, marked)
  if (publishes && officerId === '') errors.push({ field: 'officer', message: t.notChosen })
  if (publishes && errors.length === 0) {
    const left = await askForExplanation(requireOfficer(request), id, { officerId, matter, dismissed })
    if (left.length === 0) return reply.redirect(`${deskPath(id)}?done=asked`, 303)
    errors.push(...errorsOfLeft(left, marked))
  }
  const props = { ...(await explanationProps(request, matter)), officerId, dismissed, errors }
  return reply.code(errors.length > 0 ? 422 : 200).page(<AskExplanationPage {...props} />, DESK)
}

const act = (audit: string) => ({ config: { may: 'officer', audit } }) as const

/** What is made of a petition: its slip, the request to explain, what is published. */
export const petitionPaperRoutes: FastifyPluginAsync = async (app) => {
  app.get('/desk/petitions/:id/slip', { config: { may: 'officer' } }, async (request: Of, reply) => {
    const slip = await slipOf(requireOfficer(request), request.params.id)
    return reply.page(<SlipPage {...slip} {...wordsOf(request)} />, DESK)
  })

  app.get('/desk/petitions/:id/publication', { config: { may: 'officer' } }, async (request: Of, reply) => {
    const publication = await previewPublication(requireOfficer(request), request.params.id)
    return reply.page(<PublicationPage publication={publication} {...wordsOf(request)} />, DESK)
  })
  app.post('/desk/petitions/:id/publication', act('petition.published'), publish)
  app.post('/desk/petitions/:id/withdrawal', act('petition.withdrawn'), async (request: Of, reply) => {
    await withdrawPetition(requireOfficer(request), request.params.id)
    return reply.redirect(`${deskPath(request.params.id)}?done=withdrawn`, 303)
  })

  app.get('/desk/petitions/:id/explanation', { config: { may: 'officer' } }, async (request: Of, reply) =>
    reply.page(<AskExplanationPage {...(await explanationProps(request, undefined))} officerId="" />, DESK),
  )
  app.post('/desk/petitions/:id/explanation', act('petition.explanation-asked'), ask)
}
