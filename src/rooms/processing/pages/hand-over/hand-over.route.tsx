import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, Conflict, type FieldError } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getDossier, refOf } from '#rooms/dossiers/index.ts'
import { officerName } from '#rooms/identity/index.ts'
import { handOver, listColleagues } from '../../commands/hand-over.ts'
import { canHandOver } from '../../policy.ts'
import { listOpenItems } from '../../store/work-items.ts'
import { en } from './hand-over.en.ts'
import { vi } from './hand-over.vi.ts'
import { type HandingOver, HandOverPage } from './hand-over.view.tsx'

interface WorkParams {
  Params: { ref: string; item: string }
}

interface Problem {
  errors: FieldError[]
  typed: { to: string; reason: string }
}

async function show(request: FastifyRequest<WorkParams>, reply: FastifyReply, problem?: Problem) {
  const officer = requireOfficer(request)
  const handing = await read(officer.agencyId, async (tx): Promise<HandingOver> => {
    const dossier = await getDossier(tx, officer, request.params.ref)
    const item = (await listOpenItems(tx, dossier.id)).find(({ id }) => id === request.params.item)
    if (!item) throw new Conflict('processing.step-already-left', { ref: refOf(dossier) })
    allow(canHandOver(officer, item))
    const holder = item.assigneeId ? await officerName(tx, item.assigneeId) : undefined
    return {
      ...{ ref: refOf(dossier), owner: dossier.owner.name, item, holder },
      colleagues: await listColleagues(tx, officer, item),
    }
  })
  const { language } = request
  const t = wordsFor(request, { vi, en })
  return reply.page(<HandOverPage handing={handing} language={language} t={t} {...problem} />, { area: 'desk' })
}

const PATH = '/desk/dossiers/:ref/steps/:item/hand-over'

export const handOverRoutes: FastifyPluginAsync = async (app) => {
  app.get<WorkParams>(PATH, { config: { may: 'officer' } }, (request, reply) => show(request, reply))

  app.post<WorkParams>(PATH, { config: { may: 'officer', audit: 'work.handed-over' } }, async (request, reply) => {
    const { ref, item: itemId } = request.params
    const typed = { to: postedText(request, 'to'), reason: postedText(request, 'reason') }
    const { errors } = await handOver(requireOfficer(request), { ref, itemId, ...typed })
    if (errors.length === 0) return reply.redirect(`/desk/dossiers/${ref}`, 303)
    const t = wordsFor(request, { vi, en })
    reply.code(422)
    return show(request, reply, {
      errors: errors.map(({ field, code }) => ({ field, message: t.errors[code] })),
      typed,
    })
  })
}
