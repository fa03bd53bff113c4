import type { FastifyPluginAsync } from 'fastify'
import { Forbidden } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { receiveDossier } from '../../commands/receive.ts'
import { canReceive } from '../../policy.ts'
import { gatherIntake } from './gather.ts'
import { en } from './intake.en.ts'
import { expectedPapers } from './intake.ts'
import { vi } from './intake.vi.ts'
import { checkPapers, postedPapers } from './papers.ts'
import { ReceivePage } from './receive.view.tsx'

interface RefParams {
  Params: { ref: string }
}

export const receiveRoutes: FastifyPluginAsync = async (app) => {
  app.get<RefParams>('/desk/dossiers/:ref/receive', { config: { may: 'desk-officer' } }, async (request, reply) => {
    const officer = requireOfficer(request)
    const { language, params } = request
    const { intake, dossier, places } = await read(officer.agencyId, (tx) =>
      gatherIntake(tx, officer, { ref: params.ref, language }),
    )
    const verdict = canReceive(officer, dossier, places.reach)
    if (verdict instanceof Forbidden) throw verdict
    if (verdict !== true) return reply.redirect(`/desk/dossiers/${intake.ref}`, 303)
    const rows = expectedPapers(intake)
    const t = wordsFor(request, { vi, en })
    return reply.page(<ReceivePage intake={intake} rows={rows} expected={rows.length} t={t} />, { area: 'desk' })
  })

  app.post<RefParams>(
    '/dossiers/:ref/receipt',
    { config: { may: 'desk-officer', audit: 'receipt.created' } },
    async (request, reply) => {
      const officer = requireOfficer(request)
      const { language, params } = request
      const t = wordsFor(request, { vi, en })
      const { intake } = await read(officer.agencyId, (tx) => gatherIntake(tx, officer, { ref: params.ref, language }))
      const expected = expectedPapers(intake)
      const rows = postedPapers(request, expected)
      const checked = checkPapers(rows, t)
      const errors =
        checked.papers.length === 0 && checked.errors.length === 0
          ? [{ field: 'papers', message: t.errors.noPapers }]
          : checked.errors
      if (errors.length > 0) {
        const page = <ReceivePage intake={intake} rows={rows} expected={expected.length} errors={errors} t={t} />
        return reply.code(422).page(page, { area: 'desk' })
      }
      const { code } = await receiveDossier(officer, params.ref, { documents: checked.papers })
      return reply.redirect(`/dossiers/${code}/receipt?made=1`, 303)
    },
  )
}
