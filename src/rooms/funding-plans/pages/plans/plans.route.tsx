import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { openPlan } from '../../commands/draft.ts'
import { lookAtYear, planYear, type ShownYear } from '../../commands/look.ts'
import { setDeadline } from '../../commands/slips.ts'
import { LEVELS, type Level } from '../../plan.ts'
import { buildReport } from '../../reports/build.ts'
import { limited, readDay, typedDay } from '../shared/read.ts'
import { roomWords } from '../shared/words.ts'
import { NewPlanPage } from './new.view.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import { PlansPage } from './plans.view.tsx'

const HERE = '/manage/funding-plans'

type Query = { Querystring: { year?: string } }

function yearIn(text: string | undefined): number {
  return /^20\d{2}$/.test(text ?? '') ? Number(text) : planYear()
}

const says = (request: FastifyRequest) => ({ ...wordsFor(request, { vi, en }), room: roomWords(request) })

function aggregateOf({ year, sentLines, rows }: ShownYear, request: FastifyRequest) {
  if (sentLines.length === 0) return undefined
  const t = roomWords(request)
  const body = request.agency.fullName[request.language]
  const level = rows[0]?.body.level ?? 'province'
  return buildReport('B1', { body, year, level, version: 1, lines: sentLines, slips: [] }, t)
}

async function showPlans(request: FastifyRequest, reply: FastifyReply, { year, errors = [] }: Asked) {
  const shown = await lookAtYear(requireOfficer(request), year)
  const typed = errors.length > 0 ? { day: typedDay(request, 'on'), basis: postedText(request, 'basis') } : {}
  const aggregate = aggregateOf(shown, request)
  const page = { shown, aggregate, typed, errors, language: request.language, t: says(request) }
  return reply.page(<PlansPage {...page} />, { area: 'manage' })
}

interface Asked {
  year: number
  errors?: readonly FieldError[]
}

async function showNew(request: FastifyRequest, reply: FastifyReply, { year, errors = [] }: Asked) {
  const { rows } = await lookAtYear(requireOfficer(request), year)
  const bodies = rows.filter(({ mayDraft }) => mayDraft).map(({ body }) => body)
  const [only] = bodies.length === 1 ? bodies : []
  const posted = request.method === 'POST'
  const typed = posted
    ? {
        unit: postedText(request, 'unit'),
        year: postedText(request, 'year'),
        level: postedText(request, 'level'),
        from: postedText(request, 'from'),
      }
    : { unit: only?.unitId ?? '', year: String(year), level: only?.level ?? '', from: 'last-year' }
  const page = { bodies, typed, errors, language: request.language, t: says(request) }
  return reply.page(<NewPlanPage {...page} />, { area: 'manage' })
}

function readNew(request: FastifyRequest): FieldError[] {
  const { create } = wordsFor(request, { vi, en })
  const errors: FieldError[] = []
  if (postedText(request, 'unit') === '') errors.push({ field: 'unit', message: create.unitMissing })
  if (!/^20\d{2}$/.test(postedText(request, 'year'))) errors.push({ field: 'year', message: create.yearMissing })
  const level = postedText(request, 'level')
  if (!LEVELS.some((one) => one === level)) errors.push({ field: 'level', message: create.levelMissing })
  return errors
}

/** The list of plans with who is late, the days set for those below, and the opening of a plan. */
export const plansRoutes: FastifyPluginAsync = async (app) => {
  app.get<Query>(HERE, { config: { may: 'officer', audit: 'funding-plans.opened' } }, (request, reply) =>
    showPlans(request, reply, { year: yearIn(request.query.year) }),
  )

  app.post(
    `${HERE}/deadlines`,
    { config: { may: 'officer', audit: 'funding-deadline.set' } },
    async (request, reply) => {
      const year = yearIn(postedText(request, 'year'))
      const { deadline } = wordsFor(request, { vi, en })
      const [on, basis] = [readDay(request, 'on'), limited(request, 'basis', 200)]
      const errors: FieldError[] = []
      if (!on) errors.push({ field: 'on', message: deadline.wrongDay })
      if (basis === '') errors.push({ field: 'basis', message: deadline.wrongBasis })
      if (!on || errors.length > 0) return showPlans(request, reply.code(422), { year, errors })
      await setDeadline(requireOfficer(request), { year, kind: 'send-plan', on, basis })
      return reply.redirect(`${HERE}?year=${year}`, 303)
    },
  )

  app.get<Query>(`${HERE}/new`, { config: { may: 'officer' } }, (request, reply) =>
    showNew(request, reply, { year: yearIn(request.query.year) }),
  )

  app.post(`${HERE}/new`, { config: { may: 'officer', audit: 'funding-plan.drafted' } }, async (request, reply) => {
    const year = yearIn(postedText(request, 'year'))
    const errors = readNew(request)
    if (errors.length > 0) return showNew(request, reply.code(422), { year, errors })
    const wish = {
      unitId: postedText(request, 'unit'),
      year,
      level: postedText(request, 'level') as Level,
      fromLastYear: postedText(request, 'from') === 'last-year',
    }
    const opened = await openPlan(requireOfficer(request), wish)
    if ('planId' in opened) return reply.redirect(`${HERE}/${opened.planId}`, 303)
    const t = roomWords(request)
    const refused = opened.findings.map(({ field, code, law }) => ({ field, message: `${t.findings[code]} (${law})` }))
    return showNew(request, reply.code(422), { year, errors: refused })
  })
}
