import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { postedText, requireCitizen } from '#platform/http/index.ts'
import { type Language, wordsFor } from '#platform/i18n/index.ts'
import { caseFor, type Draft, feesFor, findOpenDraft, getDraft, summary, walk } from '#rooms/forms/index.ts'
import { circumstances, routeFor } from '../../commands/route.ts'
import { submitDossier } from '../../commands/submit.ts'
import { refOf } from '../../dossier.ts'
import { applicantWith, resultChannelIn } from '../../people.ts'
import { unitNamed } from '../../store/places.ts'
import { estimateDue } from '../shared/estimate.ts'
import { type Applying, firstUnanswered, prepareApplying, stepAddress } from './applying.ts'
import { en } from './check.en.ts'
import { vi } from './check.vi.ts'
import { type Checked, CheckPage, PrintoutPage } from './check.view.tsx'
import { ownFiles } from './files.ts'
import { partyOf } from './profile.ts'

interface CheckRequest {
  Params: { code: string }
  Querystring: { kept?: string }
}

interface Gather {
  citizen: Citizen
  applying: Applying
  draft: Draft
  language: Language
}

async function answersOf(tx: Tx, { citizen, applying, draft, language }: Gather) {
  const { service, context, code } = applying
  return {
    code,
    draft,
    serviceName: service.package.service.name[language],
    groups: summary(service.form, draft, { context, language }),
    files: await ownFiles(tx, citizen, { ids: Object.values(draft.documents).flat(), language }),
  }
}

async function gather(tx: Tx, given: Gather): Promise<Checked> {
  const { citizen, applying, draft, language } = given
  const { service, context, places, person } = applying
  const journey = walk(service.form, draft, context)
  const way = { places, channel: 'online', at: now() } as const
  const of = circumstances(way)
  const { receivingUnitId, competentUnitId } = routeFor(service, journey, way)
  const { limit } = caseFor(service, journey, of)
  const unit = await unitNamed(tx, places, receivingUnitId)
  const place = { agencyId: citizen.agencyId, receivingUnitId, competentUnitId, timeLimit: limit }
  return {
    ...(await answersOf(tx, given)),
    number: journey.steps.length + 1,
    lastStep: journey.steps.at(-1)?.id,
    asksDelivery: journey.steps.some(({ asked }) => asked.some(({ id }) => id === 'delivery')),
    delivery: resultChannelIn(journey.answers, service.package.service.resultDelivery),
    place: unit.name[language],
    email: applicantWith(journey.answers, partyOf(person)).email,
    timeLimit: limit,
    estimate: await estimateDue(tx, place),
    fees: feesFor(service, journey, of),
  }
}

interface Shown {
  errors?: readonly FieldError[]
  kept?: boolean
}

async function show(request: FastifyRequest<CheckRequest>, reply: FastifyReply, shown: Shown) {
  const citizen = requireCitizen(request)
  const { code } = request.params
  const { language } = request
  const found = await read(citizen.agencyId, async (tx) => {
    const [applying, draft] = await Promise.all([prepareApplying(tx, citizen, code), findOpenDraft(tx, citizen, code)])
    const open = draft && firstUnanswered(applying, draft)
    const ready = draft && !open ? await gather(tx, { citizen, applying, draft, language }) : undefined
    return { draft, open, checked: ready }
  })
  if (!found.draft) return reply.redirect(`/procedures/${encodeURIComponent(code)}/apply`, 303)
  const { open, checked } = found
  if (!checked) return reply.redirect(stepAddress(code, open), 303)
  return reply.page(<CheckPage checked={checked} t={wordsFor(request, { vi, en })} {...shown} />)
}

function problemsOf(request: FastifyRequest, draft: Draft): FieldError[] {
  const t = wordsFor(request, { vi, en })
  // The person answers for what stood on the page, so a draft that has changed since is shown again first.
  if (postedText(request, 'revision') !== String(draft.revision)) return [{ field: '', message: t.changedElsewhere }]
  return postedText(request, 'declaration') === 'yes' ? [] : [{ field: 'declaration', message: t.noDeclaration }]
}

async function submit(request: FastifyRequest<CheckRequest>, reply: FastifyReply) {
  const citizen = requireCitizen(request)
  const { code } = request.params
  const id = postedText(request, 'draft')
  if (!isId(id)) return show(request, reply, {})
  const [draft, applying] = await read(citizen.agencyId, (tx) =>
    Promise.all([getDraft(tx, citizen, id), prepareApplying(tx, citizen, code)]),
  )
  // Twice the same button, or back and again: the first dossier is the answer.
  if (draft.submittedAs) return reply.redirect(`/dossiers/${draft.submittedAs}/submitted`, 303)
  const errors = problemsOf(request, draft)
  if (errors.length > 0) return show(request, reply.code(422), { errors })

  const open = firstUnanswered(applying, draft)
  if (open) return reply.redirect(stepAddress(code, open), 303)
  const dossier = await submitDossier(citizen, {
    key: draft.id,
    procedureCode: code,
    serviceVersion: applying.service.package.service.version,
    channel: 'online',
    language: request.language,
    from: { draftId: draft.id },
    context: applying.context,
    applicant: partyOf(applying.person),
  })
  return reply.redirect(`/dossiers/${refOf(dossier)}/submitted`, 303)
}

async function printout(request: FastifyRequest<CheckRequest>, reply: FastifyReply) {
  const citizen = requireCitizen(request)
  const { code } = request.params
  const draft = await read(citizen.agencyId, (tx) => findOpenDraft(tx, citizen, code))
  if (!draft) return reply.redirect(`/procedures/${encodeURIComponent(code)}/apply`, 303)
  const { language } = request
  const checked = await read(citizen.agencyId, async (tx) =>
    answersOf(tx, { citizen, applying: await prepareApplying(tx, citizen, code), draft, language }),
  )
  return reply.page(<PrintoutPage checked={checked} t={wordsFor(request, { vi, en })} />)
}

export const checkRoutes: FastifyPluginAsync = async (app) => {
  app.get<CheckRequest>('/procedures/:code/apply/check', { config: { may: 'citizen' } }, (request, reply) =>
    show(request, reply, { kept: request.query.kept !== undefined }),
  )
  app.post<CheckRequest>(
    '/procedures/:code/apply/check',
    { config: { may: 'citizen', audit: 'dossier.submitted' } },
    submit,
  )
  app.get<CheckRequest>('/procedures/:code/apply/printout', { config: { may: 'citizen' } }, printout)
}
