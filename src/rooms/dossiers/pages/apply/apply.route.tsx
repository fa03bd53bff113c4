import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Citizen } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import { requireCitizen } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { copyAnswers, findOpenDraft, ONE_PAGE, startDraft } from '#rooms/forms/index.ts'
import { arriveByTicket, procedureOfVisit } from '#rooms/identity/index.ts'
import { getProcedure } from '#rooms/procedures/index.ts'
import { findLatestFiled } from '../../store/dossiers.ts'
import { en } from './apply.en.ts'
import { vi } from './apply.vi.ts'
import { BarredPage } from './apply.view.tsx'
import { barFor, firstUnanswered, prepareApplying, stepAddress } from './applying.ts'
import { en as elsewhereEn } from './elsewhere.en.ts'
import { vi as elsewhereVi } from './elsewhere.vi.ts'
import { ElsewherePage } from './elsewhere.view.tsx'
import { en as ticketEn } from './ticket.en.ts'
import { vi as ticketVi } from './ticket.vi.ts'
import { TicketPage } from './ticket.view.tsx'

interface ApplyRequest {
  Params: { code: string }
  Querystring: { ticket?: string | string[] }
}

const procedureOf = ({ agency }: FastifyRequest, code: string) =>
  read(agency.id, (tx) => getProcedure(tx, agency.id, code))

const pageOf = (code: string) => `/procedures/${encodeURIComponent(code)}`

/** Somebody with a ticket of the national portal. The address is left at once: a ticket is not to be kept. */
async function arrive(request: FastifyRequest<ApplyRequest>, reply: FastifyReply, ticket: string) {
  const { code } = request.params
  const { applyAt } = await procedureOf(request, code)
  const refusal = await arriveByTicket(request, reply, { ticket, procedure: code })
  if (refusal === undefined) return reply.redirect(`${pageOf(code)}/apply`, 303)
  const t = wordsFor(request, { vi: ticketVi, en: ticketEn })
  return reply.code(403).page(<TicketPage code={code} why={refusal} at={applyAt} t={t} />)
}

/** A form that is taken in elsewhere is served here to whoever was sent here, or has begun it before. */
async function isServed(request: FastifyRequest, code: string): Promise<boolean> {
  const { service, applyAt } = await procedureOf(request, code)
  if (applyAt.by === 'own') return true
  if (!service) return false
  if ((await procedureOfVisit(request)) === code) return true
  const { viewer } = request
  if (viewer?.kind !== 'citizen') return false
  return read(viewer.agencyId, async (tx) => (await findOpenDraft(tx, viewer, code)) !== undefined)
}

/** Before anybody is asked to sign in: is this the door at all? R-025 */
async function atTheDoor(request: FastifyRequest<ApplyRequest>, reply: FastifyReply): Promise<void> {
  const { code } = request.params
  const { ticket } = request.query
  if (typeof ticket === 'string') await arrive(request, reply, ticket)
  else if (!(await isServed(request, code))) reply.redirect(`${pageOf(code)}/elsewhere`, 303)
}

async function hasFiled(citizen: Citizen, code: string): Promise<boolean> {
  return (await read(citizen.agencyId, (tx) => findLatestFiled(tx, citizen, code))) !== undefined
}

/** The door of an application: may this account apply, and where did it stop last time. */
export const applyRoutes: FastifyPluginAsync = async (app) => {
  app.get<ApplyRequest>(
    '/procedures/:code/apply',
    {
      config: { may: 'citizen', audit: 'draft.opened' },
      preParsing: async (request, reply) => void (await atTheDoor(request as FastifyRequest<ApplyRequest>, reply)),
    },
    async (request, reply) => {
      const citizen = requireCitizen(request)
      const { code } = request.params
      const applying = await read(citizen.agencyId, (tx) => prepareApplying(tx, citizen, code))
      const bar = barFor(applying, citizen)
      if (bar) {
        const t = wordsFor(request, { vi, en })
        return reply.code(403).page(<BarredPage applying={applying} bar={bar} who={citizen.name} t={t} />)
      }
      const { service, context } = applying
      const draft = await startDraft(citizen, {
        procedureCode: code,
        serviceVersion: service.package.service.version,
        language: request.language,
        form: service.form,
        context,
      })
      const first = firstUnanswered(applying, draft)
      const step = first && service.form.definition.pages === 'one' ? ONE_PAGE : first
      const query = draft.revision > 1 ? '?resumed=1' : (await hasFiled(citizen, code)) ? '?earlier=1' : ''
      return reply.redirect(stepAddress(code, step, query), 303)
    },
  )

  app.post<ApplyRequest>(
    '/procedures/:code/apply/copy',
    { config: { may: 'citizen', audit: 'draft.copied' } },
    async (request, reply) => {
      const citizen = requireCitizen(request)
      const { code } = request.params
      const [{ service, context }, draft, earlier] = await read(citizen.agencyId, (tx) =>
        Promise.all([
          prepareApplying(tx, citizen, code),
          findOpenDraft(tx, citizen, code),
          findLatestFiled(tx, citizen, code),
        ]),
      )
      if (draft && earlier)
        await copyAnswers(citizen, draft.id, { form: service.form, context, answers: earlier.answers })
      return reply.redirect(`${pageOf(code)}/apply`, 303)
    },
  )

  app.get<{ Params: { code: string } }>(
    '/procedures/:code/elsewhere',
    { config: { may: 'public' } },
    async (request, reply) => {
      const { code } = request.params
      const { applyAt: at, offer, service, record } = await procedureOf(request, code)
      if (at.by === 'own') return reply.redirect(`${pageOf(code)}/apply`, 303)
      const t = wordsFor(request, { vi: elsewhereVi, en: elsewhereEn })
      const name = service?.package.service.name[request.language] ?? record.name
      const atDesk = service !== undefined && offer?.atDesk === true
      return reply.page(<ElsewherePage code={code} name={name} at={at} atDesk={atDesk} t={t} />)
    },
  )
}
