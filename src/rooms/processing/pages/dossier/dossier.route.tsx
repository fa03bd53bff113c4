import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf, toLocal } from '#kernel/local-date.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import { localNow } from '#platform/clock/index.ts'
import { read, type Tx } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { type Language, wordsFor } from '#platform/i18n/index.ts'
import { listUnits } from '#rooms/agencies/index.ts'
import { deadlineWords, dueProgress, loadCalendar, parseLimit, sayProgress } from '#rooms/deadlines/index.ts'
import { listDocuments } from '#rooms/documents/index.ts'
import { type Dossier, explainDue, getDossier, listLog, refOf, sayLogEntry } from '#rooms/dossiers/index.ts'
import { compileForm, type ServicePackage, summary } from '#rooms/forms/index.ts'
import { officerName } from '#rooms/identity/index.ts'
import { getServiceVersion } from '#rooms/procedures/index.ts'
import { act, claim, factsOf } from '../../commands/act.ts'
import { canAct, canClaim } from '../../policy.ts'
import { listProposals } from '../../store/papers.ts'
import { findProcess } from '../../store/processes.ts'
import { listOpenItems } from '../../store/work-items.ts'
import { getWorkflow } from '../../store/workflows.ts'
import { actionsAt } from '../../workflow.ts'
import { en } from './dossier.en.ts'
import { vi } from './dossier.vi.ts'
import { WorkspacePage } from './dossier.view.tsx'
import type { OpenWork, Workspace } from './workspace.ts'

interface Asked {
  officer: Officer
  language: Language
}

async function openWork(tx: Tx, dossier: Dossier, officer: Officer): Promise<OpenWork[]> {
  const process = await findProcess(tx, dossier.id)
  if (!process) return []
  const workflow = await getWorkflow(tx, { agencyId: officer.agencyId, ...process })
  const facts = await factsOf(tx, dossier)
  const items = await listOpenItems(tx, dossier.id)
  return Promise.all(
    items.map(async (item) => {
      const may =
        canAct(officer, item) === true ? 'act' : canClaim(officer, item) === true && !item.paused ? 'claim' : 'look'
      const holder = item.assigneeId ? await officerName(tx, item.assigneeId) : undefined
      return {
        item,
        holder,
        may,
        actions: may === 'act' ? actionsAt(workflow, { id: item.id, step: item.step }, facts) : [],
      }
    }),
  )
}

async function answersOf(tx: Tx, dossier: Dossier, language: Language) {
  const installed = await getServiceVersion<ServicePackage>(
    tx,
    dossier.agencyId,
    dossier.procedureCode,
    dossier.serviceVersion,
  )
  const filled = { answers: dossier.answers, documents: dossier.documents }
  const filedOn = dayOf(toLocal(dossier.submittedAt))
  const communes = (await listUnits(tx, dossier.agencyId)).filter(({ kind }) => kind === 'commune')
  const lists = { communes: communes.map(({ code, name }) => ({ value: code, label: name })) }
  return summary(compileForm(installed.package.form), filled, {
    context: { today: filedOn, lists, applicant: { kind: dossier.applicant.kind } },
    language,
  })
}

async function clockOf(tx: Tx, dossier: Dossier, language: Language) {
  const explanation = await explainDue(tx, dossier)
  const received = dossier.clockFrom ?? dossier.receivedAt
  if (!received || !dossier.dueAt)
    return { explanation, progress: undefined, progressWords: undefined, ring: undefined }
  const calendar = await loadCalendar(tx, dossier.agencyId, dossier.competentUnitId)
  const progress = dueProgress({ received: toLocal(received), dueAt: dossier.dueAt, calendar }, localNow())
  const total = Math.max(1, parseLimit(dossier.timeLimit).amount)
  return {
    explanation,
    progress,
    progressWords: sayProgress(progress, deadlineWords(language)),
    ring: { used: progress.used * total, total },
  }
}

async function gather(tx: Tx, ref: string, { officer, language }: Asked): Promise<Workspace> {
  const dossier = await getDossier(tx, officer, ref)
  const proposals = await listProposals(tx, dossier.id)
  return {
    dossier,
    ref: refOf(dossier),
    answers: await answersOf(tx, dossier, language),
    papers: await listDocuments(tx, dossier.agencyId, Object.values(dossier.documents).flat()),
    log: (await listLog(tx, dossier))
      .toReversed()
      .map((entry) => ({ at: entry.at, words: sayLogEntry(entry, language) })),
    proposals: await Promise.all(
      proposals.map(async (proposal) => ({ ...proposal, officer: await officerName(tx, proposal.officerId) })),
    ),
    ...(await clockOf(tx, dossier, language)),
    work: await openWork(tx, dossier, officer),
    mayReceive: dossier.status === 'submitted' && holds(officer, 'desk-officer', dossier.receivingUnitId),
    now: localNow(),
  }
}

interface Problem {
  errors?: { field: string; message: string }[]
  typed?: string
}

async function show(request: FastifyRequest<{ Params: { ref: string } }>, reply: FastifyReply, problem: Problem = {}) {
  const officer = requireOfficer(request)
  const { language } = request
  const workspace = await read(officer.agencyId, (tx) => gather(tx, request.params.ref, { officer, language }))
  return reply.page(
    <WorkspacePage workspace={workspace} language={language} t={wordsFor(request, { vi, en })} {...problem} />,
    { area: 'desk' },
  )
}

interface WorkParams {
  Params: { ref: string; item: string }
}

export const workspaceRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { ref: string } }>(
    '/desk/dossiers/:ref',
    { config: { may: 'officer', audit: 'dossier.opened' } },
    (request, reply) => show(request, reply),
  )

  app.post<WorkParams>(
    '/desk/dossiers/:ref/work/:item/claim',
    { config: { may: 'officer', audit: 'work.claimed' } },
    async (request, reply) => {
      const { ref, item } = request.params
      await claim(requireOfficer(request), { ref, itemId: item })
      return reply.redirect(`/desk/dossiers/${ref}`, 303)
    },
  )

  app.post<WorkParams>(
    '/desk/dossiers/:ref/work/:item/action',
    { config: { may: 'officer', audit: 'work.done' } },
    async (request, reply) => {
      const { ref, item } = request.params
      const reason = postedText(request, 'reason')
      const { errors } = await act(requireOfficer(request), {
        ref,
        itemId: item,
        actionId: postedText(request, 'action'),
        reason,
      })
      if (errors.length === 0) return reply.redirect(`/desk/dossiers/${ref}`, 303)
      const t = wordsFor(request, { vi, en })
      reply.code(422)
      return show(request, reply, {
        errors: errors.map(({ field, code }) => ({ field, message: t.errors[code] })),
        typed: reason,
      })
    },
  )
}
