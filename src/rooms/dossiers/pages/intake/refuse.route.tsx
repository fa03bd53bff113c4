import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type FieldError, Forbidden } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { refuseDossier } from '../../commands/refuse.ts'
import { canRefuse } from '../../policy.ts'
import { gatherIntake } from './gather.ts'
import { en } from './intake.en.ts'
import { expectedPapers, type Intake } from './intake.ts'
import { vi } from './intake.vi.ts'
import { checkPapers, postedPapers } from './papers.ts'
import { LONGEST, RefusePage, type Refusing } from './refuse.view.tsx'

interface RefParams {
  Params: { ref: string }
}

/** Nothing is given back until the officer says so. */
function returnable(intake: Intake) {
  return expectedPapers(intake).map((row) => ({ ...row, ticked: false }))
}

function problemsOf({ reason, basis, advice }: Refusing, t: typeof vi): FieldError[] {
  const { errors } = t.refuse
  return [
    ...(reason === '' ? [{ field: 'reason', message: errors.reason }] : []),
    ...(basis === '' ? [{ field: 'basis', message: errors.basis }] : []),
    ...Object.entries({ reason, basis, advice }).flatMap(([field, text]) =>
      text.length > LONGEST ? [{ field, message: errors.tooLong }] : [],
    ),
  ]
}

function gather(request: FastifyRequest<RefParams>) {
  const officer = requireOfficer(request)
  const of = { ref: request.params.ref, language: request.language }
  return read(officer.agencyId, (tx) => gatherIntake(tx, officer, of))
}

export const refuseRoutes: FastifyPluginAsync = async (app) => {
  app.get<RefParams>('/desk/dossiers/:ref/refuse', { config: { may: 'desk-officer' } }, async (request, reply) => {
    const { intake, dossier, places } = await gather(request)
    const verdict = canRefuse(requireOfficer(request), dossier, places.reach)
    if (verdict instanceof Forbidden) throw verdict
    if (verdict !== true) return reply.redirect(`/desk/dossiers/${intake.ref}`, 303)
    const rows = returnable(intake)
    const t = wordsFor(request, { vi, en })
    return reply.page(<RefusePage intake={intake} rows={rows} expected={rows.length} t={t} />, { area: 'desk' })
  })

  app.post<RefParams>(
    '/dossiers/:ref/refusal',
    { config: { may: 'desk-officer', audit: 'refusal.created' } },
    async (request, reply) => {
      const t = wordsFor(request, { vi, en })
      const { intake } = await gather(request)
      const [reason, basis, advice] = ['reason', 'basis', 'advice'].map((name) => postedText(request, name))
      const typed: Refusing = { reason: reason ?? '', basis: basis ?? '', advice: advice ?? '' }
      const expected = returnable(intake)
      const rows = intake.dossier.channel === 'online' ? expected : postedPapers(request, expected)
      const checked = checkPapers(rows, t)
      const errors = [...problemsOf(typed, t), ...checked.errors]
      if (errors.length > 0) {
        const page = { intake, typed, rows, expected: expected.length, errors, t }
        return reply.code(422).page(<RefusePage {...page} />, { area: 'desk' })
      }
      const given = { ...typed, advice: typed.advice || undefined, returned: checked.papers }
      await refuseDossier(requireOfficer(request), request.params.ref, given)
      return reply.redirect(`/dossiers/${intake.ref}/refusal?made=1`, 303)
    },
  )
}
