import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { today } from '#platform/clock/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { invitationPath } from '../../commands/answer.ts'
import {
  addQuestion,
  asAsker,
  closeSurvey,
  createSurvey,
  getForAsker,
  inviteUpTo,
  keepSettings,
  listAll,
  publishSurvey,
  raiseQuestion,
  removeQuestion,
} from '../../commands/build.ts'
import { MOST_INVITATIONS, type Question } from '../../survey.ts'
import { type QuestionProblem, readQuestion, readSettings } from '../../typed-survey.ts'
import { en as answerEn } from '../answer/answer.en.ts'
import { vi as answerVi } from '../answer/answer.vi.ts'
import { SurveyPage } from '../answer/answer.view.tsx'
import { en } from './build.en.ts'
import { vi } from './build.vi.ts'
import { SurveyDeskPage, SurveyListPage } from './build.view.tsx'
import { SettingsPage } from './settings.view.tsx'
import { blankSettings, boxesOf, errorsFor, typedQuestion, typedSettings } from './typed.ts'

type OneRequest = FastifyRequest<{ Params: { id: string } }>
type QuestionRequest = FastifyRequest<{ Params: { id: string; question: string } }>

const PATH = '/manage/surveys'
const AREA = { area: 'manage' } as const

const may = (audit: string) => ({ config: { may: 'officer', audit } as const })

async function showList(request: FastifyRequest, reply: FastifyReply) {
  const surveys = await listAll(requireOfficer(request))
  return reply.page(<SurveyListPage surveys={surveys} t={wordsFor(request, { vi, en })} />, AREA)
}

async function showNew(request: FastifyRequest, reply: FastifyReply) {
  asAsker(requireOfficer(request))
  const t = wordsFor(request, { vi, en })
  return reply.page(<SettingsPage action={PATH} back={PATH} typed={blankSettings(today())} t={t} />, AREA)
}

async function showSettings(request: OneRequest, reply: FastifyReply) {
  const survey = await getForAsker(requireOfficer(request), request.params.id)
  const at = `${PATH}/${survey.id}`
  const t = wordsFor(request, { vi, en })
  return reply.page(<SettingsPage action={`${at}/settings`} back={at} typed={boxesOf(survey)} t={t} />, AREA)
}

async function takeSettings(request: FastifyRequest<{ Params: { id?: string } }>, reply: FastifyReply) {
  const officer = asAsker(requireOfficer(request))
  const { id } = request.params
  const typed = typedSettings(request)
  const read = readSettings(typed)
  if ('problems' in read) {
    const t = wordsFor(request, { vi, en })
    const at = id === undefined ? PATH : `${PATH}/${id}`
    const action = id === undefined ? PATH : `${at}/settings`
    const errors = errorsFor(read.problems, t)
    return reply.code(422).page(<SettingsPage {...{ action, typed, errors, t }} back={at} />, AREA)
  }
  if (id !== undefined) await keepSettings(officer, id, read.settings)
  return reply.redirect(`${PATH}/${id ?? (await createSurvey(officer, read.settings))}`, 303)
}

async function deskPage(request: OneRequest) {
  const survey = await getForAsker(requireOfficer(request), request.params.id)
  return { survey, today: today(), origin: request.origin, t: wordsFor(request, { vi, en }) }
}

async function showPreview(request: OneRequest, reply: FastifyReply) {
  const { survey, t } = await deskPage(request)
  const back = `${PATH}/${survey.id}`
  const says = wordsFor(request, { vi: answerVi, en: answerEn })
  const preview = { back, words: t.previewing }
  return reply.page(<SurveyPage survey={survey} path={`${back}/preview`} preview={preview} t={says} />, AREA)
}

async function takeQuestion(request: OneRequest, reply: FastifyReply) {
  const typed = typedQuestion(request)
  const { id } = request.params
  let problems: readonly QuestionProblem[] = []
  const make = (taken: readonly Question[]) => {
    const read = readQuestion(typed, taken)
    if ('question' in read) return read.question
    problems = read.problems
    return undefined
  }
  await addQuestion(requireOfficer(request), id, make)
  if (problems.length === 0) return reply.redirect(`${PATH}/${id}`, 303)
  const page = await deskPage(request)
  return reply.code(422).page(<SurveyDeskPage {...page} typed={typed} errors={errorsFor(problems, page.t)} />, AREA)
}

async function takeInvitations(request: OneRequest, reply: FastifyReply) {
  const typed = postedText(request, 'many')
  const many = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  if (many >= 1 && many <= MOST_INVITATIONS) {
    await inviteUpTo(requireOfficer(request), request.params.id, many)
    return reply.redirect(`${PATH}/${request.params.id}`, 303)
  }
  const page = await deskPage(request)
  const errors = [{ field: 'many', message: page.t.manyWrong(MOST_INVITATIONS) }]
  return reply.code(422).page(<SurveyDeskPage {...page} many={typed} errors={errors} />, AREA)
}

/** One address a line. They are made anew each time and lead to the same answers: a number counts once. */
async function sendInvitations(request: OneRequest, reply: FastifyReply) {
  const survey = await getForAsker(requireOfficer(request), request.params.id)
  const numbers = Array.from({ length: survey.invitations }, (_, index) => index + 1)
  const lines = numbers.map((number) => `${request.origin}${invitationPath(survey, number)}\n`)
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', 'attachment; filename="invitations.txt"')
    .type('text/plain; charset=utf-8')
    .send(lines.join(''))
}

export const buildRoutes: FastifyPluginAsync = async (app) => {
  app.get(PATH, may('surveys.opened'), showList)
  app.get(`${PATH}/new`, may('surveys.opened'), showNew)
  app.post(PATH, may('survey.created'), takeSettings)
  app.get(`${PATH}/:id`, may('survey.opened'), async (request: OneRequest, reply) =>
    reply.page(<SurveyDeskPage {...(await deskPage(request))} />, AREA),
  )
  app.get(`${PATH}/:id/settings`, may('survey.opened'), showSettings)
  app.post(`${PATH}/:id/settings`, may('survey.changed'), takeSettings)
  app.get(`${PATH}/:id/preview`, may('survey.opened'), showPreview)
  app.post(`${PATH}/:id/questions`, may('survey.changed'), takeQuestion)
  app.post(`${PATH}/:id/invitations`, may('survey.invited'), takeInvitations)
  app.get(`${PATH}/:id/invitations.txt`, may('survey.invitations-taken'), sendInvitations)

  const acts = [
    ['publication', 'survey.published', publishSurvey],
    ['closing', 'survey.closed', closeSurvey],
  ] as const
  for (const [name, audit, act] of acts) {
    app.post(`${PATH}/:id/${name}`, may(audit), async (request: OneRequest, reply) => {
      await act(requireOfficer(request), request.params.id)
      return reply.redirect(`${PATH}/${request.params.id}`, 303)
    })
  }
  const moves = [
    ['raise', raiseQuestion],
    ['removal', removeQuestion],
  ] as const
  for (const [name, move] of moves) {
    app.post(
      `${PATH}/:id/questions/:question/${name}`,
      may('survey.changed'),
      async (request: QuestionRequest, reply) => {
        const { id, question } = request.params
        await move(requireOfficer(request), id, question)
        return reply.redirect(`${PATH}/${id}#questions`, 303)
      },
    )
  }
}
