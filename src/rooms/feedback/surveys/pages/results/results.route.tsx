import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { FEWEST } from '../../../small-numbers.ts'
import { getAnswers, getResults } from '../../commands/build.ts'
import { csvOf } from '../../csv.ts'
import { toldOf } from '../../results.ts'
import { en as saysEn } from '../answer/answer.en.ts'
import { vi as saysVi } from '../answer/answer.vi.ts'
import { sayValue } from '../answer/answer.view.tsx'
import { en } from './results.en.ts'
import { vi } from './results.vi.ts'
import { ResultsPage } from './results.view.tsx'

type OneRequest = FastifyRequest<{ Params: { id: string } }>

export const resultRoutes: FastifyPluginAsync = async (app) => {
  const opened = { config: { may: 'officer', audit: 'survey-results.opened' } as const }
  app.get('/manage/surveys/:id/results', opened, async (request: OneRequest, reply) => {
    const results = await getResults(requireOfficer(request), request.params.id)
    const [t, says] = [wordsFor(request, { vi, en }), wordsFor(request, { vi: saysVi, en: saysEn })]
    return reply.page(<ResultsPage {...results} t={t} says={says} />, { area: 'manage' })
  })

  const taken = { config: { may: 'officer', audit: 'survey-answers.taken' } as const }
  app.get('/manage/surveys/:id/answers.csv', taken, async (request: OneRequest, reply) => {
    const { survey, given } = await getAnswers(requireOfficer(request), request.params.id)
    if (given.length < FEWEST) return reply.redirect(`/manage/surveys/${survey.id}/results`, 303)
    const { language } = request
    const t = wordsFor(request, { vi: saysVi, en: saysEn })
    const csv = csvOf(toldOf(survey.questions, given), given, {
      language,
      say: (question, value) => sayValue(question, value, { language, t }),
    })
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'attachment; filename="answers.csv"')
      .type('text/csv; charset=utf-8')
      .send(csv)
  })
}
