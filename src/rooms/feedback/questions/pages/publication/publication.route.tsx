import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { en as markedEn } from '../../../pages/marked-text.en.ts'
import { vi as markedVi } from '../../../pages/marked-text.vi.ts'
import { errorsOfLeft, readMarked } from '../../../pages/read-marked.ts'
import { previewPublication, publishAnswer, withdrawAnswer } from '../../commands/publish.ts'
import { en } from '../desk/desk.en.ts'
import { vi } from '../desk/desk.vi.ts'
import { LIMITS, PublicationPage } from './publication.view.tsx'

type Of = FastifyRequest<{ Params: { id: string } }>

const wordsOf = (request: FastifyRequest) => ({
  t: wordsFor(request, { vi, en }),
  marked: wordsFor(request, { vi: markedVi, en: markedEn }),
})

async function publish(request: Of, reply: FastifyReply) {
  const officer = requireOfficer(request)
  const { id } = request.params
  const words = wordsOf(request)
  const text = { question: postedText(request, 'question'), answer: postedText(request, 'answer') }
  const { dismissed, publishes, errors } = readMarked(request, LIMITS, words.marked)
  if (publishes && errors.length === 0) {
    const left = await publishAnswer(officer, id, { text, dismissed })
    if (left.length === 0) return reply.redirect(`/desk/questions/${id}?done=publishedNow`, 303)
    errors.push(...errorsOfLeft(left, words.marked))
  }
  const publication = await previewPublication(officer, id, text)
  const page = <PublicationPage publication={publication} dismissed={dismissed} errors={errors} {...words} />
  return reply.code(errors.length > 0 ? 422 : 200).page(page, { area: 'desk' })
}

/** From an answer to what everybody reads. R-169 */
export const questionPublicationRoutes: FastifyPluginAsync = async (app) => {
  app.get('/desk/questions/:id/publication', { config: { may: 'officer' } }, async (request: Of, reply) => {
    const publication = await previewPublication(requireOfficer(request), request.params.id)
    return reply.page(<PublicationPage publication={publication} {...wordsOf(request)} />, { area: 'desk' })
  })
  const published = { config: { may: 'officer', audit: 'question.published' } } as const
  app.post('/desk/questions/:id/publication', published, publish)

  const withdrawn = { config: { may: 'officer', audit: 'question.withdrawn' } } as const
  app.post('/desk/questions/:id/withdrawal', withdrawn, async (request: Of, reply) => {
    await withdrawAnswer(requireOfficer(request), request.params.id)
    return reply.redirect(`/desk/questions/${request.params.id}?done=withdrawn`, 303)
  })
}
