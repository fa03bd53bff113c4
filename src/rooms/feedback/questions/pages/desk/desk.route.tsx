import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { today } from '#platform/clock/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import {
  answerQuestion,
  assignQuestion,
  draftAnswer,
  listForDesk,
  openQuestion,
  releaseQuestion,
  setQuestionAside,
} from '../../commands/desk.ts'
import { LONGEST_ANSWER, LONGEST_REASON } from '../../question.ts'
import type { DeskView } from '../../store/questions.ts'
import { en as mineEn } from '../mine/mine.en.ts'
import { vi as mineVi } from '../mine/mine.vi.ts'
import { en } from './desk.en.ts'
import { vi } from './desk.vi.ts'
import { DeskQuestionsPage } from './list.view.tsx'
import { DeskQuestionPage, type Done } from './question.view.tsx'

type Of = FastifyRequest<{ Params: { id: string }; Querystring: { done?: string } }>

const VIEWS: readonly DeskView[] = ['open', 'mine', 'held', 'closed']
const DONE: readonly Done[] = ['saved', 'assigned', 'answered', 'released', 'withdrawn', 'publishedNow', 'asideDone']

const wordsOf = (request: FastifyRequest) => ({
  t: wordsFor(request, { vi, en }),
  says: wordsFor(request, { vi: mineVi, en: mineEn }),
})

async function showList(request: FastifyRequest<{ Querystring: { view?: string } }>, reply: FastifyReply) {
  const view = VIEWS.find((one) => one === request.query.view) ?? 'open'
  const list = await listForDesk(requireOfficer(request), view)
  const shown = list.coordinates || view === 'closed' ? view : 'mine'
  const page = <DeskQuestionsPage view={shown} list={list} today={today()} {...wordsOf(request)} />
  return reply.page(page, { area: 'desk' })
}

async function showQuestion(request: Of, reply: FastifyReply) {
  const opened = await openQuestion(requireOfficer(request), request.params.id)
  const done = DONE.find((one) => one === request.query.done)
  const page = <DeskQuestionPage opened={opened} today={today()} done={done} {...wordsOf(request)} />
  return reply.page(page, { area: 'desk' })
}

async function again(request: Of, reply: FastifyReply, error: FieldError) {
  const opened = await openQuestion(requireOfficer(request), request.params.id)
  const typed = { [error.field]: postedText(request, error.field) }
  const props = { opened, typed, errors: [error], today: today() }
  return reply.code(422).page(<DeskQuestionPage {...props} {...wordsOf(request)} />, { area: 'desk' })
}

const onward = (request: Of, reply: FastifyReply, done: Done) =>
  reply.redirect(`/desk/questions/${request.params.id}?done=${done}`, 303)

async function assign(request: Of, reply: FastifyReply) {
  const officerId = postedText(request, 'officer')
  const { t } = wordsOf(request)
  if (officerId === '') return again(request, reply, { field: 'officer', message: t.notChosen })
  await assignQuestion(requireOfficer(request), request.params.id, officerId)
  return onward(request, reply, 'assigned')
}

async function answer(request: Of, reply: FastifyReply) {
  const { t } = wordsOf(request)
  const text = postedText(request, 'answer').replaceAll('\r\n', '\n')
  if (text.length > LONGEST_ANSWER) {
    return again(request, reply, { field: 'answer', message: t.tooLong(LONGEST_ANSWER) })
  }
  if (postedText(request, 'do') !== 'send') {
    await draftAnswer(requireOfficer(request), request.params.id, text)
    return onward(request, reply, 'saved')
  }
  if (text === '') return again(request, reply, { field: 'answer', message: t.empty })
  await answerQuestion(requireOfficer(request), request.params.id, text)
  return onward(request, reply, 'answered')
}

async function setAside(request: Of, reply: FastifyReply) {
  const { t } = wordsOf(request)
  const reason = postedText(request, 'reason')
  if (reason === '') return again(request, reply, { field: 'reason', message: t.empty })
  if (reason.length > LONGEST_REASON) {
    return again(request, reply, { field: 'reason', message: t.tooLong(LONGEST_REASON) })
  }
  await setQuestionAside(requireOfficer(request), request.params.id, reason)
  return onward(request, reply, 'asideDone')
}

const act = (audit: string) => ({ config: { may: 'officer', audit } }) as const

/** The desk's side of questions. */
export const deskQuestionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/desk/questions', { config: { may: 'officer' } }, showList)
  app.get('/desk/questions/:id', act('question.opened'), showQuestion)
  app.post('/desk/questions/:id/assignment', act('question.assigned'), assign)
  app.post('/desk/questions/:id/answer', act('question.answered'), answer)
  app.post('/desk/questions/:id/set-aside', act('question.set-aside'), setAside)
  app.post('/desk/questions/:id/release', act('question.released'), async (request: Of, reply) => {
    await releaseQuestion(requireOfficer(request), request.params.id)
    return onward(request, reply, 'released')
  })
}
