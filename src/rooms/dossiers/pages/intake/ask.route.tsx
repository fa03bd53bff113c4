import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type FieldError, Forbidden } from '#kernel/errors.ts'
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import type { TypedDate } from '#platform/html/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { requestSupplement } from '../../commands/supplement.ts'
import { canRequestSupplement } from '../../policy.ts'
import { type AskedPoint, type Asking, AskPage } from './ask.view.tsx'
import { gatherIntake } from './gather.ts'
import { en } from './intake.en.ts'
import type { Intake } from './intake.ts'
import { vi } from './intake.vi.ts'

interface RefParams {
  Params: { ref: string }
}

const FIRST_POINTS = 2
const MOST_POINTS = 20
const LONGEST = 1000
const EMPTY: AskedPoint = { name: '', reason: '', question: '' }

function gather(request: FastifyRequest<RefParams>) {
  const officer = requireOfficer(request)
  const of = { ref: request.params.ref, language: request.language }
  return read(officer.agencyId, (tx) => gatherIntake(tx, officer, of))
}

function postedAsking(request: FastifyRequest): Asking {
  const count = Math.min(MOST_POINTS, Math.max(1, Number(postedText(request, 'points')) || 1))
  const text = (name: string) => postedText(request, name)
  return {
    points: Array.from({ length: count }, (_, index) => ({
      name: text(`name-${index + 1}`),
      reason: text(`reason-${index + 1}`),
      question: text(`question-${index + 1}`),
    })),
    supplyBy: { day: text('supplyBy-day'), month: text('supplyBy-month'), year: text('supplyBy-year') },
    approval: text('approval'),
  }
}

/** Undefined when nothing was typed; `'wrong'` when it is no day to come. */
function dayIn({ day, month, year }: TypedDate): LocalDate | undefined | 'wrong' {
  if (day === '' && month === '' && year === '') return undefined
  const typed = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(typed) && typed >= today() ? typed : 'wrong'
}

function pointErrors({ name, reason }: AskedPoint, number: number, t: typeof vi): FieldError[] {
  const { errors } = t.supplement
  if (name === '' && reason === '') return []
  const at = (field: string, message: string) => [{ field: `${field}-${number}`, message }]
  return [
    ...(name === '' ? at('name', errors.name(number)) : []),
    ...(reason === '' ? at('reason', errors.reason(number)) : []),
    ...(name.length > LONGEST ? at('name', errors.tooLong(number)) : []),
    ...(reason.length > LONGEST ? at('reason', errors.tooLong(number)) : []),
  ]
}

function problemsOf({ points, supplyBy, approval }: Asking, intake: Intake, t: typeof vi): FieldError[] {
  const { errors } = t.supplement
  const none = points.every(({ name, reason }) => name === '' && reason === '')
  return [
    ...(none ? [{ field: 'name-1', message: errors.none }] : []),
    ...points.flatMap((point, index) => pointErrors(point, index + 1, t)),
    ...(dayIn(supplyBy) === 'wrong' ? [{ field: 'supplyBy', message: errors.date }] : []),
    ...(intake.earlierRequests > 0 && approval === '' ? [{ field: 'approval', message: errors.approval }] : []),
  ]
}

/** The desk asks before reception, the case officer after it; the command decides which of them this is. */
export const askRoutes: FastifyPluginAsync = async (app) => {
  app.get<RefParams>('/desk/dossiers/:ref/supplement', { config: { may: 'officer' } }, async (request, reply) => {
    const { intake, dossier, places } = await gather(request)
    const facts = { reach: places.reach, earlierRequests: intake.earlierRequests, reason: 'yet to be given' }
    const verdict = canRequestSupplement(requireOfficer(request), dossier, facts)
    if (verdict instanceof Forbidden) throw verdict
    if (verdict !== true) return reply.redirect(`/desk/dossiers/${intake.ref}`, 303)
    const points = Array.from({ length: FIRST_POINTS }, () => EMPTY)
    const asking: Asking = { points, supplyBy: { day: '', month: '', year: '' }, approval: '' }
    return reply.page(<AskPage intake={intake} asking={asking} t={wordsFor(request, { vi, en })} />, { area: 'desk' })
  })

  app.post<RefParams>(
    '/dossiers/:ref/supplement-requests',
    { config: { may: 'officer', audit: 'supplement-request.created' } },
    async (request, reply) => {
      const t = wordsFor(request, { vi, en })
      const { intake } = await gather(request)
      const asking = postedAsking(request)
      if (postedText(request, 'act') === 'more') {
        const points = [...asking.points, EMPTY].slice(0, MOST_POINTS)
        return reply.page(<AskPage intake={intake} asking={{ ...asking, points }} t={t} />, { area: 'desk' })
      }
      const errors = problemsOf(asking, intake, t)
      if (errors.length > 0)
        return reply.code(422).page(<AskPage intake={intake} asking={asking} errors={errors} t={t} />, { area: 'desk' })
      const supplyBy = dayIn(asking.supplyBy)
      const { number } = await requestSupplement(requireOfficer(request), request.params.ref, {
        items: asking.points.flatMap(({ name, reason, question }) =>
          name ? [{ name, reason, ...(question ? { question } : {}) }] : [],
        ),
        supplyBy: supplyBy === 'wrong' ? undefined : supplyBy,
        approval: asking.approval ? { reason: asking.approval } : undefined,
      })
      return reply.redirect(`/dossiers/${intake.ref}/supplement-requests/${number}?made=1`, 303)
    },
  )
}
