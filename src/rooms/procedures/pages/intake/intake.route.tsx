import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type FieldError, NotFound } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { setIntake, setIntakeMode } from '../../commands/set-intake.ts'
import { getIntakeSetting, listComingModes, listIntake, listIntakeActs } from '../../store/intake.ts'
import { byOf, errorsFor, readMode, readProcedure, type Typed, typedOf } from './asked.ts'
import { en } from './intake.en.ts'
import { vi } from './intake.vi.ts'
import { IntakePage } from './intake.view.tsx'
import { ProcedureIntakePage } from './procedure.view.tsx'

const HERE = '/manage/intake'

interface Again {
  typed: Typed
  errors: readonly FieldError[]
}

const laterOf = (one: LocalDate, other: LocalDate) => (one < other ? other : one)

type CodeParams = { Params: { code: string } }

const isDone = (request: FastifyRequest) => (request.query as { done?: string }).done !== undefined
const words = (request: FastifyRequest) => wordsFor(request, { vi, en })

async function show(request: FastifyRequest, reply: FastifyReply, again?: Again) {
  const { agencyId } = requireOfficer(request)
  const on = today()
  const kept = await read(agencyId, async (tx) => ({
    setting: await getIntakeSetting(tx, agencyId, on),
    coming: await listComingModes(tx, agencyId, on),
    lines: await listIntake(tx, agencyId, on),
    acts: await listIntakeActs(tx, agencyId),
  }))
  const { mode, ownAddress: address = '' } = kept.setting
  const typed = again?.typed ?? { mode, address, from: on }
  const page = { ...kept, typed, errors: again?.errors ?? [], isDone: isDone(request), path: HERE, t: words(request) }
  return reply.page(<IntakePage {...page} />, { area: 'manage' })
}

async function showOne(request: FastifyRequest, reply: FastifyReply, again?: Again) {
  const { agencyId } = requireOfficer(request)
  const { code } = request.params as CodeParams['Params']
  const on = today()
  const { lines, acts, setting } = await read(agencyId, async (tx) => ({
    setting: await getIntakeSetting(tx, agencyId, on),
    lines: await listIntake(tx, agencyId, on),
    acts: await listIntakeActs(tx, agencyId, code),
  }))
  const line = lines.find((one) => one.code === code)
  if (!line) throw new NotFound('procedures.not-found', { code })
  const typed = again?.typed ?? {
    intake: line.says,
    state: line.stateSays,
    url: line.url ?? '',
    from: laterOf(line.from, on),
  }
  const { mode } = setting
  const page = { line, mode, acts, typed, errors: again?.errors ?? [], isDone: isDone(request), t: words(request) }
  return reply.page(<ProcedureIntakePage {...page} path={`${HERE}/${code}`} />, { area: 'manage' })
}

/** Whose screen takes dossiers in and whose system keeps them: for the agency and each procedure, dated. R-024 */
export const intakeRoutes: FastifyPluginAsync = async (app) => {
  app.get(HERE, { config: { may: 'administrator', audit: 'intake.opened' } }, (request, reply) => show(request, reply))

  app.post(HERE, { config: { may: 'administrator', audit: 'intake.agency-set' } }, async (request, reply) => {
    const { agencyId } = requireOfficer(request)
    const says = words(request).problems
    const typed = typedOf(request)
    const asked = readMode(typed, says)
    if ('errors' in asked) return show(request, reply.code(422), { typed, ...asked })
    const given = { ...asked.said, from: asked.from, by: byOf(request) }
    const problems = await transaction(agencyId, (tx) => setIntakeMode(tx, agencyId, given))
    if (problems.length > 0) return show(request, reply.code(422), { typed, errors: errorsFor(problems, says) })
    return reply.redirect(`${HERE}?done`, 303)
  })

  app.get<CodeParams>(`${HERE}/:code`, { config: { may: 'administrator', audit: 'intake.opened' } }, (request, reply) =>
    showOne(request, reply),
  )

  app.post<CodeParams>(
    `${HERE}/:code`,
    { config: { may: 'administrator', audit: 'intake.procedure-set' } },
    async (request, reply) => {
      const { agencyId } = requireOfficer(request)
      const { code } = request.params
      const says = words(request).problems
      const typed = typedOf(request)
      const asked = readProcedure(typed, says)
      if ('errors' in asked) return showOne(request, reply.code(422), { typed, ...asked })
      const given = { ...asked.said, code, from: asked.from, by: byOf(request) }
      const problems = await transaction(agencyId, (tx) => setIntake(tx, agencyId, given))
      if (problems.length > 0) return showOne(request, reply.code(422), { typed, errors: errorsFor(problems, says) })
      return reply.redirect(`${HERE}/${code}?done`, 303)
    },
  )
}
