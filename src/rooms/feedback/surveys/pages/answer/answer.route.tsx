import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { postedList, postedText } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { answerSurvey, getAnswering, listOpen } from '../../commands/answer.ts'
import { LONGEST_ANSWER, type Question, readAnswers } from '../../survey.ts'
import { en } from './answer.en.ts'
import { vi } from './answer.vi.ts'
import { SurveyPage, SurveySaidPage, SurveysPage } from './answer.view.tsx'

type SurveyRequest = FastifyRequest<{
  Params: { id: string }
  Querystring: { invitation?: string | string[]; thanks?: string }
}>

const SLOWLY = { max: 30, timeWindow: '1 minute' }

function askedBy({ params, query }: SurveyRequest) {
  const invitation = [query.invitation ?? ''].flat()[0] ?? ''
  const path = invitation
    ? `/surveys/${params.id}?invitation=${encodeURIComponent(invitation)}`
    : `/surveys/${params.id}`
  return { id: params.id, invitation, path }
}

async function showSurvey(request: SurveyRequest, reply: FastifyReply) {
  const t = wordsFor(request, { vi, en })
  const { id, invitation, path } = askedBy(request)
  const { survey, answering } = await getAnswering(request, id, invitation)
  if (answering === 'open') return reply.page(<SurveyPage survey={survey} path={path} t={t} />)
  const said = answering === 'answered' && request.query.thanks !== undefined ? 'thanks' : answering
  return reply.page(<SurveySaidPage survey={survey} said={said} t={t} />)
}

function problemsIn(
  problems: ReturnType<typeof readAnswers>['problems'],
  of: { questions: readonly Question[]; request: SurveyRequest; t: typeof vi },
): FieldError[] {
  const { questions, request, t } = of
  return problems.map(({ at, is }) => {
    const label = questions.find(({ id }) => id === at)?.label[request.language] ?? ''
    return { field: at, message: is === 'missing' ? t.missing(label) : t.tooLong(LONGEST_ANSWER) }
  })
}

async function takeAnswers(request: SurveyRequest, reply: FastifyReply) {
  const t = wordsFor(request, { vi, en })
  const { id, invitation, path } = askedBy(request)
  const taking = await getAnswering(request, id, invitation)
  const { survey, answering } = taking
  if (answering !== 'open') return reply.redirect(path, 303)
  const { questions } = survey
  const { answers, problems } = readAnswers(questions, (name) => postedList(request, name))
  const agreed = postedText(request, 'consent') === 'yes'
  const errors = problemsIn(problems, { questions, request, t })
  if (!agreed) errors.push({ field: 'consent', message: t.noConsent })
  if (errors.length > 0) {
    const page = <SurveyPage survey={survey} path={path} typed={answers} agreed={agreed} errors={errors} t={t} />
    return reply.code(422).page(page)
  }
  const taken = await answerSurvey(taking, answers)
  return reply.redirect(taken ? `${path}${path.includes('?') ? '&' : '?'}thanks=1` : path, 303)
}

// Nothing of the viewer is noted here: a note of who came, beside the answers, would say whose they are.
export const answerRoutes: FastifyPluginAsync = async (app) => {
  app.get('/surveys', { config: { may: 'public' } }, async (request, reply) => {
    const surveys = await listOpen(request.agency.id)
    return reply.page(<SurveysPage surveys={surveys} t={wordsFor(request, { vi, en })} />)
  })
  app.get('/surveys/:id', { config: { may: 'public' } }, showSurvey)
  app.post('/surveys/:id', { config: { may: 'public', rateLimit: SLOWLY } }, takeAnswers)
}
