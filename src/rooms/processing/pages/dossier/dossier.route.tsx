import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getDossier } from '#rooms/dossiers/index.ts'
import { lookAgain } from '#rooms/exchange/index.ts'
import type { ResultField } from '#rooms/forms/index.ts'
import { act, claim } from '../../commands/act.ts'
import { paperOf } from '../../commands/paper.ts'
import { sayTypedDate } from '../../result-fields.ts'
import { en } from './dossier.en.ts'
import { vi } from './dossier.vi.ts'
import { WorkspacePage } from './dossier.view.tsx'
import { gatherWorkspace } from './gather.ts'
import { en as lookUpsEn } from './look-ups.en.ts'
import { vi as lookUpsVi } from './look-ups.vi.ts'
import { whyField } from './look-ups.view.tsx'
import type { Typed, Workspace } from './workspace.ts'

interface DossierParams {
  Params: { ref: string }
  Querystring: { paper?: string }
}

interface LookUpParams extends DossierParams {
  Params: { ref: string; component: string }
}

interface WorkParams extends DossierParams {
  Params: { ref: string; item: string }
}

interface Problem {
  errors: FieldError[]
  typed: Typed
}

/** What was filled in for the paper, as it will be printed. */
async function postedFields(
  request: FastifyRequest,
  ref: string,
): Promise<{ fields: Record<string, string>; known: readonly ResultField[] }> {
  const officer = requireOfficer(request)
  const { service } = await read(officer.agencyId, async (tx) => paperOf(tx, await getDossier(tx, officer, ref)))
  const known = service.package.result.fields
  const postedValue = ({ id, kind }: ResultField) => {
    const part = (name: string) => postedText(request, `${id}-${name}`)
    return kind === 'date' ? sayTypedDate(part('day'), part('month'), part('year')) : postedText(request, id)
  }
  return { fields: Object.fromEntries(known.map((field) => [field.id, postedValue(field)])), known }
}

async function gather(request: FastifyRequest<DossierParams>): Promise<Workspace> {
  const officer = requireOfficer(request)
  const asked = { officer, language: request.language, paper: request.query.paper }
  return read(officer.agencyId, (tx) => gatherWorkspace(tx, request.params.ref, asked))
}

function show(request: FastifyRequest, reply: FastifyReply, given: { workspace: Workspace } & Partial<Problem>) {
  const t = wordsFor(request, { vi, en })
  return reply.page(<WorkspacePage language={request.language} t={t} {...given} />, { area: 'desk' })
}

/** Asking the registry once more, for a reason that is kept with the officer's name. */
async function look(request: FastifyRequest<LookUpParams>, reply: FastifyReply) {
  const { ref, component } = request.params
  const field = whyField(component)
  const reason = postedText(request, field).trim()
  if (reason !== '') {
    await lookAgain(requireOfficer(request), { ref, component, reason })
    return reply.redirect(`/desk/dossiers/${ref}#look-up-${component}`, 303)
  }
  const { reasonMissing } = wordsFor(request, { vi: lookUpsVi, en: lookUpsEn })
  reply.code(422)
  return show(request, reply, { workspace: await gather(request), errors: [{ field, message: reasonMissing }] })
}

export const workspaceRoutes: FastifyPluginAsync = async (app) => {
  app.post<LookUpParams>(
    '/desk/dossiers/:ref/look-ups/:component',
    { config: { may: 'officer', audit: 'registry.asked' } },
    look,
  )

  app.get<DossierParams>(
    '/desk/dossiers/:ref',
    { config: { may: 'officer', audit: 'dossier.opened' } },
    async (request, reply) => show(request, reply, { workspace: await gather(request) }),
  )

  app.post<WorkParams>(
    '/desk/dossiers/:ref/steps/:item/claim',
    { config: { may: 'officer', audit: 'work.claimed' } },
    async (request, reply) => {
      const { ref, item } = request.params
      await claim(requireOfficer(request), { ref, itemId: item })
      return reply.redirect(`/desk/dossiers/${ref}`, 303)
    },
  )

  app.post<WorkParams>(
    '/desk/dossiers/:ref/steps/:item/action',
    { config: { may: 'officer', audit: 'work.done' } },
    async (request, reply) => {
      const { ref, item: itemId } = request.params
      const [reason, actionId] = [postedText(request, 'reason'), postedText(request, 'action')]
      const { fields, known } = await postedFields(request, ref)
      const { errors } = await act(requireOfficer(request), { ref, itemId, actionId, reason, fields })
      if (errors.length === 0) return reply.redirect(`/desk/dossiers/${ref}`, 303)
      const { language } = request
      const t = wordsFor(request, { vi, en })
      const workspace = await gather(request)
      const action = workspace.work.flatMap(({ actions }) => actions).find(({ id }) => id === actionId)
      const labelOf = (field: string) =>
        (field === 'reason' ? action : known.find(({ id }) => id === field))?.label[language] ?? ''
      reply.code(422)
      return show(request, reply, {
        workspace,
        errors: errors.map(({ field, code }) => ({ field, message: t.errors[code](labelOf(field)) })),
        typed: { reason, fields },
      })
    },
  )
}
