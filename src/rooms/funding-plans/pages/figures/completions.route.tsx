import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, Conflict, type FieldError } from '#kernel/errors.ts'
import { today } from '#platform/clock/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { versionFor } from '../../commands/hold.ts'
import { lookAtPlan } from '../../commands/look.ts'
import { informCompletion } from '../../commands/slips.ts'
import { completionsOf } from '../../slip.ts'
import { readDay, typedDay } from '../shared/read.ts'
import { CompletionsPage } from './completions.view.tsx'
import { en } from './figures.en.ts'
import { vi } from './figures.vi.ts'

const HERE = '/manage/funding-plans/:id/completions'

type Asked = FastifyRequest<{ Params: { id: string } }>

async function show(request: Asked, reply: FastifyReply, errors: readonly FieldError[] = []) {
  const shown = await lookAtPlan(requireOfficer(request), request.params.id)
  if (!shown.acts.includes('inform-completion')) {
    allow(new Conflict('funding-plans.not-possible-now', { act: 'inform-completion', state: shown.last.state }))
  }
  const { plan, body, slips, versions } = shown
  const here = `/manage/funding-plans/${plan.id}`
  const posted = request.method === 'POST'
  const page = {
    action: `${here}/completions`,
    back: { href: here, label: `${body.name[request.language]}, ${plan.year}` },
    lines: versionFor('inform-completion', versions).lines,
    completions: completionsOf(slips),
    today: today(),
    typed: {
      line: posted ? postedText(request, 'line') : '',
      acceptedOn: posted ? typedDay(request, 'acceptedOn') : undefined,
      informedOn: posted ? typedDay(request, 'informedOn') : undefined,
    },
    errors,
    t: wordsFor(request, { vi, en }).completions,
  }
  return reply.page(<CompletionsPage {...page} />, { area: 'manage' })
}

function readCompletion(request: Asked) {
  const t = wordsFor(request, { vi, en }).completions
  const errors: FieldError[] = []
  const lineId = postedText(request, 'line')
  if (lineId === '') errors.push({ field: 'line', message: t.choose })
  const acceptedOn = readDay(request, 'acceptedOn')
  if (!acceptedOn) errors.push({ field: 'acceptedOn', message: t.wrongDay })
  const { day, month, year } = typedDay(request, 'informedOn')
  const informedOn = readDay(request, 'informedOn')
  if (`${day}${month}${year}` !== '' && !informedOn) errors.push({ field: 'informedOn', message: t.wrongDay })
  if (acceptedOn && informedOn && informedOn < acceptedOn) errors.push({ field: 'informedOn', message: t.tooEarly })
  return { lineId, acceptedOn, informedOn, errors }
}

/** What was accepted, and when the specialised unit was told. R-209 */
export const completionRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { id: string } }>(HERE, { config: { may: 'officer' } }, (request, reply) => show(request, reply))

  app.post<{ Params: { id: string } }>(
    HERE,
    { config: { may: 'officer', audit: 'funding-completion.told' } },
    async (request, reply) => {
      const { lineId, acceptedOn, informedOn, errors } = readCompletion(request)
      if (!acceptedOn || errors.length > 0) return show(request, reply.code(422), errors)
      await informCompletion(requireOfficer(request), request.params.id, { lineId, acceptedOn, informedOn })
      return reply.redirect(`/manage/funding-plans/${request.params.id}/completions`, 303)
    },
  )
}
