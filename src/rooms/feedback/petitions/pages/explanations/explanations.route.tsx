import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { decideOn, explain, listExplanations, openExplanation } from '../../commands/explain.ts'
import { DECISIONS, LONGEST_EXPLANATION, LONGEST_MATTER } from '../../petition.ts'
import { en } from './explanations.en.ts'
import { vi } from './explanations.vi.ts'
import { ExplanationPage, type ExplanationProps, ExplanationsPage } from './explanations.view.tsx'

type Of = FastifyRequest<{ Params: { id: string }; Querystring: { done?: string } }>

const DESK = { area: 'desk' } as const

const wordsOf = (request: FastifyRequest) => wordsFor(request, { vi, en })

function lengthErrors(field: string, text: string, { most, t }: { most: number; t: typeof vi }): FieldError[] {
  if (text === '') return [{ field, message: t.empty }]
  return text.length > most ? [{ field, message: t.tooLong(most) }] : []
}

async function again(request: Of, reply: FastifyReply, tried: Pick<ExplanationProps, 'typed' | 'errors'>) {
  const opened = await openExplanation(requireOfficer(request), request.params.id)
  return reply.code(422).page(<ExplanationPage opened={opened} {...tried} t={wordsOf(request)} />, DESK)
}

async function takeExplanation(request: Of, reply: FastifyReply) {
  const { id } = request.params
  const explanation = postedText(request, 'explanation').replaceAll('\r\n', '\n')
  const errors = lengthErrors('explanation', explanation, { most: LONGEST_EXPLANATION, t: wordsOf(request) })
  if (errors.length > 0) return again(request, reply, { typed: { explanation }, errors })
  await explain(requireOfficer(request), id, explanation)
  return reply.redirect(`/desk/explanations/${id}?done=explained`, 303)
}

async function takeDecision(request: Of, reply: FastifyReply) {
  const t = wordsOf(request)
  const { id } = request.params
  const words = postedText(request, 'words').replaceAll('\r\n', '\n')
  const posted = postedText(request, 'decision')
  const decision = DECISIONS.find((one) => one === posted)
  const errors = lengthErrors('words', words, { most: LONGEST_MATTER, t })
  if (!decision) errors.unshift({ field: 'decision', message: t.noDecision })
  if (errors.length > 0 || !decision) return again(request, reply, { typed: { words, decision: posted }, errors })
  await decideOn(requireOfficer(request), id, { decision, words })
  return reply.redirect(`/desk/explanations/${id}?done=decided`, 303)
}

const act = (audit: string) => ({ config: { may: 'officer', audit } }) as const

/** For officers who are asked to explain, and for their superiors. R-170 */
export const explanationRoutes: FastifyPluginAsync = async (app) => {
  app.get('/desk/explanations', { config: { may: 'officer' } }, async (request, reply) =>
    reply.page(<ExplanationsPage list={await listExplanations(requireOfficer(request))} t={wordsOf(request)} />, DESK),
  )
  app.get('/desk/explanations/:id', act('explanation.opened'), async (request: Of, reply) => {
    const opened = await openExplanation(requireOfficer(request), request.params.id)
    const { done } = request.query
    const said = done === 'explained' || done === 'decided' ? done : undefined
    return reply.page(<ExplanationPage opened={opened} done={said} t={wordsOf(request)} />, DESK)
  })
  app.post('/desk/explanations/:id/answer', act('explanation.given'), takeExplanation)
  app.post('/desk/explanations/:id/decision', act('explanation.decided'), takeDecision)
}
