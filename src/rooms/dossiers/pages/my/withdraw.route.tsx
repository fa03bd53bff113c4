import type { FastifyPluginAsync } from 'fastify'
import { read } from '#platform/db/index.ts'
import { postedText, requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getDossier } from '../../commands/find.ts'
import { withdrawDossier } from '../../commands/withdraw.ts'
import { refOf } from '../../dossier.ts'
import { isLegal } from '../../status.ts'
import { en } from './withdraw.en.ts'
import { vi } from './withdraw.vi.ts'
import { LONGEST_REASON, WithdrawPage } from './withdraw.view.tsx'

interface RefParams {
  Params: { ref: string }
}

export const withdrawRoutes: FastifyPluginAsync = async (app) => {
  app.get<RefParams>('/my/dossiers/:ref/withdraw', { config: { may: 'citizen' } }, async (request, reply) => {
    const citizen = requireCitizen(request)
    const dossier = await read(citizen.agencyId, (tx) => getDossier(tx, citizen, request.params.ref))
    if (!isLegal('withdraw', dossier.status)) return reply.redirect(`/my/dossiers/${refOf(dossier)}`, 303)
    return reply.page(<WithdrawPage dossier={dossier} t={wordsFor(request, { vi, en })} />)
  })

  app.post<RefParams>(
    '/dossiers/:ref/withdrawal',
    { config: { may: 'citizen', audit: 'withdrawal.created' } },
    async (request, reply) => {
      const citizen = requireCitizen(request)
      const { ref } = request.params
      const reason = postedText(request, 'reason')
      if (reason.length > LONGEST_REASON) {
        const t = wordsFor(request, { vi, en })
        const dossier = await read(citizen.agencyId, (tx) => getDossier(tx, citizen, ref))
        const errors = [{ field: 'reason', message: t.tooLong(LONGEST_REASON) }]
        return reply.code(422).page(<WithdrawPage dossier={dossier} typed={reason} errors={errors} t={t} />)
      }
      await withdrawDossier(citizen, ref, { reason: reason || undefined })
      return reply.redirect(`/my/dossiers/${ref}`, 303)
    },
  )
}
